import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../app/language.tsx';
import { useReadsOrganizers } from '../app/user-access.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { DUPLICATES, IMPORT, INSTITUTIONS, MEMBERS, TEAMS } from './paths.ts';

const PLACES = [
  { key: 'people', path: MEMBERS, label: 'members:places.people' },
  { key: 'institutions', path: INSTITUTIONS, label: 'members:places.institutions' },
  { key: 'teams', path: TEAMS, label: 'structure:teams.title' },
  { key: 'duplicates', path: DUPLICATES, label: 'merging:title' },
  { key: 'import', path: IMPORT, label: 'members:places.import' },
] as const;

/** Which of the places an address belongs to. */
function placeOf(pathname: string): (typeof PLACES)[number]['key'] {
  if (pathname.startsWith(INSTITUTIONS)) return 'institutions';
  if (pathname.startsWith(TEAMS)) return 'teams';
  if (pathname.startsWith(DUPLICATES)) return 'duplicates';
  return pathname.startsWith(IMPORT) ? 'import' : 'people';
}

/** Title, the places of this workplace, and the screen's one button. Fills the page. */
export function MembersFrame({ action, children }: { action?: ReactNode; children: ReactNode }) {
  const t = useWords(['members', 'structure', 'merging']);
  const here = placeOf(useLocation().pathname);
  // A list's notes, and some of what is put together of two people, are sealed for organizers, whose key a volunteer has not.
  const readsAll = useReadsOrganizers();
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageTitle
        title={t('title')}
        action={
          <>
            <Box component="nav" aria-label={t('places.label')} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: { xs: 0, lg: 0.5 }, mr: action === undefined ? 0 : 1 }}>
              {PLACES.filter(({ key }) => readsAll || (key !== 'import' && key !== 'duplicates')).map(({ key, path, label }) => (
                <Box
                  key={key}
                  component={Link}
                  to={path}
                  aria-current={here === key ? 'page' : undefined}
                  sx={{
                    display: 'flex',
                    alignItems: 'center',
                    minHeight: 44,
                    px: { xs: 1, lg: 1.5 },
                    color: 'text.primary',
                    textDecoration: 'none',
                    borderBottom: '3px solid',
                    borderColor: here === key ? 'primary.main' : 'transparent',
                    fontWeight: here === key ? 700 : 400,
                    '&:hover': { bgcolor: 'action.hover' },
                  }}
                >
                  {t(label)}
                </Box>
              ))}
            </Box>
            {action}
          </>
        }
      />
      {children}
    </Box>
  );
}
