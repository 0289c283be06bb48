import { afterEach, expect, test } from 'vitest';
import type { Host } from '../host.ts';
import { makeBackup } from './backup.ts';
import { bringingBack } from './bring-back.ts';
import type { ChapterStart } from './chapter-types.ts';
import { KeyRing } from './key-ring.ts';
import { newChapterKeys } from './keys.ts';
import { stretchFor } from './locks.ts';
import { admitUser } from './new-access.ts';
import type { OpenedChapter } from './open-records.ts';
import { listChapters, startChapter, unlockChapter, type OpeningPlace } from './opening.ts';
import { openPouch } from './pouch.ts';
import { newTestPc } from './test-chapter.ts';
import { newTestHost } from './test-host.ts';
import { VAULT_PREFIX, vaultEntryOf, type Card } from './vault-entry.ts';
import { bringVaultsBack, copyVault, withCopiedVault } from './vault-copy.ts';
import { readVault } from './vault.ts';

const PASSPHRASE = 'siete gatos duermen aquí';
const START: ChapterStart = {
  chapterName: { es: 'Capítulo Durham', en: 'Durham chapter' },
  pcName: 'PC 1',
  userName: 'Rosa',
  passphrase: PASSPHRASE,
  areaCode: '919',
  phone: '',
  email: '',
  practice: false,
};
const nothing = (): void => undefined;

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

async function followed(opening: Promise<OpenedChapter>): Promise<OpenedChapter> {
  const chapter = await opening;
  open.push(chapter);
  return chapter;
}

function newPc(): { readonly host: Host; readonly place: OpeningPlace } {
  const place = {
    adapter: 'memory',
    prefix: newTestPc().prefix,
    onFailure: (problem: unknown) => {
      throw problem;
    },
  };
  return { host: newTestHost(), place };
}

/** A chapter with three people, closed, and its backup. */
async function closedChapter() {
  const { host, place } = newPc();
  const chapter = await startChapter(host, place, START);
  await chapter.createMany('people', Array.from({ length: 3 }, (_, at) => ({ nameAsWritten: `Persona ${String(at)}`, contacts: [], affiliations: [] })));
  const backup = await makeBackup(host.keep, chapter);
  await copyVault(host.keep, chapter.id, chapter.pouch);
  await chapter.close();
  return { host, place, id: chapter.id, database: chapter.database, backup, vaultName: VAULT_PREFIX + chapter.id };
}

function people(chapter: OpenedChapter): Promise<number> {
  return chapter.collections.people.count().exec();
}

/** A vault that the same passphrase opens, with keys of no chapter. */
async function strangeVault(text: string, id: string): Promise<string> {
  const vault = readVault(text);
  const ring = await KeyRing.of(await newChapterKeys());
  const card: Card = { id: 'user:abcdefghijkmnpqrstuv', name: 'Nadie', role: 'chapter_admin' };
  const { made } = await admitUser(id, ring, card, await stretchFor(id, PASSPHRASE));
  return JSON.stringify({ ...vault, entries: [await vaultEntryOf(id, ring, made, card)] });
}

async function forgetCopy(place: OpeningPlace, database: string): Promise<void> {
  const pouch = openPouch(database, place.adapter, place.prefix);
  await pouch.remove(await pouch.get('_local/vault'));
  await pouch.close();
}

