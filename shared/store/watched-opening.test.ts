import { afterEach, expect, test, vi } from 'vitest';
import type * as canary from './canary.ts';
import { findLoss } from './canary.ts';
import { RecordsMissing, type Loss } from './loss.ts';
import { newChapterKeys } from './keys.ts';
import { openRecords, type OpenedChapter, type RecordsAccess } from './open-records.ts';
import { openPouch } from './pouch.ts';
import type { ChapterKeys } from './sealing.ts';
import { exchange, newTestPc } from './test-chapter.ts';
import { newTestHost } from './test-host.ts';
import { acceptCount, lossNow, openDespiteLoss, openWatched } from './watched-opening.ts';

vi.mock('./canary.ts', async (original) => {
  const real = await original<typeof canary>();
  return { ...real, findLoss: vi.fn(real.findLoss) };
});

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

const CHAPTER = 'durham';

function accessTo(keys: ChapterKeys, pc = newTestPc()): RecordsAccess {
  return {
    id: CHAPTER,
    keys,
    user: { id: 'user:test', name: 'Rosa' },
    device: pc.device,
    prefix: pc.prefix,
    adapter: 'memory',
    onFailure: (problem) => {
      throw problem;
    },
  };
}

async function followed(opening: Promise<OpenedChapter>): Promise<OpenedChapter> {
  const chapter = await opening;
  open.push(chapter);
  return chapter;
}

/** A PC that wrote that many people and was closed in order. */
async function pcWith(people: number) {
  const host = newTestHost();
  const access = accessTo(await newChapterKeys());
  const chapter = await openRecords(access);
  await acceptCount(host, chapter);
  const made = await chapter.createMany('people', Array.from({ length: people }, (_, at) => ({ nameAsWritten: `Persona ${String(at)}`, contacts: [], affiliations: [] })));
  await chapter.close();
  return { host, access, ids: made.map(({ id }) => id) };
}

async function inPouch(access: RecordsAccess, work: (pouch: ReturnType<typeof openPouch>) => Promise<unknown>): Promise<void> {
  const pouch = openPouch(`chapter-${CHAPTER}`, 'memory', access.prefix);
  await work(pouch);
  // A database that the work has deleted is closed already.
  await pouch.close().catch(() => undefined);
}

/** All records are gone, the canary is left. */
async function loseRecords(access: RecordsAccess): Promise<void> {
  await inPouch(access, async (pouch) => {
    const canary = await pouch.get('_local/canary');
    await pouch.destroy();
    const again = openPouch(`chapter-${CHAPTER}`, 'memory', access.prefix);
    await again.put({ _id: '_local/canary', token: canary['token'], layout: 1 });
    await again.close();
  });
}

async function lossOf(opening: Promise<OpenedChapter>): Promise<Loss> {
  const problem: unknown = await followed(opening).then(() => null, (caught: unknown) => caught);
  if (!(problem instanceof RecordsMissing)) throw new Error('nothing was missed', { cause: problem });
  return problem.loss;
}

test('a PC that was closed in order opens again, however often', async () => {
  const { host, access } = await pcWith(12);
  for (let time = 0; time < 3; time += 1) {
    const chapter = await openWatched(host, access);
    expect(await chapter.collections.people.count().exec()).toBe(12);
    await chapter.close();
  }
});

test('more records than were noted are no loss: the note lags behind after a crash', async () => {
  const { host, access } = await pcWith(3);
  const noted = await host.keep.read(`canary-${CHAPTER}`);
  const chapter = await openWatched(host, access);
  await chapter.create('people', { nameAsWritten: 'Después', contacts: [], affiliations: [] });
  await chapter.close();
  await host.keep.write(`canary-${CHAPTER}`, noted ?? '');
  expect(await (await followed(openWatched(host, access))).collections.people.count().exec()).toBe(4);
});

test('a deleted database: what was here, what is here, since when and who has a copy', async () => {
  const { host, access } = await pcWith(5);
  await host.sync.setPeer(`chapter-${CHAPTER}`, { address: 'https://hub.example.org', account: 'a', password: 'b', label: 'hq' });
  const chapter = await openWatched(host, access);
  await chapter.pouch.put({ _id: '_local/convoca-peer-server', address: 'https://hub.example.org', sequence: 5, safeAt: '2026-11-20T10:00:00.000Z', denied: [] });
  await chapter.close();
  await inPouch(access, (pouch) => pouch.destroy());
  const loss = await lossOf(openWatched(host, access));
  expect(loss).toMatchObject({ kind: 'gone', held: 5, here: 0, peer: { label: 'hq', at: '2026-11-20T10:00:00.000Z' } });
  expect(Date.now() - Date.parse(loss.countedAt ?? '')).toBeLessThan(60_000);
  // Told until somebody has decided.
  expect((await lossOf(openWatched(host, access))).kind).toBe('gone');
});

test('fewer records than were noted are missed although the canary is there', async () => {
  const { host, access, ids } = await pcWith(8);
  await loseRecords(access);
  expect(ids).toHaveLength(8);
  expect(await lossOf(openWatched(host, access))).toMatchObject({ kind: 'fewer', held: 8, here: 0 });
});

test('a database whose connection ends while it is read is asked anew, and its loss is told, nothing else', async () => {
  const { host, access } = await pcWith(5);
  await loseRecords(access);
  const told: unknown[] = [];
  vi.mocked(findLoss).mockRejectedValueOnce(new Error('Database has a global failure'));
  const loss = await lossOf(openWatched(host, { ...access, onFailure: (problem) => told.push(problem) }));
  expect(loss).toMatchObject({ kind: 'fewer', held: 5, here: 0 });
  expect(told).toEqual([]);
});

