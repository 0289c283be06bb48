import type { DirectoryEntry } from '../../../shared/names/directory.ts';

/** How many people there are of each, most first; those after the fifth together, and those who have none. */
export interface Counted {
  readonly top: readonly { readonly key: string; readonly count: number }[];
  readonly others: number;
  readonly none: number;
}

const SHOWN = 5;

/** Counts people by what `keyOf` says of each: a code, an id, or nothing. */
export function countBy(people: readonly DirectoryEntry[], keyOf: (entry: DirectoryEntry) => string | undefined): Counted {
  const counts = new Map<string, number>();
  let none = 0;
  for (const entry of people) {
    const key = keyOf(entry);
    if (key === undefined) none += 1;
    else counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const all = [...counts].map(([key, count]) => ({ key, count })).sort((one, other) => other.count - one.count || one.key.localeCompare(other.key));
  return { top: all.slice(0, SHOWN), others: all.slice(SHOWN).reduce((sum, { count }) => sum + count, 0), none };
}
