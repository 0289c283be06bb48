import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import type { Directory, DirectoryEntry } from '../../../shared/names/directory.ts';
import { useDirectory } from '../../app/directory.tsx';

/** More people than a chapter has: a search is never cut off. */
const EVERYBODY = 1_000_000;

/** The directory, drawn anew when anybody in it changes. */
export function useLiveDirectory(): { readonly directory: Directory; readonly version: number } {
  const directory = useDirectory();
  const version = useSyncExternalStore(
    (listener) => directory.subscribe(listener),
    () => directory.version,
  );
  return { directory, version };
}

/** What the list of people is narrowed to; empty texts narrow nothing. */
export interface PeopleFilter {
  readonly query: string;
  readonly institution: string;
  /** Code of `language_pref`. */
  readonly language: string;
}

/** The people that pass the filter: by surname, or the best found first when something is sought. */
function peopleFound(directory: Directory, { query, institution, language }: PeopleFilter): readonly DirectoryEntry[] {
  const sought = query.trim() !== '';
  const all = sought ? directory.search(query, { limit: EVERYBODY }) : institution === '' ? directory.sorted() : directory.membersOf(institution);
  if (!sought && language === '') return all;
  return all.filter((entry) => (language === '' || entry.language === language) && (institution === '' || entry.institutions.includes(institution)));
}

/** {@link peopleFound}, live. Typing goes before drawing the list: `ready` says whether it shows what was typed. */
export function usePeople(filter: PeopleFilter): { readonly people: readonly DirectoryEntry[]; readonly everybody: number; readonly ready: boolean } {
  const { directory, version } = useLiveDirectory();
  const query = useDeferredValue(filter.query);
  const { institution, language } = filter;
  const people = useMemo(() => {
    // The version stands for what the directory holds.
    void version;
    return peopleFound(directory, { query, institution, language });
  }, [directory, version, query, institution, language]);
  return { people, everybody: directory.size, ready: query === filter.query };
}
