import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { randomToken } from '../domain/record.ts';
import type { CollectionName } from './chapter-types.ts';
import { newChapterKeys } from './keys.ts';
import { KeyRing } from './key-ring.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { databaseId, openSnapshot, type SinceThen, type Snapshot } from './snapshot.ts';
import { SnapshotSeal, type KeptRecord } from './snapshot-format.ts';
import { SnapshotKeeper, type SnapshotSource } from './snapshot-keeper.ts';
import { openMemoryShelf, type SnapshotShelf } from './snapshot-shelf.ts';
import { firstStamps } from './stamps.ts';

PouchDB.plugin(memoryAdapter);

const MINUTE = 60_000;
const NOTHING: SinceThen = { unread: [], changed: [] };

let pouch: RecordPouch;
let shelf: SnapshotShelf;
let seal: SnapshotSeal;
let sources: Map<CollectionName, SnapshotSource>;
let failures: unknown[];
const keepers: SnapshotKeeper[] = [];

beforeEach(async () => {
  writes = vi.spyOn(SnapshotKeeper.prototype, 'write');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  pouch = openPouch(`keeper-${randomToken(10)}`, 'memory');
  await pouch.info();
  shelf = openMemoryShelf();
  seal = new SnapshotSeal({ chapter: 'durham', ring: await KeyRing.of(await newChapterKeys()) });
  sources = new Map();
  failures = [];
});
afterEach(async () => {
  for (const keeper of keepers.splice(0)) await keeper.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await pouch.close();
});

function keeper(found: Promise<SinceThen | null> = Promise.resolve(NOTHING), ready: Promise<void> = Promise.resolve()): SnapshotKeeper {
  const made = new SnapshotKeeper({ shelf, seal, pouch, sources, settled: () => Promise.resolve(), onFailure: (problem) => failures.push(problem) }, found, ready);
  keepers.push(made);
  return made;
}

function record(at: number, withAuthor = false): KeptRecord {
  const stamps = firstStamps('pc1');
  return { id: `person:${String(at).padStart(6, '0')}`, rev: '1-a', fields: { called: `c${String(at)}` }, backing: { schema: 1, stamps: { chapter: stamps, ...(withAuthor ? { author: stamps } : {}) }, closed: {} } };
}

/** A collection that holds these records, in that order. */
function holding(records: readonly KeptRecord[], unopened: readonly string[] = []): SnapshotSource {
  const byId = new Map(records.map((one) => [one.id, one]));
  return {
    ids: () => [...byId.keys()],
    unopened: new Set(unopened),
    held: (ids) => Promise.resolve(ids.flatMap((id) => byId.get(id) ?? [])),
  };
}

let writes: MockInstance<SnapshotKeeper['write']>;

const many = (count: number): readonly KeptRecord[] => Array.from({ length: count }, (_, at) => record(at));

async function change(count: number): Promise<void> {
  await pouch.bulkDocs(Array.from({ length: count }, () => ({ _id: `person:${randomToken(20)}` })));
  await vi.advanceTimersByTimeAsync(1);
}

