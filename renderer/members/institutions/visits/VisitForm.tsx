import Box from '@mui/material/Box';
import { codesOf, listLabel } from '../../../../shared/domain/codes.ts';
import type { Visit } from '../../../../shared/domain/institution-changes.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { QuietButton, TextButton } from '../../../ui/Buttons.tsx';
import { CarefulTextField } from '../../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { useSaving } from '../../people/use-saving.tsx';
import { PersonChips } from '../PersonChips.tsx';

/** One visit: when, who went, what was presented, what comes next; each is written when it is left. */
export function VisitForm({ visit, institution, onClose }: { visit: Visit; institution: string; onClose: () => void }) {
  const t = useWords(['institutions', 'members']);
  const { lang } = useLanguage();
  const save = useSave();
  const { save: saving, failed } = useSaving();
  const write = (patch: Partial<Visit> | ((now: Visit) => Partial<Visit>), field: string): Promise<unknown> =>
    save.change('programs', visit.id, patch, { undoLabel: t('members:undo.field', { field, name: institution }) });
  const text = (field: 'visitorsAsWritten' | 'presented' | 'nextStep', rows?: number) => (
    <CarefulTextField label={t(`visits.${field}`)} heldAs={`${visit.id}/${field}`} rows={rows} value={visit[field]} onSave={(typed) => write({ [field]: typed.trim() || undefined }, t(`visits.${field}`))} />
  );
  return (
    <Box role="group" aria-label={t('visits.one')} sx={{ display: 'grid', gap: 2, border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
      <SavedDateField label={t('visits.on')} value={visit.on} onSave={(on) => (on === undefined ? Promise.resolve() : write({ on }, t('visits.on')))} />
      <SavedChoiceField
        label={listLabel('coaching_kind', lang)}
        canBeEmpty={false}
        // The one that presents how to take part comes first here.
        choices={[...codesOf('coaching_kind')].reverse().map((code) => ({ value: code.code, label: code[lang] }))}
        value={visit.kind}
        onSave={(kind) => (kind === undefined ? Promise.resolve() : write({ kind }, listLabel('coaching_kind', lang)))}
      />
      <PersonChips ids={visit.visitors} label={t('visits.visitors')} onRemove={(id) => write((now) => ({ visitors: now.visitors.filter((one) => one !== id) }), t('visits.visitors'))} />
      <PersonPicker
        label={t('visits.visitors')}
        hint={t('visits.visitorsHint')}
        chosen={new Set(visit.visitors)}
        onPick={(id) => write((now) => ({ visitors: [...new Set([...now.visitors, id])] }), t('visits.visitors'))}
      />
      {text('visitorsAsWritten')}
      {text('presented', 2)}
      {text('nextStep')}
      <SavedDateField label={t('visits.nextStepDue')} value={visit.nextStepDue} onSave={(nextStepDue) => write({ nextStepDue }, t('visits.nextStepDue'))} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <QuietButton onClick={onClose}>{t('done')}</QuietButton>
        <TextButton onClick={() => saving(() => save.bin('programs', visit.id, { undoLabel: t('undo.visitBinned', { name: institution }) }))}>{t('visits.remove')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}
