import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { codeLabel } from '../../../../shared/domain/codes.ts';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { standingOf } from '../../../../shared/domain/institution-states.ts';
import type { Visit } from '../../../../shared/domain/institution-changes.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { QuietButton, TextButton } from '../../../ui/Buttons.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useSaving } from '../../people/use-saving.tsx';
import { PagePart, type Parts } from '../PagePart.tsx';
import { useStatusSteps } from '../pipeline/use-status-steps.ts';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { useVisitorWords } from './use-visitor-words.ts';
import { VisitForm } from './VisitForm.tsx';

/** Before these states an institution has not been visited yet. */
const BEFORE_VISIT: readonly (string | undefined)[] = [undefined, 'prospect', 'inquiry'];

/** The visits to an institution, the latest first; the first membership visit offers the state "visited" (domain §1.2 B12). */
export function VisitsPart({ institution, facts, parts }: { institution: Institution; facts: InstitutionFacts; parts: Parts }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const save = useSave();
  const { save: saving, failed } = useSaving();
  const [opened, setOpened] = useState<string>();
  const { visits } = facts;
  const standing = standingOf(institution, facts.changes);
  const steps = useStatusSteps(institution, standing.status);
  const offersVisited = BEFORE_VISIT.includes(standing.status) && visits.some(({ kind }) => kind === 'membership_visit');
  const last = visits[0];
  const summary = last === undefined ? t('visits.none') : [t('visits.count', { count: visits.length }), t('visits.last', { date: dateInWords(last.on, lang) })].join(' · ');
  const add = (): void =>
    saving(async () => {
      // The first visit is the one that presents how to take part.
      const kind = visits.some((visit) => visit.kind === 'membership_visit') ? 'coaching' : 'membership_visit';
      const made = await save.create('programs', { kind, institution: institution.id, on: todayHere(), visitors: [] }, { undoLabel: t('undo.visit', { name: institution.name }) });
      setOpened(made.id);
    });
  return (
    <PagePart name="visits" parts={parts} title={t('visits.title')} summary={summary}>
      {offersVisited ? (
        <Notice action={<QuietButton onClick={() => saving(() => steps.add('visited'))}>{t('step.visited')}</QuietButton>}>{t('visits.offerVisited')}</Notice>
      ) : null}
      <Box>
        <QuietButton onClick={add}>{t('visits.add')}</QuietButton>
      </Box>
      {failed}
      {visits.map((visit) =>
        visit.id === opened ? (
          <VisitForm key={visit.id} visit={visit} institution={institution.name} onClose={() => setOpened(undefined)} />
        ) : (
          <VisitLine key={visit.id} visit={visit} onOpen={() => setOpened(visit.id)} />
        ),
      )}
    </PagePart>
  );
}

function VisitLine({ visit, onOpen }: { visit: Visit; onOpen: () => void }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const who = useVisitorWords()(visit);
  const when = dateInWords(visit.on, lang);
  const due = visit.nextStepDue === undefined ? '' : ` (${dateInWords(visit.nextStepDue, lang)})`;
  const lines = [
    [codeLabel('coaching_kind', visit.kind, lang), who].filter(Boolean).join(' · '),
    visit.presented ?? '',
    visit.nextStep === undefined ? '' : `${t('visits.next', { step: visit.nextStep })}${due}`,
  ].filter(Boolean);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, borderBottom: 1, borderColor: 'divider', pb: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 500 }}>{when}</Typography>
        {lines.map((line) => (
          <Typography key={line}>{line}</Typography>
        ))}
      </Box>
      <TextButton aria-label={t('change.editWhat', { what: when })} onClick={onOpen}>
        {t('change.edit')}
      </TextButton>
    </Box>
  );
}
