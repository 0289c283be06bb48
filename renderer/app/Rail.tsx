import Box from '@mui/material/Box';
import { Link, useLocation } from 'react-router';
import { useWords } from './language.tsx';
import { NARROW } from './narrow.ts';
import { useSearch } from './search.tsx';
import { UndoButton } from './UndoButton.tsx';
import type { Workplace } from './workplace.ts';

/** True when an address lies under `start`; the home address holds only itself. */
function isWithin(pathname: string, start: string): boolean {
  return pathname === start || (start !== '/' && pathname.startsWith(`${start}/`));
}

/** The places of the app, icon and word; the current one is marked by a bar, a ground and weight (look.md). */
export function Rail({ workplaces }: { workplaces: readonly Workplace[] }) {
  const t = useWords('shell');
  const { pathname } = useLocation();
  const { setQuery } = useSearch();
  return (
    <Box
      component="nav"
      aria-label={t('places')}
      className="no-print"
      sx={{ width: 176, flexShrink: 0, borderRight: 1, borderColor: 'divider', display: 'flex', flexDirection: 'column', [NARROW]: { width: 'auto', borderRight: 0, borderBottom: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ height: 56, display: 'flex', alignItems: 'center', px: '20px', color: 'primary.main', fontSize: '1.375rem', fontWeight: 700, letterSpacing: '-0.01em' }}>
        {t('brand')}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pt: '12px', flex: 1, [NARROW]: { pt: 0, display: 'flex', flexWrap: 'wrap' } }}>
        {workplaces.map(({ key, path, also = [], Icon }) => (
          <li key={key}>
            <Box
              component={Link}
              to={path}
              onClick={() => setQuery('')}
              aria-current={[path, ...also].some((start) => isWithin(pathname, start)) ? 'page' : undefined}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: '12px',
                minHeight: 44,
                py: '4px',
                pl: '16px',
                pr: '8px',
                color: 'text.primary',
                textDecoration: 'none',
                lineHeight: '20px',
                borderLeft: '4px solid transparent',
                outlineOffset: '-3px !important',
                '&:hover': { bgcolor: 'action.hover' },
                '&[aria-current]': { bgcolor: 'background.paper', borderLeftColor: 'primary.main', fontWeight: 700 },
              }}
            >
              <Icon aria-hidden sx={{ fontSize: 22, flexShrink: 0 }} />
              {t(`place.${key}`)}
            </Box>
          </li>
        ))}
      </Box>
      <UndoButton />
    </Box>
  );
}
