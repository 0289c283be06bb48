import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { withoutCareful } from '../../../shared/import/careful.ts';
import type { ImportPlan } from '../../../shared/import/plan.ts';
import { CarefulRows } from './CarefulRows.tsx';
import { joinableRows } from './joinable.ts';
import { JoinRows } from './JoinRows.tsx';
import type { OpenedList } from './list-file.ts';
import { PlanLists } from './PlanLists.tsx';
import { SaveRefused } from './SaveRefused.tsx';
import { usePlan } from './use-plan.ts';

/** One office PC holds this many people well (design §3); more is said, not forbidden. */
const MANY = 40_000;

/** What the import would do, before anything is written. */
export function CheckStep({ opened, onImport, onBack }: { opened: OpenedList; onImport: (plan: ImportPlan, joined: ReadonlyMap<number, string>) => void; onBack: () => void }) {
  const t = useWords('import');
  const planning = usePlan(opened);
  const [joined, setJoined] = useState<ReadonlyMap<number, string>>(new Map());
  const [open, setOpen] = useState(false);
  const [isCarefulKept, keepCareful] = useState(false);
  const back = <QuietButton onClick={onBack}>{t('screen.check.back')}</QuietButton>;
  if ('failed' in planning) {
    return (
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 720, justifyItems: 'start' }}>
        <Notice kind="wrong">{t('screen.check.failed')}</Notice>
        {back}
      </Box>
    );
  }
  if ('share' in planning) {
    return (
      <Box sx={{ maxWidth: 720 }}>
        <ProgressLine label={t('screen.check.working')} done={Math.round(planning.share * opened.list.rows.length)} total={opened.list.rows.length} action={back} />
      </Box>
    );
  }
  const careful = planning.plan.people.filter((person) => person.careful.length > 0);
  const plan = isCarefulKept ? planning.plan : withoutCareful(planning.plan);
  const count = plan.people.length;
  const joinable = joinableRows(plan);
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
      <Typography>{t(count === 0 ? 'screen.check.nobody' : 'screen.check.what')}</Typography>
      {count > MANY ? <Notice kind="careful">{t('screen.check.many', { most: MANY })}</Notice> : null}
      {careful.length === 0 ? null : <CarefulRows rows={careful} isKept={isCarefulKept} onChange={keepCareful} />}
      <PlanLists plan={{ ...plan, people: plan.people.filter(({ row }) => !joined.has(row)) }} saveRefused={<SaveRefused problems={plan.problems} headings={opened.list.headings} />} />
      {joinable.length === 0 ? null : (
        <Disclosure wide level="h2" title={t('screen.check.joins', { count: joinable.length })} open={open} onToggle={() => setOpen(!open)}>
          <JoinRows rows={joinable} joined={joined} onChange={setJoined} />
        </Disclosure>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {count === 0 ? null : <PrimaryButton onClick={() => onImport(plan, joined)}>{t(joined.size === 0 ? 'screen.check.import' : 'screen.check.rows', { count })}</PrimaryButton>}
        {back}
      </Box>
    </Box>
  );
}
