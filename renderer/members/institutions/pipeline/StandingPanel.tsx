import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { codesOf } from '../../../../shared/domain/codes.ts';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { daysIn, nextStatuses, standingOf } from '../../../../shared/domain/institution-states.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { QuietButton, TextButton } from '../../../ui/Buttons.tsx';
import { useSaving } from '../../people/use-saving.tsx';
import type { PartName } from '../PagePart.tsx';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { useStatusWords } from '../use-status-words.ts';
import { ChangeDetails } from './ChangeDetails.tsx';
import { StandingHistory } from './StandingHistory.tsx';
import { StandingWarnings } from './StandingWarnings.tsx';
import { useStatusSteps } from './use-status-steps.ts';

/** The states that have a verb of their own; one of a later version shows its name. */
const STEPS = ['prospect', 'inquiry', 'visited', 'discerning', 'committed', 'member', 'allied', 'lapsed', 'withdrawn', 'declined'] as const;

/** Where an institution stands and since when, the steps that come next, and what its state still asks for. */
export function StandingPanel({ institution, facts, onMend }: { institution: Institution; facts: InstitutionFacts; onMend: (part: PartName) => void }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const words = useStatusWords();
  const standing = standingOf(institution, facts.changes);
  const steps = useStatusSteps(institution, standing.status);
  const { save, failed } = useSaving();
  const [opened, setOpened] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const days = daysIn(standing, todayHere());
  const next = nextStatuses(standing.status);
  const others = codesOf('institution_status').map(({ code }) => code).filter((code) => !next.includes(code) && code !== standing.status);
  const edited = facts.changes.find(({ id }) => id === opened);
  const go = (status: string): void =>
    save(async () => {
      setOpened(await steps.add(status));
      setShowsAll(false);
    });
  const stepWords = (status: string): string => {
    const known = STEPS.find((one) => one === status);
    return known === undefined ? words(status) : t(`step.${known}`);
  };
  const step = (status: string) => (
    <QuietButton key={status} onClick={() => go(status)}>
      {stepWords(status)}
    </QuietButton>
  );
  return (
    <Box component="section" aria-label={t('standing.label')} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5, mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Typography role="status" sx={{ fontWeight: 700 }}>
          {words(standing.status, standing.change) || t('standing.none')}
        </Typography>
        {standing.since === undefined ? null : (
          <Typography variant="body2" className="figures" sx={{ color: 'text.secondary' }}>
            {[t('standing.since', { date: dateInWords(standing.since, lang) }), days === null || days === 0 ? '' : t('standing.days', { count: days })].filter(Boolean).join(' · ')}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {facts.changes.length === 0 ? null : (
          <TextButton onClick={() => setShowsHistory(!showsHistory)}>{t(showsHistory ? 'standing.hideHistory' : 'standing.history')}</TextButton>
        )}
      </Box>
      <Box role="group" aria-label={t('standing.next')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {next.map(step)}
        {showsAll ? others.map(step) : <TextButton onClick={() => setShowsAll(true)}>{t('standing.other')}</TextButton>}
      </Box>
      {failed}
      <StandingWarnings
        institution={institution}
        standing={standing}
        facts={facts}
        onMend={onMend}
        onMendChange={() => {
          if (standing.change !== undefined) setOpened(standing.change.id);
          else go(standing.status ?? 'committed');
        }}
      />
      {edited === undefined ? null : (
        <>
          {edited.id === standing.change?.id ? null : (
            <Typography sx={{ mt: 1.5 }}>{t('standing.laterHolds', { status: words(standing.status, standing.change) })}</Typography>
          )}
          <ChangeDetails key={edited.id} change={edited} steps={steps} onClose={() => setOpened(undefined)} />
        </>
      )}
      {showsHistory ? <StandingHistory changes={facts.changes} onOpen={setOpened} /> : null}
    </Box>
  );
}
