import { afterEach, expect, test } from 'vitest';
import type { ChapterStart } from './chapter-types.ts';
import type { OpenedChapter } from './open-records.ts';
import { makeInvitation } from './inviting.ts';
import { joinChapter, listChapters, startChapter, unlockChapter, type OpeningPlace } from './opening.ts';
import { exchange, newTestPc } from './test-chapter.ts';
import { newTestHost } from './test-host.ts';

const START: ChapterStart = {
  chapterName: { es: 'Capítulo Durham', en: 'Durham chapter' },
  pcName: 'PC 1',
  userName: 'Rosa',
  passphrase: 'siete gatos duermen aquí',
  areaCode: '919',
  phone: '(919) 555-0142',
  email: 'durham@example.org',
  practice: false,
};

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

function fail(problem: unknown): void {
  throw problem;
}

function place(): OpeningPlace {
  return { adapter: 'memory', prefix: newTestPc().prefix, onFailure: fail };
}

async function followed(opening: Promise<OpenedChapter>): Promise<OpenedChapter> {
  const chapter = await opening;
  open.push(chapter);
  return chapter;
}

test('a started chapter is listed by its public name and opens with its passphrase only', async () => {
  const host = newTestHost();
  const here = place();
  const started = await startChapter(host, here, START);
  await started.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] });
  await started.close();
  const [listing] = await listChapters(host);
  expect(listing).toEqual({ database: started.database, name: START.chapterName, practice: false, hasSheet: false });
  await expect(unlockChapter(host, here, started.database, 'ocho gatos duermen aquí')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const again = await followed(unlockChapter(host, here, started.database, ` ${START.passphrase} `));
  expect(again.user.name).toBe('Rosa');
  expect(await again.collections.people.count().exec()).toBe(1);
});

test('the vault shows neither the user nor a key', async () => {
  const host = newTestHost();
  const chapter = await followed(startChapter(host, place(), START));
  const vault = await host.keep.read(`vault-${chapter.id}`);
  expect(vault).not.toContain('Rosa');
  const key = chapter.ring.toKeys(['chapter']).chapter.keys[1] ?? '';
  expect(key).toHaveLength(43);
  expect(vault).not.toContain(key);
});

test('a second PC joins with the file and the six words, has the settings at once, and both exchange records', async () => {
  const host = newTestHost();
  const first = await followed(startChapter(host, place(), START));
  await host.sync.setPeer(first.database, { address: 'https://hub.example.org', account: 'durham-1', password: 'x', label: 'hq' });
  const { bytes, words } = await makeInvitation(host, first, 'es', 'chapter_admin');
  expect(words).toHaveLength(6);
  const join = { invitation: bytes, pcName: 'PC 2', userName: 'Ana', passphrase: 'otra frase muy larga' };
  const secondHost = newTestHost();
  const there = place();
  await expect(joinChapter(secondHost, there, { ...join, words: 'uno dos tres cuatro cinco seis' })).rejects.toMatchObject({ code: 'wrong-words' });
  const typed = words.join(', ').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  const second = await followed(joinChapter(secondHost, there, { ...join, words: typed }));
  expect((await secondHost.sync.peer(first.database))?.account).toBe('durham-1');
  const devices = (await second.collections.office.find({ selector: { kind: 'device' } }).exec()).map((found) => found.toJSON());
  expect(devices).toMatchObject([{ id: second.device, name: 'PC 2' }]);
  await first.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] });
  await exchange(first, second);
  expect(await second.collections.people.count().exec()).toBe(1);
  const atFirst = (await first.collections.office.find({ selector: { kind: 'device' } }).exec()).map((found) => found.toJSON());
  expect(atFirst.map((device) => (device as { name: string }).name).sort()).toEqual(['PC 1', 'PC 2']);
  const letters = atFirst.map((device) => (device as { letter: string }).letter);
  expect(new Set(letters).size).toBe(2);
  for (const letter of letters) expect(letter).toMatch(/^[A-Z]$/);
  expect((await first.collections.office.find({ selector: { kind: 'review' } }).exec())).toEqual([]);
  await expect(joinChapter(secondHost, there, { ...join, words: typed })).rejects.toMatchObject({ code: 'already-here' });
});

test('a file that is no invitation is told apart from wrong words', async () => {
  const join = { invitation: new TextEncoder().encode('Nombre,Teléfono\n'.repeat(20)), words: 'a b c d e f', pcName: '', userName: '', passphrase: '' };
  await expect(joinChapter(newTestHost(), place(), join)).rejects.toMatchObject({ code: 'not-an-invitation' });
});

test('a database that the browser has emptied is not opened as if nothing were wrong', async () => {
  const host = newTestHost();
  const started = await startChapter(host, place(), START);
  await started.close();
  const emptied = place();
  await expect(unlockChapter(host, emptied, started.database, START.passphrase)).rejects.toMatchObject({ code: 'records-missing' });
  const accepted = await followed(unlockChapter(host, emptied, started.database, START.passphrase, true));
  expect(await accepted.collections.office.count().exec()).toBe(0);
});
