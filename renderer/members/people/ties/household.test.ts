import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveInto, type Save } from '../../../app/saving.ts';
import { UndoStack } from '../../../app/undo-stack.ts';
import type { OpenedChapter } from '../../../../shared/store/open-records.ts';
import { newChapter } from '../../in-chapter.tsx';
import { joinHousehold, leaveHousehold } from './household.ts';

let chapter: OpenedChapter;
let undo: UndoStack;
let save: Save;
beforeEach(async () => {
  chapter = await newChapter();
  undo = new UndoStack();
  save = saveInto(chapter, undo);
});
afterEach(() => chapter.close());

async function someone(nameAsWritten: string): Promise<string> {
  return (await chapter.create('people', { nameAsWritten, contacts: [], affiliations: [] })).id;
}

async function tokens(...ids: string[]): Promise<(string | undefined)[]> {
  const people = await chapter.collections.people.findByIds(ids).exec();
  return ids.map((id) => people.get(id)?.household);
}

test('two households joined become one, and one “Undo” makes them two again', async () => {
  const [ana, beto, carla, dora] = await Promise.all(['Ana', 'Beto', 'Carla', 'Dora'].map(someone)) as [string, string, string, string];
  await joinHousehold(chapter, save, ana, beto, 'a');
  await joinHousehold(chapter, save, carla, dora, 'b');
  const before = await tokens(ana, beto, carla, dora);
  expect(new Set(before).size).toBe(2);
  await joinHousehold(chapter, save, beto, carla, 'c');
  const after = await tokens(ana, beto, carla, dora);
  expect(new Set(after).size).toBe(1);
  expect(after[0]).toBeDefined();
  await undo.undo();
  expect(await tokens(ana, beto, carla, dora)).toEqual(before);
});

test('who is left alone in a household has none', async () => {
  const [ana, beto, carla] = await Promise.all(['Ana', 'Beto', 'Carla'].map(someone)) as [string, string, string];
  await joinHousehold(chapter, save, ana, beto, 'a');
  await joinHousehold(chapter, save, ana, carla, 'b');
  await leaveHousehold(chapter, save, carla, 'c');
  expect((await tokens(ana, beto, carla)).map(Boolean)).toEqual([true, true, false]);
  await leaveHousehold(chapter, save, beto, 'd');
  expect(await tokens(ana, beto, carla)).toEqual([undefined, undefined, undefined]);
});
