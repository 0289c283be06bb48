import { useSyncExternalStore } from 'react';
import type { Directory } from '../../../shared/names/directory.ts';
import { DuplicateSearch, type LikelyPairs } from '../../../shared/names/possible-duplicates.ts';
import { useDirectory } from '../../app/directory.tsx';

/** One search a chapter, whatever screens look at it: what was found stays when people go to another page. */
const searches = new WeakMap<Directory, DuplicateSearch>();

function searchOf(directory: Directory): DuplicateSearch {
  const known = searches.get(directory);
  if (known) return known;
  const made = new DuplicateSearch(directory);
  searches.set(directory, made);
  return made;
}

/** The pairs of people who may be one, live, and how far the search is. */
export function useDuplicates(): LikelyPairs {
  const search = searchOf(useDirectory());
  return useSyncExternalStore(search.subscribe, search.told);
}