test('going on with what is here ends the warning; a loss that came back is none', async () => {
  const { host, access } = await pcWith(4);
  await inPouch(access, (pouch) => pouch.destroy());
  const loss = await lossOf(openWatched(host, access));
  const chapter = await openDespiteLoss(access);
  expect(await lossNow(chapter, loss)).toMatchObject({ held: 4, here: 0 });
  await chapter.createMany('people', Array.from({ length: 4 }, () => ({ nameAsWritten: 'Otra', contacts: [], affiliations: [] })));
  expect(await lossNow(chapter, loss)).toBeNull();
  await acceptCount(host, chapter);
  await chapter.close();
  expect(await (await followed(openWatched(host, access))).collections.people.count().exec()).toBe(4);
});

test('a note whose bytes changed is not believed, and its loss is told, not taken for a small chapter', async () => {
  const { host, access } = await pcWith(6);
  const noted = (await host.keep.read(`canary-${CHAPTER}`)) ?? '';
  for (const hurt of [noted.replace('"records":6', '"records":1'), noted.slice(0, 30), '', '{}']) {
    await host.keep.write(`canary-${CHAPTER}`, hurt);
    expect(await lossOf(openWatched(host, access))).toMatchObject({ kind: 'unsure', held: null, here: 6 });
  }
  const chapter = await openDespiteLoss(access);
  await acceptCount(host, chapter);
  await chapter.close();
  await (await followed(openWatched(host, access))).close();
});

test('a whole database without its mark is asked about, not called lost', async () => {
  const { host, access } = await pcWith(3);
  await inPouch(access, async (pouch) => pouch.remove(await pouch.get('_local/canary')));
  expect(await lossOf(openWatched(host, access))).toMatchObject({ kind: 'unsure', held: 3, here: 3 });
});

test('a note that is gone beside a whole database is written again; beside an empty one it is a loss', async () => {
  const { host, access } = await pcWith(2);
  await host.keep.remove(`canary-${CHAPTER}`);
  await (await openWatched(host, access)).close();
  expect(await host.keep.read(`canary-${CHAPTER}`)).toContain('"records":2');
  await host.keep.remove(`canary-${CHAPTER}`);
  await inPouch(access, (pouch) => pouch.destroy());
  expect(await lossOf(openWatched(host, access))).toMatchObject({ kind: 'gone', held: null, here: 0 });
});

test('keys that open none of the records are told from an empty chapter, and nothing is left open or changed', async () => {
  const { host, access } = await pcWith(5);
  const before = await host.keep.read(`canary-${CHAPTER}`);
  const stranger = { ...access, keys: await newChapterKeys() };
  await expect(followed(openWatched(host, stranger))).rejects.toMatchObject({ code: 'wrong-key' });
  expect(await host.keep.read(`canary-${CHAPTER}`)).toBe(before);
  expect(await (await followed(openWatched(host, access))).collections.people.count().exec()).toBe(5);
});

test('records under a key that has not arrived yet prove no wrong key', async () => {
  const { host, access } = await pcWith(5);
  const { chapter } = await newChapterKeys();
  const later = { ...access, keys: { chapter: { current: 2, keys: { 2: chapter.keys[1] ?? '' } } } };
  expect(await (await followed(openWatched(host, later))).collections.people.count().exec()).toBe(0);
});

test('a database laid out by a newer Convoca, or full of records in a form that only a newer one reads, is left alone', async () => {
  const { host, access } = await pcWith(3);
  await inPouch(access, async (pouch) => pouch.put({ ...(await pouch.get('_local/canary')), layout: 2 }));
  await expect(followed(openWatched(host, access))).rejects.toMatchObject({ code: 'newer-schema' });
  const other = accessTo(await newChapterKeys());
  const otherHost = newTestHost();
  await inPouch(other, async (pouch) => {
    await pouch.put({ _id: 'person:abcdefghijkmnpqrstuv', chapter: CHAPTER, schema: 99, sealed: 'otherwise' });
    await pouch.put({ _id: '_local/canary', token: 'a', layout: 1 });
  });
  await expect(followed(openWatched(otherHost, other))).rejects.toMatchObject({ code: 'newer-schema' });
});

test('what is changed after a loss is never taken for what was changed and lost before it', async () => {
  const { host, access, ids } = await pcWith(1);
  const [id = ''] = ids;
  const peer = await followed(openRecords(accessTo(access.keys as ChapterKeys)));
  const first = await openWatched(host, access);
  await exchange(first, peer);
  // Sent nowhere before the loss, but a backup has it.
  await first.change('people', id, { notes: 'antes de la pérdida' });
  const backup = await first.pouch.get(id, { revs: true });
  await first.pouch.destroy();
  const again = await followed(openDespiteLoss(access));
  await exchange(again, peer);
  // Counted anew under the old name, the second of these would have seen what was lost.
  await again.change('people', id, { notes: 'después' });
  await again.change('people', id, { notes: 'después de la pérdida' });
  await again.pouch.bulkDocs([backup], { new_edits: false });
  await new Promise((resolve) => setTimeout(resolve, 30));
  await again.settled();
  const notes = (await again.collections.people.findOne(id).exec())?.toJSON().notes ?? '';
  const reviews = (await again.collections.office.find({ selector: { kind: 'review' } }).exec()).map((review) => JSON.stringify(review.toJSON()));
  const everywhere = [notes, ...reviews].join('\n');
  expect(everywhere).toContain('antes de la pérdida');
  expect(everywhere).toContain('después de la pérdida');
});
