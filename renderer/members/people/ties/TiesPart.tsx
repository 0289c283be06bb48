import { useWords } from '../../../app/language.tsx';
import type { EditRecord, Fields } from '../../edit-record.ts';
import { CarefulListField } from '../CarefulListField.tsx';
import { heldAs } from '../held-as.ts';
import { useFieldWords } from '../use-field-words.ts';
import { FollowedBy } from './FollowedBy.tsx';
import { Household } from './Household.tsx';

/** Who keeps in touch with a person, who lives with them, and the chapter's own words for them (domain §2.3). */
export function TiesPart({ id, person, edit }: { id: string; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { label, undo } = useFieldWords();
  return (
    <>
      <FollowedBy id={id} followedBy={person.followedBy} edit={edit} />
      <Household id={id} name={person.nameAsWritten} household={person.household} />
      <CarefulListField label={label('tags')} hint={t('hint.tags')} heldAs={heldAs(id, 'tags')} value={person.tags} onSave={(tags) => edit(() => ({ tags }), undo('tags'))} />
    </>
  );
}
