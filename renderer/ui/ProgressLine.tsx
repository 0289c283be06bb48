import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useWords } from '../app/language.tsx';

/** How far something is that takes a while, in words and as a line; `action` is the way to leave it. */
export function ProgressLine({ label, done, total, action }: { label: string; done?: number; total?: number; action?: ReactNode }) {
  const t = useWords('common');
  const id = useId();
  const known = done !== undefined && total !== undefined && total > 0;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 1 }}>
          <Typography id={id}>{label}</Typography>
          {known ? (
            <Typography className="figures" sx={{ color: 'text.secondary' }}>
              {t('progress.of', { done, total })}
            </Typography>
          ) : null}
        </Box>
        <LinearProgress
          aria-labelledby={id}
          variant={known ? 'determinate' : 'indeterminate'}
          value={known ? Math.min(100, (done / total) * 100) : undefined}
          sx={{ height: 8, borderRadius: 4 }}
        />
      </Box>
      {action}
    </Box>
  );
}
