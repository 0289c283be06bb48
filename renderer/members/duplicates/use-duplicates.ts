import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Directory } from '../../../shared/names/directory.ts';
import { DuplicateSearch, type LikelyPairs } from '../../../shared/names/possible-duplicates.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';

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

/** Ms after which a page that only counts the pairs begins to look for them: what people came for goes first. */
const LATER = 2_000;
const nobody = () => () => undefined;

/** How many pairs wait for somebody who may decide, once the search is over; 0 before. */
export function useWaitingDuplicates(): number {
  const search = searchOf(useDirectory());
  const decides = useReadsOrganizers();
  const [begun, begin] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => begin(true), LATER);
    return () => clearTimeout(soon);
  }, []);
  const { pairs, done, all } = useSyncExternalStore(begun && decides ? search.subscribe : nobody, search.told);
  return decides && done >= all ? pairs.length : 0;
}
