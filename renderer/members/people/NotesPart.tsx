import { useWords } from '../../app/language.tsx';
import { CarefulTextField } from '../../ui/CarefulTextField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { heldAs } from './held-as.ts';

/** Notes about a person, with a hint of what does not belong there (domain §5.2). */
export function NotesPart({ id, person, edit }: { id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const label = t('person.field.notes');
  return (
    <CarefulTextField
      label={label}
      hint={t('person.hint.notes')}
      heldAs={heldAs(id, 'notes')}
      rows={4}
      value={person.notes}
      onSave={(notes) => edit(() => ({ notes: notes.trim() === '' ? undefined : notes }), (name) => t('undo.field', { field: label, name }))}
    />
  );
}
