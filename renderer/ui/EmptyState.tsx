import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A place where nothing is yet: one sentence that teaches, one button (look.md). */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', px: 3, py: 4, maxWidth: 560 }}>
      <Typography sx={{ mb: action === undefined ? 0 : 2 }}>{children}</Typography>
      {action}
    </Box>
  );
}