test('the restore drill: an empty PC opens the chapter from the file with a passphrase of that day, and gives no code twice', async () => {
  const { backup, id, database } = await closedChapter();
  const { host, place } = newPc();
  const ways = bringingBack(host, place);
  await expect(ways.chapterFrom(backup, 'no es la frase', nothing)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  expect(await listChapters(host)).toEqual([]);
  const told: number[] = [];
  const { chapter, missing, records } = await ways.chapterFrom(backup, PASSPHRASE, (share) => told.push(share));
  open.push(chapter);
  expect(missing).toBe(0);
  expect(records).toBeGreaterThan(3);
  expect(told.at(-1)).toBeGreaterThan(0.5);
  expect(await people(chapter)).toBe(3);
  expect((await chapter.collections.office.findOne(chapter.device).exec())?.toJSON()).toMatchObject({ codesGiven: 100 });
  await chapter.close();
  expect(await listChapters(host)).toMatchObject([{ database, name: START.chapterName }]);
  const again = await followed(unlockChapter(host, place, database, PASSPHRASE));
  expect(again.id).toBe(id);
  expect(await people(again)).toBe(3);
}, 60_000);

test('a chapter that is here is merged with its backup under its own passphrase only', async () => {
  const { host, place, backup, database } = await closedChapter();
  const ways = bringingBack(host, place);
  await expect(ways.chapterFrom(backup, 'otra frase', nothing)).rejects.toMatchObject({ code: 'already-here' });
  const before = await unlockChapter(host, place, database, PASSPHRASE);
  await before.create('people', { nameAsWritten: 'Después del respaldo', contacts: [], affiliations: [] });
  await before.close();
  const { chapter } = await ways.chapterFrom(backup, PASSPHRASE, nothing);
  open.push(chapter);
  expect(await people(chapter)).toBe(4);
}, 60_000);

test('keys that open no record: told, opened with the copy in the database, or with the backup’s where there is no copy', async () => {
  const { host, place, backup, id, database, vaultName } = await closedChapter();
  const right = (await host.keep.read(vaultName)) ?? '';
  const wrong = await strangeVault(right, id);
  await host.keep.write(vaultName, wrong);
  const unlock = (): Promise<OpenedChapter> => unlockChapter(host, place, database, PASSPHRASE);
  await expect(followed(unlock())).rejects.toMatchObject({ code: 'wrong-key' });
  const copied = await withCopiedVault(host.keep, place, database, unlock);
  expect(await people(copied)).toBe(3);
  await copied.close();
  expect(await host.keep.read(vaultName)).toBe(right);

  await forgetCopy(place, database);
  await host.keep.write(vaultName, wrong);
  await expect(withCopiedVault(host.keep, place, database, unlock)).rejects.toMatchObject({ code: 'wrong-key' });
  expect(await host.keep.read(vaultName)).toBe(wrong);
  const { chapter } = await bringingBack(host, place).chapterFrom(backup, PASSPHRASE, nothing);
  open.push(chapter);
  expect(await people(chapter)).toBe(3);
}, 90_000);

test('a damaged vault is listed with its problem, comes back from the copy, and a newer one is left alone', async () => {
  const { host, place, database, vaultName } = await closedChapter();
  const right = (await host.keep.read(vaultName)) ?? '';
  await host.keep.write(vaultName, right.slice(0, 100));
  expect(await listChapters(host)).toMatchObject([{ database, problem: 'damaged' }]);
  await bringVaultsBack(host.keep, place);
  expect(await host.keep.read(vaultName)).toBe(right);

  const newer = right.replace(/"format":\d+/, '"format":99');
  await host.keep.write(vaultName, newer);
  await bringVaultsBack(host.keep, place);
  expect(await host.keep.read(vaultName)).toBe(newer);
  expect(await listChapters(host)).toMatchObject([{ database, problem: 'newer-schema' }]);

  await forgetCopy(place, database);
  await host.keep.write(vaultName, '');
  await bringVaultsBack(host.keep, place);
  expect(await listChapters(host)).toMatchObject([{ database, problem: 'damaged' }]);
}, 60_000);

test('a vault that changed is copied anew; a damaged one never replaces the copy', async () => {
  const { host, place, id, database, vaultName } = await closedChapter();
  const right = (await host.keep.read(vaultName)) ?? '';
  const pouch = openPouch(database, place.adapter, place.prefix);
  await copyVault({ ...host.keep, read: () => Promise.resolve(right.slice(5)) }, id, pouch);
  expect((await pouch.get('_local/vault'))['text']).toBe(right);
  const changed = JSON.stringify({ ...(JSON.parse(right) as object), practice: true });
  await copyVault({ ...host.keep, read: () => Promise.resolve(changed) }, id, pouch);
  expect((await pouch.get('_local/vault'))['text']).toBe(changed);
  await pouch.close();
  expect(vaultName).toContain(id);
}, 60_000);
