import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { useWho } from '../../../history/who.ts';
import { useChapter } from '../../../app/chapter.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { CarefulTextField } from '../../../ui/CarefulTextField.tsx';
import type { EditRecord, Fields } from '../../edit-record.ts';
import { heldAs } from '../held-as.ts';
import { useFieldWords } from '../use-field-words.ts';
import { written } from '../written.ts';

/** Letters that fit (domain §2.3). */
const LONGEST = 140;

/** That somebody saw a leader in this person: why, in a few words, by whom and when (domain §1.1). */
export function PotentialLeader({ id, person, edit }: { id: string; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const { label, undo } = useFieldWords();
  const { user } = useChapter();
  const who = useWho();
  const mark = person.potentialLeader;
  return (
    <CarefulTextField
      label={label('potentialLeader')}
      hintFor={(typed) => [mark === undefined ? '' : t('potential.by', { who: who(mark.by), when: dateInWords(mark.on, lang) }), t('hint.potentialLeader', { left: LONGEST - typed.length })].join(' ')}
      heldAs={heldAs(id, 'potentialLeader')}
      maxLength={LONGEST}
      rows={2}
      value={mark?.why}
      onSave={(typed) => {
        const why = written(typed);
        return edit((now) => ({ potentialLeader: why === undefined ? undefined : { by: user.id, on: todayHere(), ...now.potentialLeader, why } }), undo('potentialLeader'));
      }}
    />
  );
}
