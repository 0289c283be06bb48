import Box from '@mui/material/Box';
import { codesOf } from '../../shared/domain/codes.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';
import { useSave } from '../app/saving.ts';
import { BilingualField } from '../ui/BilingualField.tsx';
import { SavedChoiceField } from '../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../ui/SavedDateField.tsx';
import { SavedSwitch } from '../ui/SavedSwitch.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';
import { SavedTimeField } from './SavedTimeField.tsx';

/** The fields of a meeting, each written when it is left (domain §2.5, §6.3). None of them is required. */
export function MeetingForm({ meeting }: { meeting: Meeting }) {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const save = useSave();
  const institutions = [...(useLiveQuery('institutions') ?? [])].sort((one, other) => one.name.localeCompare(other.name, 'es'));
  const change = <F extends 'title' | 'kind' | 'date' | 'start' | 'end' | 'privateHome'>(field: F) => (value: Meeting[F]) =>
    save.change('gatherings', meeting.id, { [field]: value }, { undoLabel: t(`undo.${field}`) });
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 720 }}>
      <BilingualField label={t('form.titleField')} hint={t('form.titleHint')} value={meeting.title} onSave={(next) => save.change('gatherings', meeting.id, (now) => ({ title: next(now.title) }), { undoLabel: t('undo.title') })} />
      <SavedChoiceField label={t('form.kind')} choices={codesOf('meeting_type').map((kind) => ({ value: kind.code, label: kind[lang] }))} value={meeting.kind} onSave={change('kind')} />
      <SavedDateField label={t('form.date')} value={meeting.date} onSave={change('date')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <SavedTimeField label={t('form.start')} value={meeting.start} onSave={change('start')} />
        <SavedTimeField label={t('form.end')} value={meeting.end} onSave={change('end')} />
      </Box>
      <Box>
        <SavedTextField
          label={t('form.place')}
          value={meeting.placeName}
          onSave={(place) => save.change('gatherings', meeting.id, { placeName: place.trim() === '' ? undefined : place.trim() }, { undoLabel: t('undo.place') })}
        />
        <Box sx={{ mt: 1 }}>
          <SavedSwitch label={t('form.privateHome')} hint={t('form.privateHomeHint')} value={meeting.privateHome} onSave={change('privateHome')} />
        </Box>
      </Box>
      <SavedChoiceField
        label={t('form.host')}
        choices={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        value={meeting.hostInstitution}
        onSave={(host) => save.change('gatherings', meeting.id, { hostInstitution: host }, { undoLabel: t('undo.host') })}
      />
    </Box>
  );
}
