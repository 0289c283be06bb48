import type { Person } from '../../../shared/domain/person.ts';

type Marked = Pick<Person, 'id' | 'possibleDuplicates' | 'notSameAs'>;

/**
 * Ids of people who may be the same as this person: those marked here, and those that mark this one. Left out are the
 * ones that somebody, on either page, found to be another person (domain §6.4 step 6: remembered).
 */
export function likelyTwins(person: Marked, markingThis: readonly Marked[], survivorOf: (id: string) => string): string[] {
  const denied = new Set([...(person.notSameAs ?? []), ...markingThis.filter((other) => other.notSameAs?.some((id) => survivorOf(id) === person.id)).map((other) => other.id)].map(survivorOf));
  const marked = new Set([...(person.possibleDuplicates ?? []), ...markingThis.map((other) => other.id)].map(survivorOf));
  return [...marked].filter((id) => id !== person.id && !denied.has(id));
}
