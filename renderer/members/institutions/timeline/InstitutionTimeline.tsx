import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { codeLabel } from '../../../../shared/domain/codes.ts';
import { dateInWords } from '../../../../shared/words/date.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useLiveQuery } from '../../../app/records.ts';
import { Section } from '../../../ui/Section.tsx';
import { useMeetingWords } from '../../people/use-meeting-words.ts';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { useStatusWords } from '../use-status-words.ts';
import { useVisitorWords } from '../visits/use-visitor-words.ts';
import { timelineOf, type TimelineEntry } from './timeline-entries.ts';

/** States, visits, payments and the meetings it hosted, latest first. */
export function InstitutionTimeline({ institution, facts }: { institution: string; facts: InstitutionFacts }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const status = useStatusWords();
  const visitors = useVisitorWords();
  const { titleOf } = useMeetingWords();
  const hosted = useLiveQuery('gatherings', { selector: { hostInstitution: institution } });
  const entries = timelineOf({ ...facts, hosted: hosted ?? [] });
  if (entries.length === 0) return <Section title={t('timeline.title')} empty={t('timeline.empty')} />;
  const words = (entry: TimelineEntry): string => {
    switch (entry.kind) {
      case 'status':
        return status(entry.of.status, entry.of);
      case 'visit':
        return [codeLabel('coaching_kind', entry.of.kind, lang), visitors(entry.of)].filter(Boolean).join(' · ');
      case 'payment':
        return t('timeline.payment', { amount: moneyInWords(entry.of.amount, lang) });
      case 'meeting':
        return titleOf(entry.of);
    }
  };
  return (
    <Section title={t('timeline.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.map((entry) => (
          <Box component="li" key={entry.of.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Typography className="figures" sx={{ minWidth: 200, color: 'text.secondary' }}>
              {entry.on.y === 0 ? t('timeline.noDate') : dateInWords(entry.on, lang)}
            </Typography>
            <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {entry.kind === 'meeting' ? (
                <>
                  {t('timeline.hosted')} <Link to={`/meetings/${entry.of.id}`}>{words(entry)}</Link>
                </>
              ) : (
                words(entry)
              )}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
