import { codeLabel } from '../../../../shared/domain/codes.ts';
import { rungNow } from '../../../../shared/domain/ladder.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useLanguage } from '../../../app/language.tsx';
import { useOfficeRecords } from '../../../app/office-records.ts';
import type { Sighting } from '../sightings.ts';

/** Where a person stands on the ladder, in words; empty for anyone under 18 (domain §5.5). `ids` are all ids of the person. */
export function useRungWords(ids: readonly string[], person: Pick<Person, 'isMinor'>, sightings: readonly Sighting[]): string {
  const { lang } = useLanguage();
  const changes = useOfficeRecords('ladder', { person: { $in: ids } });
  if (person.isMinor === true || changes === undefined) return '';
  return codeLabel('ladder', rungNow(changes, sightings[0]?.meeting.date, todayHere()).rung, lang);
}
