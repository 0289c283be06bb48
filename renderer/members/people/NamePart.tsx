import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { NameField } from '../NameField.tsx';
import { CarefulListField } from './CarefulListField.tsx';
import { heldAs } from './held-as.ts';
import { NAME_PARTS, renamed } from './renamed.ts';
import { useFieldWords } from './use-field-words.ts';

/** The name as written, its parts as suggested, which anyone may change, and other names (domain §2.3). */
export function NamePart({ id, person, edit }: { id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const p = useWords('person');
  const words = useFieldWords();
  const name = person.nameAsWritten;
  return (
    <>
      <NameField
        label={t('person.field.nameAsWritten')}
        hint={t('person.hint.nameAsWritten')}
        value={name}
        onSave={(written) => edit((now) => renamed(now, written), (name) => t('undo.field', { field: t('person.field.nameAsWritten'), name }))}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, '& > :first-of-type': { gridColumn: '1 / -1', maxWidth: 'calc(50% - 8px)' } }}>
        {NAME_PARTS.map((part) => (
          <SavedTextField
            key={part}
            label={t(`person.field.${part}`)}
            hint={part === 'title' ? t('person.hint.title') : undefined}
            value={person[part]}
            onSave={(value) => edit(() => ({ [part]: value.trim() === '' ? undefined : value.trim() }), (now) => t('undo.field', { field: t(`person.field.${part}`), name: now }))}
          />
        ))}
      </Box>
      <CarefulListField
        label={words.label('alsoKnownAs')}
        hint={p('hint.alsoKnownAs')}
        heldAs={heldAs(id, 'alsoKnownAs')}
        value={person.alsoKnownAs}
        onSave={(alsoKnownAs) => edit(() => ({ alsoKnownAs }), words.undo('alsoKnownAs'))}
      />
    </>
  );
}
