// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { meeting } from '../../../shared/domain/meeting.ts';
import { sheet } from '../../../shared/domain/sheet.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { MEMBERS, TABLE } from '../paths.ts';

// Rows are drawn where they are seen, and a page without a screen has no heights.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
  const plain = { contacts: [], affiliations: [] };
  await chapter.create('people', { ...plain, nameAsWritten: 'Ana Aguilar', language: 'es', tags: ['coro'] });
  await chapter.create('people', { ...plain, nameAsWritten: 'Lupita Hernández', language: 'es', area: 'Durham' });
  await chapter.create('people', { ...plain, nameAsWritten: 'Wilmer Cruz', language: 'en', area: 'Apex', tags: ['coro'] });
});
afterEach(async () => {
  cleanup();
  await chapter.settled();
  await chapter.close();
});

/** Opens the list of a field and takes one line of it. */
async function take(label: string, line: string): Promise<void> {
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: label }));
  fireEvent.click(await screen.findByRole('option', { name: line }));
  await waitFor(() => expect(screen.queryByRole('listbox', { name: label })).toBeNull());
}

function conditions(): readonly string[] {
  const group = screen.queryByRole('group', { name: 'What the list is narrowed to' });
  return group === null ? [] : within(group).getAllByRole('button').map((button) => button.textContent ?? '');
}

function rows(): readonly string[] {
  return screen.getAllByRole('row').slice(1).map((row) => within(row).getByRole('rowheader').textContent ?? '');
}

test('filters are chosen in two steps, stand above the list in words, and each can be taken away', async () => {
  showMembers(chapter, MEMBERS);
  await screen.findByText('3 people');
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await take('Narrow by', 'Tag');
  await take('Which', 'coro');
  await screen.findByText('2 people');
  await take('Narrow by', 'Language');
  await take('Which', 'Spanish');
  await screen.findByText('1 person');
  expect(conditions()).toEqual(['Spanish', 'tag coro', 'Show all']);
  fireEvent.click(screen.getByRole('button', { name: 'Take away: tag coro' }));
  await screen.findByText('2 people');
  fireEvent.click(screen.getByRole('button', { name: 'Take away: Spanish' }));
  await screen.findByText('3 people');
});

test('who is seen on a sheet leaves the people without contact while the list is open', async () => {
  showMembers(chapter, MEMBERS);
  fireEvent.click(await screen.findByRole('button', { name: 'Filter' }));
  await take('Narrow by', 'At meetings');
  await take('Which', 'never at a meeting');
  await screen.findByText('3 people');
  const [ana] = await chapter.collections.people.find({ selector: { nameAsWritten: 'Ana Aguilar' } }).exec();
  const { id: _id, ...fields } = meeting.parse({ id: '', date: { y: 2026, m: 1, d: 1 } });
  const held = await chapter.create('gatherings', fields);
  const { id: _sheet, ...page } = sheet.parse({ id: '', meeting: held.id, code: 'A', pageNo: 1, pages: 1, variant: 'blank', printedRows: 3, rows: [{ n: 1, person: ana?.id, state: 'linked' }] });
  await chapter.create('sheets', page);
  await screen.findByText('2 people');
});

test('the table sorts by any column and back, and opens a person with Enter', async () => {
  const { router } = showMembers(chapter, TABLE);
  const table = await screen.findByRole('grid', { name: 'People with columns' });
  await waitFor(() => expect(rows()).toEqual(['Aguilar, Ana', 'Cruz, Wilmer', 'Hernández, Lupita']));
  fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Town or neighborhood' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Town or neighborhood' }));
  await waitFor(() => expect(rows()).toEqual(['Cruz, Wilmer', 'Hernández, Lupita', 'Aguilar, Ana']));
  expect(screen.getByRole('columnheader', { name: 'Town or neighborhood' }).getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(screen.getByRole('button', { name: 'Town or neighborhood' }));
  await waitFor(() => expect(rows()).toEqual(['Hernández, Lupita', 'Cruz, Wilmer', 'Aguilar, Ana']));
  fireEvent.keyDown(table, { key: 'ArrowDown' });
  fireEvent.keyDown(table, { key: 'Enter' });
  await screen.findByRole('heading', { level: 2, name: 'Wilmer Cruz' });
  expect(router.state.location.pathname).toContain('/people/');
});

test('Space chooses a row and Ctrl+A all of them', async () => {
  showMembers(chapter, TABLE);
  const table = await screen.findByRole('grid', { name: 'People with columns' });
  await waitFor(() => expect(rows()).toHaveLength(3));
  const selected = (): readonly (string | null)[] => screen.getAllByRole('row').slice(1).map((row) => row.getAttribute('aria-selected'));
  fireEvent.keyDown(table, { key: ' ' });
  expect(selected()).toEqual(['true', 'false', 'false']);
  fireEvent.keyDown(table, { key: 'a', ctrlKey: true });
  expect(selected()).toEqual(['true', 'true', 'true']);
});

test('a view keeps filter, columns and order; it is chosen, renamed, and goes to the bin, from where “Undo” brings it back', async () => {
  showMembers(chapter, TABLE);
  fireEvent.click(await screen.findByRole('button', { name: 'Filter' }));
  await take('Narrow by', 'Tag');
  await take('Which', 'coro');
  fireEvent.click(screen.getByRole('button', { name: 'Name' }));
  fireEvent.click(screen.getByRole('button', { name: 'Views' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Keep what is shown as a new view' }), { target: { value: 'Del coro' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep as a view' }));
  const kept = async () => (await chapter.collections.office.find({ selector: { kind: 'view', deletedAt: { $exists: false } } }).exec()).map((view) => view.toMutableJSON());
  await waitFor(async () => expect(await kept()).toMatchObject([{ viewName: 'Del coro', filter: { tag: ['coro'] }, sortBy: '-name' }]));
  await take('View', 'Everybody');
  await screen.findByText('3 people');
  await take('View', 'Del coro');
  await screen.findByText('2 people');
  expect(rows()).toEqual(['Cruz, Wilmer', 'Aguilar, Ana']);
  fireEvent.click(screen.getByRole('button', { name: 'Move the view to the bin' }));
  await waitFor(async () => expect(await kept()).toEqual([]));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await kept()).toHaveLength(1));
});
