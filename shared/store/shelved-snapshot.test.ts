import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { newChapterKeys } from './keys.ts';
import { KeyRing } from './key-ring.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { databaseId, openSnapshot, type Snapshot } from './snapshot.ts';
import { SnapshotSeal, type KeptRecord, type SnapshotHead } from './snapshot-format.ts';
import { openMemoryShelf, type SnapshotShelf } from './snapshot-shelf.ts';
import { firstStamps } from './stamps.ts';

PouchDB.plugin(memoryAdapter);

let pouch: RecordPouch;
let shelf: SnapshotShelf;
let seal: SnapshotSeal;
beforeEach(async () => {
  pouch = openPouch(`shelf-${randomToken(10)}`, 'memory');
  shelf = openMemoryShelf();
  seal = new SnapshotSeal({ chapter: 'durham', ring: await KeyRing.of(await newChapterKeys()) });
});
afterEach(() => pouch.close());

const record = (id: string): KeptRecord => ({ id, rev: '1-a', fields: { called: id }, backing: { schema: 1, stamps: { chapter: firstStamps('pc1') }, closed: {} } });

/** A snapshot of two blobs of people, one of sheets and a note, as of now; `head` is altered by `harm`. */
async function shelve(harm: Partial<SnapshotHead> = {}): Promise<void> {
  const { update_seq } = await pouch.info();
  for (const [place, ids] of [['people/0', ['person:a', 'person:b']], ['people/1', ['person:c']], ['sheets/0', ['sheet:a']]] as const) {
    const at = seal.place('g', ...place.split('/'));
    await shelf.write(at, await seal.chunkBlob(at, ids.map(record)));
  }
  const note = seal.place('g', 'note', 'names');
  await shelf.write(note, await seal.blob(note, new Uint8Array([7])));
  const head = { schema: 1, database: await databaseId(pouch), sequence: Number(update_seq), generation: 'g', chunks: { people: 2, sheets: 1 }, notes: ['names', 'lost'], unread: ['person:z'] };
  await shelf.write(seal.place('head'), await seal.headBlob({ ...head, ...harm }));
}

const open = () => openSnapshot(shelf, seal, Promise.resolve(pouch));

async function opened(): Promise<Snapshot> {
  const snapshot = await open();
  if (!snapshot) throw new Error('no snapshot');
  return snapshot;
}

async function idsIn(snapshot: Snapshot, name: 'people' | 'sheets' | 'office'): Promise<(readonly string[] | null)[]> {
  const found: (readonly string[] | null)[] = [];
  for await (const chunk of snapshot.records(name)) found.push(chunk && chunk.map(({ id }) => id));
  return found;
}

test('gives the records of each collection once, blob by blob, and the notes', async () => {
  await shelve();
  const snapshot = await opened();
  expect(await idsIn(snapshot, 'people')).toEqual([['person:a', 'person:b'], ['person:c']]);
  expect(await idsIn(snapshot, 'people')).toEqual([]);
  expect(await idsIn(snapshot, 'sheets')).toEqual([['sheet:a']]);
  expect(await idsIn(snapshot, 'office')).toEqual([]);
  expect([await snapshot.note('names'), await snapshot.note('lost'), await snapshot.note('other')]).toEqual([new Uint8Array([7]), null, null]);
});

test('tells what changed since, with conflicts, each id once', async () => {
  await pouch.put({ _id: 'person:a' });
  await shelve();
  await pouch.put({ _id: 'person:z' });
  const leaf = (letter: string) => ({ _id: 'person:y', _rev: `1-${letter.repeat(32)}` });
  await pouch.bulkDocs([leaf('a'), leaf('b')], { new_edits: false });
  const since = await (await opened()).since;
  expect(since?.unread).toEqual(['person:z', 'person:y']);
  expect(since?.changed).toMatchObject([{ _id: 'person:z' }, { _id: 'person:y', _conflicts: [leaf('a')._rev] }]);
});

test('does not fit another database, one that went back, or one in which very much changed', async () => {
  await pouch.bulkDocs([{ _id: 'person:a' }, { _id: 'person:b' }]);
  await shelve({ database: 'another' });
  expect(await (await opened()).since).toBeNull();
  await shelve({ sequence: 3 });
  expect(await (await opened()).since).toBeNull();
  await shelve({ sequence: 0 });
  await pouch.bulkDocs(Array.from({ length: 4_998 }, (_, at) => ({ _id: `sheet:${String(at)}` })));
  expect((await (await opened()).since)?.changed).toHaveLength(5_000);
  await pouch.put({ _id: 'sheet:more' });
  expect(await (await opened()).since).toBeNull();
});

test('does not fit where the database cannot be opened or asked', async () => {
  await shelve();
  const refused = Promise.reject<RecordPouch>(new Error('full disk'));
  refused.catch(() => undefined);
  const snapshot = await openSnapshot(shelf, seal, refused);
  expect(await snapshot?.since).toBeNull();
  expect(await idsIn(snapshot as Snapshot, 'sheets')).toEqual([['sheet:a']]);
});

test('is none without a head, of another schema number, or on a shelf that answers with errors', async () => {
  expect(await open()).toBeNull();
  await shelve({ schema: 2 });
  expect(await open()).toBeNull();
  await shelve();
  expect(await open()).not.toBeNull();
  expect(await openSnapshot({ ...shelf, read: (names) => names.map(() => Promise.reject(new Error('no shelf'))) }, seal, Promise.resolve(pouch))).toBeNull();
});

test('ends with null at a damaged blob, and the other collections and notes are as they were', async () => {
  await shelve();
  await shelf.remove([seal.place('g', 'people', 0)]);
  await shelf.write(seal.place('g', 'note', 'names'), new Uint8Array(3));
  const snapshot = await opened();
  expect(await idsIn(snapshot, 'people')).toEqual([null]);
  expect(await idsIn(snapshot, 'sheets')).toEqual([['sheet:a']]);
  expect(await snapshot.note('names')).toBeNull();
  await shelve();
  const failing: SnapshotShelf = { ...shelf, read: (names) => shelf.read(names).map((blob, at) => (names[at]?.includes('people/1') ? Promise.reject(new Error('torn')) : blob)) };
  expect(await idsIn((await openSnapshot(failing, seal, Promise.resolve(pouch))) as Snapshot, 'people')).toEqual([['person:a', 'person:b'], null]);
  // What opens and is no list of records, as after a change of this program, is damage too.
  const at = seal.place('g', 'sheets', 0);
  await shelf.write(at, await seal.blob(at, new TextEncoder().encode('{')));
  expect(await idsIn(await opened(), 'sheets')).toEqual([null]);
});