/** Time passes, and what was begun meanwhile is done. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  const begun = writes.mock.results.map(({ value }) => value as Promise<void>);
  await Promise.allSettled(begun);
  await vi.advanceTimersByTimeAsync(0);
}

async function isWritten(): Promise<boolean> {
  return (await shelf.names()).includes(seal.place('head'));
}

async function kept(): Promise<Snapshot> {
  const found = await openSnapshot(shelf, seal, Promise.resolve(pouch));
  if (!found) throw new Error('no snapshot');
  return found;
}

async function recordsOf(snapshot: Snapshot, name: CollectionName): Promise<(readonly KeptRecord[] | null)[]> {
  const chunks: (readonly KeptRecord[] | null)[] = [];
  for await (const chunk of snapshot.records(name)) chunks.push(chunk);
  return chunks;
}

describe('a snapshot is written by itself', () => {
  test('when much has changed and nobody has saved anything for four seconds', async () => {
    keeper();
    await change(299);
    await pass(5_000);
    expect(await isWritten()).toBe(false);
    await change(1);
    await pass(3_900);
    expect(await isWritten()).toBe(false);
    await change(1);
    await pass(3_900);
    expect(await isWritten()).toBe(false);
    await pass(200);
    expect(await isWritten()).toBe(true);
  });

  test('once, and again only when as much has changed anew', async () => {
    const written = vi.spyOn(shelf, 'write');
    keeper();
    await change(350);
    await pass(5_000);
    const first = written.mock.calls.length;
    expect(first).toBeGreaterThan(0);
    await change(299);
    await pass(MINUTE);
    expect(written).toHaveBeenCalledTimes(first);
    await change(1);
    await pass(5_000);
    expect(written).toHaveBeenCalledTimes(2 * first);
  });

  test('of a large chapter when a fiftieth of its records has changed', async () => {
    sources.set('people', { ids: () => Array<string>(20_000).fill('person:a'), unopened: new Set(), held: () => Promise.resolve([]) });
    keeper();
    await change(399);
    await pass(5_000);
    expect(await isWritten()).toBe(false);
    await change(1);
    await pass(5_000);
    expect(await isWritten()).toBe(true);
  });

  test('of fewer changes after ten minutes, of a handful not', async () => {
    keeper();
    await change(20);
    await pass(11 * MINUTE);
    expect(await isWritten()).toBe(false);
    await change(1);
    await pass(5_000);
    expect(await isWritten()).toBe(true);
    await shelf.remove([seal.place('head')]);
    await change(200);
    await pass(9 * MINUTE);
    expect(await isWritten()).toBe(false);
    await pass(2 * MINUTE);
    expect(await isWritten()).toBe(true);
  });

  test('where there was none, of a chapter that has some hundred records', async () => {
    sources.set('people', holding(many(150)));
    sources.set('sheets', holding(many(149)));
    keeper(Promise.resolve(null));
    await pass(MINUTE);
    expect(await isWritten()).toBe(false);
    sources.set('sheets', holding(many(150)));
    await pass(MINUTE);
    expect(await isWritten()).toBe(true);
    const written = vi.spyOn(shelf, 'write');
    await pass(20 * MINUTE);
    expect(written).not.toHaveBeenCalled();
  });

  test('when much is otherwise than in the one that was found', async () => {
    keeper(Promise.resolve({ unread: many(300).map(({ id }) => id), changed: [] }));
    await pass(5_000);
    expect(await isWritten()).toBe(true);
  });

  test('not before the records are in memory, and never when they could not be read', async () => {
    let filled = (): void => undefined;
    keeper(Promise.resolve(null), new Promise((resolve) => (filled = resolve)));
    keeper(Promise.resolve(null), Promise.reject(new Error('torn')));
    sources.set('people', holding(many(300)));
    await change(300);
    await pass(MINUTE);
    expect(await isWritten()).toBe(false);
    filled();
    await pass(5_000);
    expect(await isWritten()).toBe(true);
  });

  test('a failure is told, and it is tried again in quiet', async () => {
    const write = shelf.write.bind(shelf);
    shelf.write = () => Promise.reject(new Error('no shelf'));
    keeper();
    await change(300);
    await pass(5_000);
    expect(failures).toEqual([new Error('no shelf')]);
    shelf.write = write;
    await pass(5_000);
    expect(await isWritten()).toBe(true);
  });
});

describe('what is written', () => {
  test('is every record in order, some hundred in a blob, and the state of the database', async () => {
    const records = many(1_501);
    sources.set('people', holding([...records].reverse()));
    sources.set('office', holding([]));
    await change(3);
    await keeper().write();
    const snapshot = await kept();
    expect(await recordsOf(snapshot, 'people')).toEqual([records.slice(0, 1_500), records.slice(1_500)]);
    expect(await recordsOf(snapshot, 'office')).toEqual([]);
    const head = await seal.openHead(await shelf.read([seal.place('head')])[0]);
    expect(head).toMatchObject({ database: await databaseId(pouch), sequence: 3, schema: 1, chunks: { people: 2, office: 0 }, notes: [], unread: [] });
    expect(head?.generation).toMatch(/^[a-z0-9]{8}$/);
  });

  test('leaves out what only its author reads and names it as unread, with what did not open', async () => {
    sources.set('people', holding([record(1), record(2, true), record(3)], ['person:closed']));
    await keeper().write();
    const snapshot = await kept();
    expect(await recordsOf(snapshot, 'people')).toEqual([[record(1), record(3)]]);
    expect([...((await snapshot.since)?.unread ?? [])].sort()).toEqual([record(2).id, 'person:closed']);
  });

  test('holds the notes of the screens that have one; a screen that left takes only its own away', async () => {
    const here = keeper();
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const endFirst = here.provide('names', () => bytes('old'));
    here.provide('names', () => bytes('new'));
    here.provide('nothing', () => null);
    const endList = here.provide('list', () => bytes('list'));
    endFirst();
    endList();
    await here.write();
    const snapshot = await kept();
    expect([await snapshot.note('names'), await snapshot.note('nothing'), await snapshot.note('list')]).toEqual([bytes('new'), null, null]);
  });

  test('takes the place of the one before, and of no other role’s or name’s', async () => {
    const here = keeper();
    sources.set('people', holding(many(2)));
    for (const other of ['chapter/head', 'chapter/old/people/0', 'organizers2/x']) await shelf.write(other, new Uint8Array(1));
    await here.write();
    const first = await shelf.names();
    await here.write();
    const second = await shelf.names();
    expect(second).toHaveLength(first.length);
    expect(second.filter((name) => first.includes(name)).sort()).toEqual(['chapter/head', 'chapter/old/people/0', 'organizers/head', 'organizers2/x']);
    expect(await recordsOf(await kept(), 'people')).toEqual([many(2)]);
  });

  test('waits until what was written before is in memory, and counts from before that', async () => {
    const order: string[] = [];
    sources.set('people', { ...holding(many(1)), held: (ids) => (order.push('held'), Promise.resolve(ids.map(() => record(0)))) });
    const settled = async (): Promise<void> => {
      await pouch.bulkDocs([{ _id: 'person:late' }]);
      order.push('settled');
    };
    const here = new SnapshotKeeper({ shelf, seal, pouch, sources, settled, onFailure: (problem) => failures.push(problem) }, Promise.resolve(NOTHING), Promise.resolve());
    keepers.push(here);
    await here.write();
    expect(order).toEqual(['settled', 'held']);
    expect((await (await kept()).since)?.unread).toEqual(['person:late']);
  });

  test('asked for twice at once it is written once', async () => {
    const here = keeper();
    const written = vi.spyOn(shelf, 'write');
    await Promise.all([here.write(), here.write()]);
    expect(written).toHaveBeenCalledTimes(1);
    await here.write();
    expect(written).toHaveBeenCalledTimes(2);
  });
});

describe('what is not finished', () => {
  test('on a full disk leaves the one before as it is', async () => {
    const here = keeper();
    sources.set('people', holding(many(2)));
    here.provide('names', () => new Uint8Array(3));
    await here.write();
    const before = await shelf.names();
    sources.set('people', holding(many(3)));
    // Whatever was found out about the disk before is long ago.
    vi.setSystemTime(Date.now() + 10_000 * MINUTE);
    vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('Full.', 'QuotaExceededError')) });
    await here.write();
    expect(await shelf.names()).toEqual(before);
    expect(await recordsOf(await kept(), 'people')).toEqual([many(2)]);
  });

  test('ends with the chapter, at whichever blob, and waits for nothing afterwards', async () => {
    for (const last of [0, 1, 2]) {
      shelf = openMemoryShelf();
      sources.set('people', holding(many(2)));
      const here = keeper();
      here.provide('names', () => new Uint8Array(3));
      const write = shelf.write.bind(shelf);
      let blobs = 0;
      let stopping: Promise<void> | undefined;
      shelf.write = async (name, blob) => {
        if (blobs === last) stopping = here.stop();
        blobs += 1;
        await write(name, blob);
      };
      await here.write();
      await stopping;
      expect([await isWritten(), (await shelf.names()).length]).toEqual([last === 2, last + 1]);
      await change(300);
      await pass(MINUTE);
      expect(blobs).toBe(last + 1);
    }
  });

  test('stopped while it waits, nothing is written; stopped while it fails, the stop is done all the same', async () => {
    const here = keeper();
    await change(300);
    await here.stop();
    await pass(MINUTE);
    expect(await isWritten()).toBe(false);
    const failing = keeper();
    let stopping: Promise<void> | undefined;
    shelf.write = () => {
      stopping = failing.stop();
      return Promise.reject(new Error('no shelf'));
    };
    await expect(failing.write()).rejects.toThrow('no shelf');
    await expect(stopping).resolves.toBeUndefined();
  });
});
