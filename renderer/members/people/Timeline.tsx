import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Sighting } from './sightings.ts';
import { useMeetingWords } from './use-meeting-words.ts';

/** The meetings whose sheets name the person, latest first. */
export function Timeline({ sightings }: { sightings: readonly Sighting[] }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const { dateOf, titleOf } = useMeetingWords();
  if (sightings.length === 0) return <Section title={t('timeline.title')} empty={t('timeline.empty')} />;
  return (
    <Section title={t('timeline.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }} lang={lang}>
        {sightings.map(({ meeting }) => (
          <Box component="li" key={meeting.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Typography sx={{ minWidth: 200, color: 'text.secondary' }}>{dateOf(meeting)}</Typography>
            <Link to={`/meetings/${meeting.id}`}>{titleOf(meeting)}</Link>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
