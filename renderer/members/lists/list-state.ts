import { useCallback, useSyncExternalStore } from 'react';
import type { PeopleFilter } from '../../../shared/domain/people-filter.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { useChapter } from '../../app/chapter.tsx';
import type { Column } from './columns.ts';

/** What the list of people is narrowed to, which columns its table has, and what it is sorted by. */
export interface ListState {
  readonly filter: PeopleFilter;
  readonly columns: readonly Column[];
  /** A column, with `-` before it from the last to the first. */
  readonly sortBy: string;
  /** Id of the saved view that was chosen. */
  readonly view: string;
}

export const FIRST_STATE: ListState = { filter: {}, columns: ['name', 'institution', 'phone', 'language', 'lastSeen'], sortBy: 'name', view: '' };

/** Kept while the chapter is open, so that the list is as it was left after a look at another place. */
const states = new WeakMap<OpenedChapter, ListState>();
const listeners = new Set<() => void>();

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of the list of people, and the way to change some of it. */
export function useListState(): readonly [ListState, (patch: Partial<ListState>) => void] {
  const chapter = useChapter();
  const state = useSyncExternalStore(follow, () => states.get(chapter) ?? FIRST_STATE);
  const change = useCallback(
    (patch: Partial<ListState>): void => {
      states.set(chapter, { ...(states.get(chapter) ?? FIRST_STATE), ...patch });
      for (const listener of listeners) listener();
    },
    [chapter],
  );
  return [state, change];
}
