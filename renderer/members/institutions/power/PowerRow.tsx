import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { PowerGroup } from '../../../../shared/domain/institution.ts';
import { useWords } from '../../../app/language.tsx';
import { TextButton } from '../../../ui/Buttons.tsx';
import { SavedCountField } from '../../../ui/SavedCountField.tsx';
import { SavedTextField } from '../../../ui/SavedTextField.tsx';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { useSaving } from '../../people/use-saving.tsx';
import { PersonChips } from '../PersonChips.tsx';

/** One group or position: what it is called, who leads it, how many follow, whether we have met. */
export function PowerRow({ group, onChange, onRemove }: { group: PowerGroup; onChange: (patch: Partial<PowerGroup>) => Promise<unknown>; onRemove: () => Promise<unknown> }) {
  const t = useWords(['institutions', 'members']);
  const { save, failed } = useSaving();
  const text = (typed: string): string | undefined => typed.trim() || undefined;
  return (
    <Box role="group" aria-label={group.name} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 2 }}>
        <SavedTextField label={t('power.name')} value={group.name} onSave={(typed) => (typed.trim() === '' ? Promise.resolve() : onChange({ name: typed.trim() }))} />
        <SavedCountField label={t('power.following')} value={group.following} onSave={(following) => onChange({ following })} />
      </Box>
      {group.person === undefined ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: 2 }}>
          <PersonPicker label={t('power.person')} hint={t('power.personHint')} chosen={new Set()} onPick={(person) => onChange({ person, personAsWritten: undefined })} />
          <SavedTextField label={t('power.personAsWritten')} value={group.personAsWritten} onSave={(typed) => onChange({ personAsWritten: text(typed) })} />
        </Box>
      ) : (
        <PersonChips showsLabel ids={[group.person]} label={t('power.person')} onRemove={() => onChange({ person: undefined })} />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <FormControlLabel label={t('power.isMet')} control={<Checkbox checked={group.isMet === true} onChange={(event) => save(() => onChange({ isMet: event.target.checked || undefined }))} />} />
        <TextButton aria-label={t('power.removeWhat', { name: group.name })} onClick={() => save(onRemove)}>
          {t('members:remove')}
        </TextButton>
      </Box>
      {failed}
    </Box>
  );
}
