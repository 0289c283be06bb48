import type { Person } from '../../../shared/domain/person.ts';
import { suggestNameParts, type NameParts } from '../../../shared/names/name-parts.ts';

/** The parts of a name in the order of the form. */
export const NAME_PARTS = ['title', 'given', 'family1', 'family2', 'called'] as const satisfies readonly (keyof NameParts)[];

/**
 * The patch for a name that was written anew. Its parts follow as long as they are what the app suggested (or there are
 * none); parts that a person has changed stay (domain §6.4: suggested, never corrected).
 */
export function renamed(now: Pick<Person, 'nameAsWritten'> & NameParts, nameAsWritten: string): Partial<Person> {
  const suggested = suggestNameParts(now.nameAsWritten);
  const changedByHand = NAME_PARTS.some((part) => now[part] !== undefined) && NAME_PARTS.some((part) => (now[part] ?? '') !== (suggested[part] ?? ''));
  if (changedByHand) return { nameAsWritten };
  const parts = suggestNameParts(nameAsWritten);
  return { nameAsWritten, ...Object.fromEntries(NAME_PARTS.map((part) => [part, parts[part]])) };
}
