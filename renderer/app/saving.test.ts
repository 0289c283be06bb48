import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../shared/domain/person.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { saveInto, type Save } from './saving.ts';
import { UndoStack } from './undo-stack.ts';

const ROSA = { nameAsWritten: 'Rosa Ríos', contacts: [], affiliations: [] };
let chapter: OpenedChapter;
let undo: UndoStack;
let save: Save;

beforeEach(async () => {
  chapter = await openTestChapter('undo', await newChapterKeys());
  undo = new UndoStack();
  save = saveInto(chapter, undo);
});
afterEach(() => chapter.close());

const now = async (id: string): Promise<Person> => (await chapter.collections.people.findOne(id).exec(true)).toMutableJSON();

test('a change is taken back to what was there, also when nothing was there', async () => {
  const { id } = await save.create('people', ROSA);
  await save.change('people', id, { area: 'Walltown', nameAsWritten: 'Rosa Ríos Paz' }, { undoLabel: 'Rosa' });
  await undo.undo();
  expect(await now(id)).toMatchObject({ nameAsWritten: 'Rosa Ríos' });
  expect((await now(id)).area).toBeUndefined();
});

test('what the program writes by itself, and a change of nothing, are no steps', async () => {
  const { id } = await save.create('people', ROSA);
  await save.change('people', id, { area: 'Cary' });
  await save.change('people', id, { area: 'Cary' }, { undoLabel: 'nothing' });
  expect(undo.last()).toBeUndefined();
});

test('a field that somebody else changed since is left alone; the others go back', async () => {
  const { id } = await save.create('people', ROSA);
  await save.change('people', id, { area: 'Cary', called: 'Rosi' }, { undoLabel: 'Rosa' });
  await chapter.change('people', id, { area: 'Durham' });
  expect((await undo.undo())?.outcome).toBe('undone');
  expect(await now(id)).toMatchObject({ area: 'Durham' });
  expect((await now(id)).called).toBeUndefined();
  await save.change('people', id, { area: 'Cary' }, { undoLabel: 'Rosa' });
  await chapter.change('people', id, { area: 'Apex' });
  expect((await undo.undo())?.outcome).toBe('changed-since');
  expect((await now(id)).area).toBe('Apex');
});

test('what was made goes to the bin when taken back, and what went to the bin comes out', async () => {
  const { id } = await save.create('people', ROSA, { undoLabel: 'new' });
  await save.bin('people', id, { undoLabel: 'bin' });
  expect((await now(id)).deletedAt).toBeDefined();
  await undo.undo();
  expect((await now(id)).deletedAt).toBeUndefined();
  await undo.undo();
  expect((await now(id)).deletedAt).toBeDefined();
  await save.restore('people', id);
  expect((await now(id)).deletedAt).toBeUndefined();
});
