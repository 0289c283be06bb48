import Typography from '@mui/material/Typography';
import { useCallback, useState, type ReactNode } from 'react';
import { FailedLine } from '../../ui/FailedLine.tsx';

interface Failure {
  readonly problem: unknown;
  readonly again: () => void;
}

/** Writes what a button or a tick box does; a failure shows as a sentence with "try again" where `failed` is drawn. */
export function useSaving(): { readonly save: (write: () => Promise<unknown>) => void; readonly failed: ReactNode } {
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useCallback((write: () => Promise<unknown>): void => {
    const attempt = (): void => {
      write().then(
        () => setFailure(null),
        (problem: unknown) => setFailure({ problem, again: attempt }),
      );
    };
    attempt();
  }, []);
  const failed =
    failure === null ? null : (
      <Typography variant="body2" sx={{ color: 'error.main' }} component="div">
        <FailedLine problem={failure.problem} onRetry={failure.again} />
      </Typography>
    );
  return { save, failed };
}
