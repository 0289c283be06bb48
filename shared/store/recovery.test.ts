import { afterEach, expect, test } from 'vitest';
import type { OpenedChapter } from './open-records.ts';
import { administratorsOnSheet, listChapters, openWithSheet, unlockChapter } from './opening.ts';
import { draftRecoverySheet, keepRecoverySheet, wrongWords, type RecoveryDraft } from './recovery.ts';
import { exchange } from './test-chapter.ts';
import { accessHere, foundAt, joinAt, newTestOffice, PASSPHRASES, unlockAt } from './test-offices.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

const typedBack = (draft: RecoveryDraft): readonly string[] => draft.asked.map((place) => draft.words[place - 1] ?? '');

async function sheetFor(chapter: OpenedChapter): Promise<string> {
  const draft = await draftRecoverySheet('es');
  expect(await keepRecoverySheet(accessHere(chapter), draft, typedBack(draft))).toBe(true);
  expect(draft.key.every((byte) => byte === 0)).toBe(true);
  return draft.words.join(' ');
}

test('a sheet counts only after its three words were typed back, and its words lie nowhere', async () => {
  const here = newTestOffice();
  const rosa = await foundAt(here);
  open.push(rosa);
  const draft = await draftRecoverySheet('en');
  expect(draft.asked).toHaveLength(3);
  expect(wrongWords(draft, ['', typedBack(draft)[1] ?? '', 'zebra zebra'])).toEqual([draft.asked[0], draft.asked[2]]);
  expect(await keepRecoverySheet(accessHere(rosa), draft, ['a', 'b', 'c'])).toBe(false);
  expect((await listChapters(here.host))[0]?.hasSheet).toBe(false);
  expect(await keepRecoverySheet(accessHere(rosa), draft, typedBack(draft))).toBe(true);
  expect((await listChapters(here.host))[0]?.hasSheet).toBe(true);
  const kept = (await here.host.keep.read(`vault-${rosa.id}`)) ?? '';
  const texts = (await rosa.collections.office.find().exec()).map((found) => JSON.stringify(found.toJSON())).join();
  draft.words.slice(1).forEach((word, at) => expect(kept + texts).not.toMatch(new RegExp(`${draft.words[at] ?? ''}[^a-z]{1,3}${word}`)));
});

test('the sheet gives an administrator a new passphrase; the old one no longer opens, the records do', async () => {
  const here = newTestOffice();
  const rosa = await foundAt(here);
  const { id } = await rosa.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [], notes: 'canta' });
  const words = await sheetFor(rosa);
  await rosa.close();
  const [administrator, ...others] = await administratorsOnSheet(here.host, rosa.database, words);
  expect(others).toEqual([]);
  expect(administrator).toMatchObject({ name: 'Rosa', role: 'chapter_admin' });
  const wrong = (await draftRecoverySheet('es')).words.join(' ');
  await expect(administratorsOnSheet(here.host, rosa.database, wrong)).rejects.toMatchObject({ code: 'wrong-sheet' });
  const opened = await openWithSheet(here.host, here.place, rosa.database, words, { administrator: administrator?.id ?? '' }, 'una frase nueva de Rosa');
  expect(opened.user).toMatchObject({ id: rosa.user.id, name: 'Rosa' });
  expect((await opened.collections.people.findOne(id).exec())?.toJSON()).toMatchObject({ notes: 'canta' });
  await opened.close();
  await expect(unlockChapter(here.host, here.place, rosa.database, PASSPHRASES.Rosa)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const again = await unlockAt(here, rosa, 'una frase nueva de Rosa');
  open.push(again);
  expect(again.ring.holds('organizers')).toBe(true);
});

test('a sheet made on one PC opens on the other; a newer one ends it and changes the keys; someone new can come in by it', async () => {
  const [one, two] = [newTestOffice(), newTestOffice()];
  const rosa = await foundAt(one);
  open.push(rosa);
  const ana = await joinAt(two, one, rosa, 'Ana', 'entry');
  const first = await sheetFor(rosa);
  const before = rosa.ring.current('chapter');
  const second = await sheetFor(rosa);
  expect(rosa.ring.current('chapter')).not.toBe(before);
  await exchange(rosa, ana);
  await accessHere(ana).settled();
  await ana.close();
  await expect(administratorsOnSheet(two.host, rosa.database, first)).rejects.toMatchObject({ code: 'wrong-sheet' });
  const newcomer = await openWithSheet(two.host, two.place, rosa.database, second, { name: 'Marisol' }, 'una frase de Marisol');
  expect(accessHere(newcomer).role).toBe('chapter_admin');
  await newcomer.close();
  const again = await unlockAt(two, rosa, 'una frase de Marisol');
  open.push(again);
  expect(again.user.name).toBe('Marisol');
  const { id } = await rosa.create('people', { nameAsWritten: 'Chela', contacts: [], affiliations: [], notes: 'baila' });
  await exchange(rosa, again);
  expect((await again.collections.people.findOne(id).exec())?.toJSON()).toMatchObject({ notes: 'baila' });
});
