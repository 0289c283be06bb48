import Box from '@mui/material/Box';
import { compareDates, firstDayOf, lastDayOf } from '../../../shared/domain/calendar.ts';
import type { Cycle } from '../../../shared/domain/structure.ts';
import { inLanguage } from '../../../shared/words/bilingual.ts';
import { dateInWords } from '../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChangeOffice } from '../../app/office-records.ts';
import { useSave } from '../../app/saving.ts';
import { useAccess } from '../../app/user-access.ts';
import { BilingualField } from '../../ui/BilingualField.tsx';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SavedDateField } from '../../ui/SavedDateField.tsx';
import { GoalsPart } from './GoalsPart.tsx';

/** One cycle: its title, from when to when, its goals; closed, it is only read until an administrator opens it again. */
export function CyclePart({ cycle, open, onToggle }: { cycle: Cycle; open: boolean; onToggle: () => void }) {
  const t = useWords(['structure', 'members']);
  const { lang } = useLanguage();
  const save = useSave();
  const change = useChangeOffice(cycle);
  const { access, manages } = useAccess();
  const { from, to } = cycle;
  const isClosed = cycle.isClosed === true;
  const name = inLanguage(cycle.title, lang) || t('structure:cycle.untitled');
  const undo = (field: string): string => t('structure:undo.field', { field, name });
  const close = (closed: boolean): Promise<unknown> => change({ isClosed: closed }, undo(t(closed ? 'structure:cycle.close' : 'structure:cycle.open')));
  const isBackwards = from !== undefined && to !== undefined && compareDates(lastDayOf(to), firstDayOf(from)) < 0;
  const span = [
    from === undefined ? '' : t('structure:cycle.since', { date: dateInWords(from, lang) }),
    to === undefined ? '' : t('structure:cycle.until', { date: dateInWords(to, lang) }),
    isClosed ? t('structure:cycle.closed') : '',
  ]
    .filter(Boolean)
    .join(' · ');
  // A chapter opened without a vault has no roles to ask.
  const mayOpen = manages || access === null;
  return (
    <Disclosure level="h2" title={name} summary={span} open={open} onToggle={onToggle}>
      {isClosed ? (
        <>
          <Notice action={mayOpen ? <QuietButton onClick={() => void close(false)}>{t('structure:cycle.open')}</QuietButton> : undefined}>
            {t('structure:cycle.isClosed')} {mayOpen ? '' : t('structure:cycle.askAdministrator')}
          </Notice>
          <Box>{span}</Box>
        </>
      ) : (
        <>
          <BilingualField
            label={t('structure:cycle.title')}
            hint={t('structure:cycle.titleHint')}
            value={cycle.title}
            onSave={(next) => change((now) => ({ title: next(now.title) }), undo(t('structure:cycle.title')))}
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 2 }}>
            <SavedDateField label={t('structure:cycle.from')} value={from} onSave={(date) => change({ from: date }, undo(t('structure:cycle.from')))} />
            <SavedDateField label={t('structure:cycle.to')} hint={isBackwards ? t('structure:cycle.endsBefore') : undefined} value={to} onSave={(date) => change({ to: date }, undo(t('structure:cycle.to')))} />
          </Box>
        </>
      )}
      <GoalsPart cycle={cycle} name={name} />
      {isClosed ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <QuietButton onClick={() => void close(true)}>{t('structure:cycle.close')}</QuietButton>
          <TextButton onClick={() => void save.bin('office', cycle.id, { undoLabel: t('members:undo.binned', { name }) })}>{t('members:bin.put')}</TextButton>
        </Box>
      )}
    </Disclosure>
  );
}
