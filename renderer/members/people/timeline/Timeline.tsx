import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { dateInWords } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { usePersonIds } from '../../../app/directory.tsx';
import { TextButton } from '../../../ui/Buttons.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Chooser } from '../../Chooser.tsx';
import type { Sighting } from '../sightings.ts';
import { byYear } from './by-year.ts';
import { TIMELINE_KINDS, type TimelineKind } from './timeline-source.ts';
import { useTimeline } from './use-timeline.ts';

/** Lines shown at first: a long life with the chapter must not push the rest of the page away. */
const FIRST = 20;

/** Everything that a person did, by year, newest first; narrowed to one kind where there are several. */
export function Timeline({ person, sightings }: { person: string; sightings: readonly Sighting[] }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const all = useTimeline(usePersonIds(person), sightings);
  const [kind, setKind] = useState<TimelineKind | ''>('');
  const [shown, setShown] = useState(FIRST);
  const kinds = TIMELINE_KINDS.filter((one) => all.some((item) => item.kind === one));
  const items = byYear(all.filter((item) => kind === '' || item.kind === kind)).flatMap(({ year, items: inIt }) => inIt.map((item, at) => ({ item, year, isFirst: at === 0 })));
  if (all.length === 0) return <Section title={t('timeline.title')} empty={t('timeline.empty')} />;
  return (
    <Section title={t('timeline.title')}>
      {kinds.length < 2 ? null : (
        <Box sx={{ maxWidth: 280, mb: 1 }}>
          <Chooser
            label={t('timeline.show')}
            choices={[{ value: '', label: t('timeline.all') }, ...kinds.map((one) => ({ value: one, label: t(`timeline.kind.${one}`) }))]}
            value={kind}
            onChange={setKind}
          />
        </Box>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.slice(0, shown).map(({ item, year, isFirst }) => (
          <Box component="li" key={`${item.kind} ${item.key}`} sx={{ display: 'grid', gridTemplateColumns: '64px 1fr', columnGap: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Typography className="figures" sx={{ fontWeight: 700 }}>
              {isFirst ? (year ?? '') : ''}
            </Typography>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {item.path === undefined ? <span>{item.text}</span> : <Link to={item.path}>{item.text}</Link>}
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {[t(`timeline.kind.${item.kind}`), item.on === undefined ? t('timeline.noDate') : dateInWords(item.on, lang)].join(' · ')}
              </Typography>
            </Box>
          </Box>
        ))}
      </Box>
      {items.length > shown ? <TextButton onClick={() => setShown(items.length)}>{t('timeline.more', { count: items.length - shown })}</TextButton> : null}
    </Section>
  );
}
