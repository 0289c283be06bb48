import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { NARROW } from '../app/narrow.ts';

/**
 * The title of a page: names the window, and takes the focus when people arrive, so that a screen reader says where
 * they are. `action` is the page's button at the right; `children` a quiet line below.
 */
export function PageTitle({ title, action, children }: { title: string; action?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · Convoca`;
  }, [title]);
  useEffect(() => {
    // A screen that put the cursor in a field keeps it there.
    const active = document.activeElement;
    if (active === null || active === document.body || active.closest('nav') !== null) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 2, [NARROW]: { flexWrap: 'wrap' } }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography ref={heading} component="h1" variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere', py: '6px' }}>
          {title}
        </Typography>
        {children === undefined ? null : (
          <Typography component="div" variant="body2" sx={{ color: 'text.secondary' }}>
            {children}
          </Typography>
        )}
      </Box>
      {action === undefined ? null : <Box sx={{ display: 'flex', gap: 1, flexShrink: 0, [NARROW]: { flexWrap: 'wrap', flexShrink: 1 } }}>{action}</Box>}
    </Box>
  );
}
