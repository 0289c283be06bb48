import { useWords } from '../../../app/language.tsx';
import { useReadsOrganizers } from '../../../app/user-access.ts';
import { CarefulTextField } from '../../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedSwitch } from '../../../ui/SavedSwitch.tsx';
import { SavedTextField } from '../../../ui/SavedTextField.tsx';
import type { EditRecord, Fields } from '../../edit-record.ts';
import { heldAs } from '../held-as.ts';
import { useFieldWords } from '../use-field-words.ts';
import { written } from '../written.ts';
import { Talents } from './Talents.tsx';

/** What a person likes to give, and what they need to take part (domain §2.3). */
export function HelpingPart({ id, person, edit }: { id: string; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { label, undo } = useFieldWords();
  const readsAll = useReadsOrganizers();
  return (
    <>
      <Talents id={id} person={person} edit={edit} />
      <SavedSwitch label={label('canHost')} value={person.canHost} onSave={(canHost) => edit(() => ({ canHost: canHost || undefined }), undo('canHost'))} />
      <SavedChoiceField
        label={label('transport')}
        choices={(['drives', 'needs_ride'] as const).map((value) => ({ value, label: t(`transport.${value}`) }))}
        value={person.transport}
        onSave={(transport) => edit(() => ({ transport, ...(transport === 'drives' ? {} : { seats: undefined }) }), undo('transport'))}
      />
      {person.transport === 'drives' ? (
        <SavedTextField
          label={label('seats')}
          hint={t('hint.seats')}
          inputMode="numeric"
          maxLength={2}
          value={person.seats?.toString()}
          onSave={(typed) => edit(() => ({ seats: seatsIn(typed) }), undo('seats'))}
        />
      ) : null}
      {readsAll ? (
        <CarefulTextField
          label={label('accessNeeds')}
          hint={t('hint.accessNeeds')}
          heldAs={heldAs(id, 'accessNeeds')}
          value={person.accessNeeds}
          onSave={(needs) => edit(() => ({ accessNeeds: written(needs) }), undo('accessNeeds'))}
        />
      ) : null}
    </>
  );
}

/** The number of seats in what was typed; nothing where there is none. */
function seatsIn(typed: string): number | undefined {
  const figures = /\d+/.exec(typed)?.[0];
  return figures === undefined ? undefined : Number(figures);
}
