import { useDeferredValue, useMemo } from 'react';
import { isEmptyFilter, needsFacts, passing, type PeopleFilter } from '../../../shared/domain/people-filter.ts';
import type { Directory, DirectoryEntry } from '../../../shared/names/directory.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import type { PeopleFacts } from './people-facts.ts';
import { usePeopleFacts } from './use-people-facts.ts';

/** More people than a chapter has: a search is never cut off. */
const EVERYBODY = 1_000_000;

/** The people that are sought and pass the filter: by surname, or the best found first when something is sought. */
export function peopleFound(directory: Directory, facts: Pick<PeopleFacts, 'of'>, query: string, filter: PeopleFilter): readonly DirectoryEntry[] {
  const found = query.trim() === '' ? directory.sorted() : directory.search(query, { limit: EVERYBODY });
  if (isEmptyFilter(filter)) return found;
  const passes = passing(filter, todayHere());
  return found.filter((entry) => passes(entry, facts.of(entry.id)));
}

export interface ListedPeople {
  readonly people: readonly DirectoryEntry[];
  readonly everybody: number;
  /** Whether `people` are those of the words that stand in the search field now. */
  readonly ready: boolean;
  /** True while the records are read for the first time that the filter asks. */
  readonly reading: boolean;
  /** Why they could not be read. */
  readonly problem: unknown;
  readonly facts: PeopleFacts;
  /** Grows when facts change. */
  readonly factsVersion: number;
}

/** {@link peopleFound}, live. Typing goes before drawing the list. `wantsFacts` says that the facts are shown as well. */
export function useListedPeople({ query, filter, wantsFacts }: { query: string; filter: PeopleFilter; wantsFacts: boolean }): ListedPeople {
  const { directory, version } = useLiveDirectory();
  const asksFacts = needsFacts(filter);
  const { facts, version: factsVersion, ready: factsReady, problem } = usePeopleFacts(asksFacts || wantsFacts);
  const sought = useDeferredValue(query);
  const reading = asksFacts && !factsReady;
  const people = useMemo(() => {
    // The versions stand for what the directory and the facts hold.
    void version;
    void factsVersion;
    return reading ? [] : peopleFound(directory, facts, sought, filter);
  }, [directory, version, facts, factsVersion, reading, sought, filter]);
  return { people, everybody: directory.size, ready: sought === query && !reading, reading, problem, facts, factsVersion };
}
