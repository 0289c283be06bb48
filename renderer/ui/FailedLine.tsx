import Link from '@mui/material/Link';
import { useWords } from '../app/language.tsx';
import { useProblemSentence } from './use-problem-sentence.ts';

/** Under a field that could not be saved: the sentence, and a way to try again. */
export function FailedLine({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const t = useWords('common');
  const sentence = useProblemSentence();
  return (
    <span role="alert">
      {sentence(problem)}{' '}
      <Link component="button" type="button" onClick={onRetry} sx={{ fontSize: 'inherit', color: 'inherit', verticalAlign: 'baseline' }}>
        {t('tryAgain')}
      </Link>
    </span>
  );
}
