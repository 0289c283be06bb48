import type { ContactPoint, Person } from '../../../../shared/domain/person.ts';
import { guardianAgreed, hidesPhone } from '../../../../shared/domain/minors.ts';
import type { Consent } from '../../../../shared/domain/person-changes.ts';
import type { ToldChange } from '../../../../shared/store/history.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useOfficeRecords } from '../../../app/office-records.ts';

/** All answers of a person to what they were asked, live; nobody of no id. `ids` are all ids of the person. */
export function useConsents(ids: readonly string[]): readonly Consent[] | undefined {
  return useOfficeRecords('consent', { person: { $in: ids } });
}

/** Tells of each phone of a person whether it may be shown (domain §5.5); a minor's is not while the answers are read. */
export function useHidesPhone(ids: readonly string[], person: Pick<Person, 'isMinor'>): (contact: ContactPoint) => boolean {
  const agreed = guardianAgreed(useConsents(ids) ?? [], todayHere());
  return (contact) => hidesPhone(person, contact, agreed);
}

/** Tells of each change of a person whether it says a phone that may not be shown: the history is read by whoever reads the page. */
export function useHiddenChanges(ids: readonly string[], person: Pick<Person, 'isMinor'>): (change: ToldChange) => boolean {
  const hides = useHidesPhone(ids, person);
  return ({ field, before, after }) => field === 'contacts' && [before, after].flat().some((contact) => isContact(contact) && hides(contact));
}

function isContact(value: unknown): value is ContactPoint {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
