import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { standingOf } from '../../../../shared/domain/institution-states.ts';
import { healthWord } from '../../../../shared/reports/institution-health.ts';
import { useWords } from '../../../app/language.tsx';
import { PagePart, type Parts } from '../PagePart.tsx';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { useHealth } from './use-health.ts';

/** Only of institutions that take part; one that is asked for the first time has nothing to be strong in. */
const TAKING_PART: readonly (string | undefined)[] = ['committed', 'member', 'lapsed', 'allied'];

/** How an institution is doing, in a word and in what counts (domain §4.10); no number, no ranking, never sent anywhere. */
export function HealthOfInstitution({ institution, facts, parts }: { institution: Institution; facts: InstitutionFacts; parts: Parts }) {
  const t = useWords('institutions');
  const health = useHealth(institution, facts);
  if (health === undefined || !TAKING_PART.includes(standingOf(institution, facts.changes).status)) return null;
  const word = t(`health.word.${healthWord(health)}`);
  const lines = [
    { key: 'yes', of: health.filter(({ isMet }) => isMet === true) },
    { key: 'no', of: health.filter(({ isMet }) => isMet === false) },
    { key: 'unknown', of: health.filter(({ isMet }) => isMet === null) },
  ] as const;
  return (
    <PagePart name="health" parts={parts} title={t('health.title')} summary={word}>
      <Typography sx={{ fontWeight: 700 }}>{word}</Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
        {lines
          .filter(({ of }) => of.length > 0)
          .map(({ key, of }) => (
            <Box key={key} sx={{ display: 'grid', gridTemplateColumns: '160px minmax(0, 1fr)', gap: 2 }}>
              <Typography component="dt" sx={{ color: 'text.secondary' }}>
                {t(`health.${key}`)}
              </Typography>
              <Box component="dd" sx={{ m: 0 }}>
                {of.map((part) => (
                  <Typography key={part.of}>{t(`health.part.${part.of}`)}</Typography>
                ))}
              </Box>
            </Box>
          ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('health.explain')}
      </Typography>
    </PagePart>
  );
}
