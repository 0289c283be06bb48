import type { Person } from '../domain/person.ts';
import { suffixAsWritten, suggestNameParts, type NameParts } from './suggest-parts.ts';

export { suggestNameParts, type NameParts } from './suggest-parts.ts';

/** The fields of a person that names are shown and sorted by. */
export type Named = Pick<Person, 'nameAsWritten' | 'given' | 'family1' | 'family2' | 'called'>;

/** The recorded parts, or suggested ones when the record has none. */
export function partsOf(person: Named): NameParts {
  if (person.given || person.family1 || person.family2) return person;
  const suggested = suggestNameParts(person.nameAsWritten);
  return person.called ? { ...suggested, called: person.called } : suggested;
}

function joined(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word.trim() !== '').join(' ');
}

/** A name to read: "Carmen Aguilar Ríos". Falls back to the name as written when it has no parts at all. */
export function displayName(person: Named): string {
  const parts = partsOf(person);
  const name = joined([parts.given, parts.family1, parts.family2, suffixAsWritten(person.nameAsWritten)]);
  return name || person.nameAsWritten.trim().replace(/\s+/g, ' ');
}

/** A name for lists and sheets: "Aguilar Ríos, Carmen (Menchi)" (domain §3.1). */
export function listName(person: Named): string {
  const parts = partsOf(person);
  const family = joined([parts.family1, parts.family2]);
  const given = joined([parts.given, suffixAsWritten(person.nameAsWritten)]);
  const name = family && given ? `${family}, ${given}` : family || given || person.nameAsWritten.trim();
  return parts.called && parts.called !== parts.given ? `${name} (${parts.called})` : name;
}

/** What a person is sorted by: first surname, second surname, given name (domain §6.4 point 8). */
export function sortKey(person: Named): readonly [string, string, string] {
  const parts = partsOf(person);
  const family1 = parts.family1 ?? parts.family2 ?? '';
  return [family1 || (parts.given ?? person.nameAsWritten), parts.family2 ?? '', parts.given ?? ''];
}

const spanish = new Intl.Collator('es', { sensitivity: 'base', numeric: true });

/** Compares two sort keys in Spanish order: accents ignored, ñ after n. */
export function compareSortKeys(one: readonly string[], other: readonly string[]): number {
  for (let part = 0; part < one.length; part += 1) {
    const order = spanish.compare(one[part] ?? '', other[part] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
