import { compareDates, dateInWords } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useLiveQuery } from '../../../app/records.ts';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { useMeetingWords } from '../../people/use-meeting-words.ts';

/** The gatherings at which an institution may have pledged its dues (domain §2.2: at an assembly). */
const KINDS = ['leaders_assembly', 'delegates_assembly', 'public_action', 'internal_action'];
/** Older ones are not offered; a chosen one always is. */
const OFFERED = 30;

/** The meeting at which dues were pledged; not asked while there is none to choose. */
export function PledgedAt({ value, onSave }: { value: string | undefined; onSave: (meeting: string | undefined) => Promise<unknown> }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const { titleOf } = useMeetingWords();
  const meetings = useLiveQuery('gatherings', { selector: { kind: { $in: KINDS } } }) ?? [];
  const latest = [...meetings].sort((one, other) => compareDates(other.date ?? { y: 0 }, one.date ?? { y: 0 }));
  const offered = latest.filter(({ id }, at) => at < OFFERED || id === value);
  if (offered.length === 0) return null;
  return (
    <SavedChoiceField
      label={t('dues.pledgedAt')}
      choices={offered.map((meeting) => ({ value: meeting.id, label: [titleOf(meeting), meeting.date === undefined ? '' : dateInWords(meeting.date, lang)].filter(Boolean).join(' · ') }))}
      value={value}
      onSave={onSave}
    />
  );
}
