import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useWords } from '../app/language.tsx';
import { Section } from '../ui/Section.tsx';
import { CLUSTERS, CYCLES, NICKNAMES } from './paths.ts';

/** Where each page is, with its words in `structure`. */
const PLACES = [
  { path: CYCLES, title: 'cycle.titlePage', lead: 'cycle.lead' },
  { path: CLUSTERS, title: 'cluster.titlePage', lead: 'cluster.lead' },
  { path: NICKNAMES, title: 'nicknames.title', lead: 'nicknames.lead' },
] as const;

/** The ways to the pages about how the chapter is organized, each with what it is for. */
export function ChapterPlaces() {
  const t = useWords('structure');
  return (
    <Section title={t('menu.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {PLACES.map(({ path, title, lead }) => (
          <li key={path}>
            <Box component={Link} to={path} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 24, fontWeight: 500 }}>
              {t(title)}
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t(lead)}
            </Typography>
          </li>
        ))}
      </Box>
    </Section>
  );
}
