import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { codesOf } from '../../../../shared/domain/codes.ts';
import { latestSteps, rungNow } from '../../../../shared/domain/ladder.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { usePersonIds } from '../../../app/directory.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useOfficeRecords } from '../../../app/office-records.ts';
import { useSave } from '../../../app/saving.ts';
import { QuietButton } from '../../../ui/Buttons.tsx';
import type { Sighting } from '../sightings.ts';
import { useSaving } from '../use-saving.tsx';
import { LadderStep } from './LadderStep.tsx';

const RUNGS = ['primary', 'secondary', 'tertiary', 'participant', 'contact'] as const;

/** The ladder from the top, with what each rung means; a step up and a step down are written alike (domain §2.3 LadderChange). */
export function Ladder({ id, name, sightings }: { id: string; name: string; sightings: readonly Sighting[] }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const changes = useOfficeRecords('ladder', { person: { $in: usePersonIds(id) } });
  if (changes === undefined) return null;
  const now = rungNow(changes, sightings[0]?.meeting.date, todayHere());
  const words = (rung: string): string => codesOf('ladder').find(({ code }) => code === rung)?.[lang] ?? rung;
  const step = (rung: string): void =>
    attempt(() => save.create('office', { kind: 'ladder', person: id, on: todayHere(), rung, earlierRung: now.rung }, { undoLabel: t('ladder.undo', { name, rung: words(rung) }) }));
  return (
    <Box component="section" aria-label={t('ladder.title')}>
      <Typography component="h4" variant="body2" sx={{ fontWeight: 500 }}>
        {t('ladder.title')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {RUNGS.map((rung) => (
          <Box component="li" key={rung} aria-current={rung === now.rung ? 'true' : undefined} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 60, py: 0.5, pl: 1.5, borderBottom: 1, borderColor: 'divider', borderLeft: '4px solid', borderLeftColor: rung === now.rung ? 'primary.main' : 'transparent' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: rung === now.rung ? 700 : 500 }}>{words(rung)}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t(`ladder.note.${rung}`)}
              </Typography>
            </Box>
            {rung === now.rung ? (
              <Typography variant="body2">
                {[t('ladder.here'), now.change === undefined ? t('ladder.derived') : t('ladder.since', { date: dateInWords(now.change.on, lang) })].join(' · ')}
              </Typography>
            ) : (
              <QuietButton aria-label={t('ladder.chooseWhat', { rung: words(rung) })} onClick={() => step(rung)}>
                {t('ladder.choose')}
              </QuietButton>
            )}
          </Box>
        ))}
      </Box>
      {failed}
      {latestSteps(changes).map((change) => (
        <LadderStep key={change.id} change={change} rung={words(change.rung)} name={name} sightings={sightings} />
      ))}
    </Box>
  );
}
