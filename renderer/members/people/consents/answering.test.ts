import { afterEach, beforeEach, expect, test } from 'vitest';
import { consentNow } from '../../../../shared/domain/consents.ts';
import type { Consent } from '../../../../shared/domain/person-changes.ts';
import type { OpenedChapter } from '../../../../shared/store/open-records.ts';
import { saveInto, type Save } from '../../../app/saving.ts';
import { UndoStack } from '../../../app/undo-stack.ts';
import { newChapter } from '../../in-chapter.tsx';
import { addAnswer, stopContacting } from './answering.ts';

const TODAY = { y: 2026, m: 11, d: 22 };

let chapter: OpenedChapter;
let undo: UndoStack;
let save: Save;
let lupita: string;
beforeEach(async () => {
  chapter = await newChapter();
  undo = new UndoStack();
  save = saveInto(chapter, undo);
  lupita = (await chapter.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] })).id;
});
afterEach(() => chapter.close());

async function answers(): Promise<Consent[]> {
  const found = await chapter.collections.office.find({ selector: { kind: 'consent', deletedAt: { $exists: false } } }).exec();
  return found.map((one) => one.toMutableJSON() as Consent);
}

test('a second answer on the same day takes the place of the first', async () => {
  await addAnswer(chapter, save, lupita, { scope: 'photo', isGiven: false, on: TODAY }, 'a');
  await addAnswer(chapter, save, lupita, { scope: 'photo', isGiven: true, on: TODAY }, 'b');
  expect(consentNow(await answers(), 'photo', TODAY).isGiven).toBe(true);
  await undo.undo();
  expect(consentNow(await answers(), 'photo', TODAY).isGiven).toBe(false);
});

test('“Stop contacting” sets the mark with its day and says no to calls, messages and e-mail; one “Undo” takes all of it back', async () => {
  await addAnswer(chapter, save, lupita, { scope: 'call', isGiven: true, on: TODAY }, 'a');
  await stopContacting(chapter, save, lupita, TODAY, 'stop');
  expect(await chapter.collections.people.findOne(lupita).exec()).toMatchObject({ doNotContact: true, doNotContactSince: TODAY });
  for (const scope of ['call', 'message', 'email']) expect(consentNow(await answers(), scope, TODAY)).toMatchObject({ isGiven: false, because: 'said' });
  expect(undo.last()?.label).toBe('stop');
  await undo.undo();
  expect((await chapter.collections.people.findOne(lupita).exec())?.doNotContact).toBeUndefined();
  expect(await answers()).toMatchObject([{ scope: 'call', isGiven: true }]);
});
