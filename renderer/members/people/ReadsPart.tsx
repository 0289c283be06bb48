import { useWords } from '../../app/language.tsx';
import { CarefulTextField } from '../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { heldAs } from './held-as.ts';
import { useFieldWords } from './use-field-words.ts';
import { written } from './written.ts';

/** What only organizers read beside language and area: how a person reads, and where mail goes (domain §2.3). */
export function ReadsPart({ id, person, edit }: { id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { label, undo } = useFieldWords();
  return (
    <>
      <SavedChoiceField
        label={label('reads')}
        choices={(['es', 'en', 'both', 'read_to_me'] as const).map((value) => ({ value, label: t(`reads.${value}`) }))}
        value={person.reads}
        onSave={(reads) => edit(() => ({ reads }), undo('reads'))}
      />
      <CarefulTextField
        label={label('mailingAddress')}
        hint={t('hint.mailingAddress')}
        heldAs={heldAs(id, 'mailingAddress')}
        rows={2}
        value={person.mailingAddress}
        onSave={(address) => edit(() => ({ mailingAddress: written(address) }), undo('mailingAddress'))}
      />
    </>
  );
}
