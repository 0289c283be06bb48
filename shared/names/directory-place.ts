import type { DirectoryEntry } from './directory-entry.ts';
import { compareSortKeys, sortKey } from './name-parts.ts';

/** Somebody's place in the directory; the key they are sorted by is made when it is first asked for. */
export class Place {
  readonly slot: number;
  readonly entry: DirectoryEntry;
  #key: readonly string[] | null = null;

  constructor(slot: number, entry: DirectoryEntry) {
    this.slot = slot;
    this.entry = entry;
  }

  get key(): readonly string[] {
    this.#key ??= sortKey(this.entry);
    return this.#key;
  }
}

/** Where somebody belongs among people who are sorted already. */
export function positionOf(sorted: readonly Place[], place: Place): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there && compareSortKeys(there.key, place.key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
