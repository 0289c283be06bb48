import { keptFilter, ORGANIZER_FILTERS, readFilter, type FilterKind } from '../../../shared/domain/people-filter.ts';
import type { SavedView } from '../../../shared/domain/saved-view.ts';
import type { NewRecord } from '../../../shared/store/chapter-types.ts';
import { columnsOf, ORGANIZER_COLUMNS } from './columns.ts';
import type { ListState } from './list-state.ts';

/** What a view shows: its filter, columns and order, as far as this version knows them. */
export function stateOfView(view: SavedView, readsOrganizers: boolean): ListState {
  return { filter: readFilter(view.filter).filter, columns: columnsOf(view.columns, readsOrganizers), sortBy: view.sortBy ?? 'name', view: view.id };
}

/** The fields that a view of what is shown now keeps; members of `before` that this version does not know stay. */
export function viewOfState({ filter, columns, sortBy }: ListState, before?: SavedView): Pick<NewRecord<SavedView>, 'filter' | 'columns' | 'sortBy'> {
  const unknown = (before?.columns ?? []).filter((column) => !columnsOf([column], true).some((known) => known === column));
  return { filter: keptFilter(filter, before?.filter), columns: [...columns, ...unknown], sortBy };
}

/** True when the view shows something else than what is shown now. */
export function isChanged(view: SavedView, state: ListState): boolean {
  const { filter, columns, sortBy } = viewOfState(state, view);
  const members = (kept: Readonly<Record<string, unknown>>): string => JSON.stringify(Object.entries(kept).sort(([one], [other]) => one.localeCompare(other)));
  return members(filter) !== members(view.filter) || [...columns].sort().join() !== [...view.columns].sort().join() || sortBy !== (view.sortBy ?? 'name');
}

/** True when only organizers can see what the view shows: it narrows by the ladder or has its column. */
export function isForOrganizers(view: SavedView): boolean {
  return Object.keys(view.filter).some((kind) => ORGANIZER_FILTERS.has(kind as FilterKind)) || view.columns.some((column) => [...ORGANIZER_COLUMNS].some((one) => one === column));
}
