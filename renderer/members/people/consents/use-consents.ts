import type { ContactPoint, Person } from '../../../../shared/domain/person.ts';
import { guardianAgreed, hidesPhone } from '../../../../shared/domain/minors.ts';
import type { Consent } from '../../../../shared/domain/person-changes.ts';
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
