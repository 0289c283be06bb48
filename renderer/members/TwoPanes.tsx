import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { NARROW } from '../app/narrow.ts';

/** The list at the left, the page of what is chosen at the right; each scrolls by itself (look.md). A page with another `pageKey` begins at its top. */
export function TwoPanes({ head, list, page, pageKey, label }: { head: ReactNode; list: ReactNode; page: ReactNode; pageKey: string; label: string }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '320px minmax(0, 1fr)', lg: '376px minmax(0, 1fr)' }, gap: { xs: '20px', lg: 3 }, flex: 1, minHeight: 360, [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: '320px auto', flex: 'none' } }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        <Box sx={{ pl: 2, pr: 1, py: 1, borderBottom: 1, borderColor: 'divider' }}>{head}</Box>
        <Box sx={{ flex: 1, minHeight: 0, position: 'relative' }}>{list}</Box>
      </Box>
      <Box key={pageKey} component="article" aria-label={label} sx={{ minHeight: 0, overflowY: 'auto', mr: '-16px', pr: '16px', ml: '-4px', pl: '4px', maxWidth: 780 }}>
        {page}
      </Box>
    </Box>
  );
}
