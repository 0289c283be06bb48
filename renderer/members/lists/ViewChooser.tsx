import { readFilter } from '../../../shared/domain/people-filter.ts';
import type { SavedView } from '../../../shared/domain/saved-view.ts';
import { useWords } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Chooser } from '../Chooser.tsx';
import { useListState } from './list-state.ts';
import { isForOrganizers, stateOfView } from './saved-views.ts';

const byName = new Intl.Collator('es', { numeric: true });

/** The views of the chapter that this person may see, by name, and the one that was chosen. */
export function useSavedViews(): { readonly views: readonly SavedView[]; readonly chosen: SavedView | undefined } {
  const [{ view }] = useListState();
  const readsOrganizers = useReadsOrganizers();
  const views = (useOfficeRecords('view') ?? []).filter((one) => readsOrganizers || !isForOrganizers(one));
  return { views: [...views].sort((one, other) => byName.compare(one.viewName, other.viewName)), chosen: views.find(({ id }) => id === view) };
}

/** Chooses a saved view, or everybody; nothing while the chapter has none. */
export function ViewChooser() {
  const t = useWords('lists');
  const [{ columns }, change] = useListState();
  const readsOrganizers = useReadsOrganizers();
  const { views, chosen } = useSavedViews();
  if (views.length === 0) return null;
  const choose = (id: string): void => {
    const view = views.find((one) => one.id === id);
    change(view === undefined ? { filter: {}, columns, sortBy: 'name', view: '' } : stateOfView(view, readsOrganizers));
  };
  return (
    <>
      <Chooser label={t('views.label')} choices={[{ value: '', label: t('views.everybody') }, ...views.map(({ id, viewName }) => ({ value: id, label: viewName }))]} value={chosen?.id ?? ''} onChange={choose} />
      {chosen !== undefined && readFilter(chosen.filter).unknown.length > 0 ? <Notice kind="careful">{t('views.newer')}</Notice> : null}
    </>
  );
}
