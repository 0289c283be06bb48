import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

/** A part of a page under a heading and a line. An empty one is a quiet line with one button (look.md). */
export function Section({
  title,
  action,
  empty,
  children,
}: {
  title: string;
  /** A button at the right of the heading. */
  action?: ReactNode;
  /** The one line of an empty section; `children` are left out then. */
  empty?: string;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ borderTop: 1, borderColor: 'divider', pt: 2, pb: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 44 }}>
        <Typography id={id} component="h2" variant="h2" sx={{ flexShrink: 0 }}>
          {title}
        </Typography>
        {empty === undefined ? <Box sx={{ flex: 1 }} /> : <Typography sx={{ flex: 1, color: 'text.secondary' }}>{empty}</Typography>}
        {action}
      </Box>
      {empty === undefined ? <Box sx={{ mt: 1 }}>{children}</Box> : null}
    </Box>
  );
}
