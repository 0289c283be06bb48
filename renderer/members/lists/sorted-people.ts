import { codesOf } from '../../../shared/domain/codes.ts';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import type { Column } from './columns.ts';
import type { ListedFacts } from './people-facts.ts';

const spanish = new Intl.Collator('es', { sensitivity: 'base', numeric: true });
const RUNGS = new Map(codesOf('ladder').map(({ code }, at) => [code, String(at + 1)]));

/** What a column is sorted by: days by the calendar and the ladder by its steps, all else by what is read. */
function keyOf(column: Column, facts: ListedFacts, text: string): string {
  if (column === 'rung') return RUNGS.get(facts.rung ?? '') ?? text;
  if (column !== 'lastSeen' || facts.lastContact === undefined) return column === 'lastSeen' ? '' : text;
  const { y, m = 0, d = 0 } = facts.lastContact;
  return `${String(y)}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`;
}

/**
 * People in the order of a column, in Spanish order (domain §6.4 point 8). `people` come by surname, and those who are equal stay so;
 * who has nothing there comes last, whichever way it goes.
 */
export function sortedPeople(
  people: readonly DirectoryEntry[],
  column: Column,
  isReversed: boolean,
  factsOf: (id: string) => ListedFacts,
  textOf: (column: Column, entry: DirectoryEntry, facts: ListedFacts) => string,
): readonly DirectoryEntry[] {
  if (column === 'name') return isReversed ? people.toReversed() : people;
  const rows = people.map((entry) => {
    const facts = factsOf(entry.id);
    return { entry, key: keyOf(column, facts, textOf(column, entry, facts)) };
  });
  const direction = isReversed ? -1 : 1;
  rows.sort((one, other) => Number(one.key === '') - Number(other.key === '') || direction * spanish.compare(one.key, other.key));
  return rows.map(({ entry }) => entry);
}
