import { expect, test } from 'vitest';
import { savedView, type SavedView } from '../../../shared/domain/saved-view.ts';
import { FIRST_STATE } from './list-state.ts';
import { isChanged, isForOrganizers, stateOfView, viewOfState } from './saved-views.ts';

function view(more: Partial<SavedView> = {}): SavedView {
  return savedView.parse({ id: 'view:a', kind: 'view', viewName: 'Coro', ...more });
}

test('what is shown is kept and shown again', () => {
  const state = { ...FIRST_STATE, filter: { tag: ['coro'], noContact: ['60'] }, columns: ['name', 'phone'] as const, sortBy: '-lastSeen' };
  const kept = view(viewOfState(state));
  expect(stateOfView(kept, true)).toEqual({ ...state, view: 'view:a' });
  expect(isChanged(kept, state)).toBe(false);
  expect(isChanged(kept, { ...state, sortBy: 'name' })).toBe(true);
  expect(isChanged(kept, { ...state, filter: { tag: ['coro'] } })).toBe(true);
});

test('what a newer Convoca put into a view stays when an older one changes it', () => {
  const newer = view({ filter: { moon: ['full'], tag: ['coro'] }, columns: ['name', 'aura'] });
  expect(viewOfState({ ...FIRST_STATE, filter: { language: ['es'] }, columns: ['name'] }, newer)).toMatchObject({ filter: { moon: ['full'], language: ['es'] }, columns: ['name', 'aura'] });
});

test('a view of the ladder is for organizers only, and its column is shown to nobody else', () => {
  expect([isForOrganizers(view({ filter: { rung: ['primary'] } })), isForOrganizers(view({ columns: ['rung'] })), isForOrganizers(view({ filter: { tag: ['a'] } }))]).toEqual([true, true, false]);
  expect(stateOfView(view({ columns: ['rung', 'phone'] }), false).columns).toEqual(['name', 'phone']);
});
