import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { fillWithDefaultSettings, now, prepareQuery } from 'rxdb';
import type { RxDocumentData } from 'rxdb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../domain/person.ts';
import { newRecordId, randomToken } from '../domain/record.ts';
import { RecordCodec } from './codec.ts';
import { rxSchemaOf } from './families.ts';
import { fromBase64 } from './sodium.ts';
import { newChapterKeys } from './keys.ts';
import { KeyRing, type ChapterKeys } from './key-ring.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import type { RecordInstance } from './record-instance.ts';
import { ChapterStorage } from './rx-storage.ts';
import { createSealer } from './sealing.ts';
import type { Snapshot } from './snapshot.ts';

PouchDB.plugin(memoryAdapter);

const CHAPTER = randomToken(20);
let keys: ChapterKeys;
let pouch: RecordPouch;
let codec: RecordCodec;
let ring: KeyRing;
const schema = fillWithDefaultSettings(rxSchemaOf('people'));
const everybody = prepareQuery<Person>(schema, { selector: {}, sort: [{ id: 'asc' }], skip: 0 });

beforeEach(async () => {
  keys = await newChapterKeys();
  pouch = openPouch(`chapter-${randomToken(10)}`, 'memory');
  ring = await KeyRing.of(keys);
  codec = new RecordCodec(await createSealer(CHAPTER, ring), 'pc1');
});
afterEach(() => pouch.close());

async function openPeople(withCodec = codec, snapshot: Promise<Snapshot | null> = Promise.resolve(null), fill = true): Promise<RecordInstance<Person>> {
  const storage = new ChapterStorage(pouch, withCodec, snapshot, Promise.resolve());
  const instance = await storage.createStorageInstance<Person>({
    databaseInstanceToken: 't',
    databaseName: 'chapter',
    collectionName: 'people',
    schema,
    options: {},
    multiInstance: false,
    devMode: true,
  });
  if (fill) await Promise.all(storage.filled);
  return instance as RecordInstance<Person>;
}

function person(nameAsWritten: string, id = newRecordId('person'), rev = '1-a'): RxDocumentData<Person> {
  const fields = { id, nameAsWritten, contacts: [], affiliations: [] } as unknown as Person;
  return { ...fields, _deleted: false, _rev: rev, _meta: { lwt: now() }, _attachments: {} };
}

async function names(instance: RecordInstance<Person>): Promise<string[]> {
  return (await instance.query(everybody)).documents.filter(({ _deleted }) => !_deleted).map(({ nameAsWritten }) => nameAsWritten);
}

/** A second PC of the chapter with keys of its own choice. */
async function pcWith(ringOfPc: KeyRing, device = 'pc2'): Promise<RecordCodec> {
  return new RecordCodec(await createSealer(CHAPTER, ringOfPc), device);
}

/** A ring that has rotated the chapter's key to number 2, and that key. */
async function rotated(): Promise<{ newer: KeyRing; key: () => Uint8Array }> {
  const newer = await KeyRing.of(keys);
  const key = (): Uint8Array => fromBase64(Buffer.alloc(32, 7).toString('base64url'));
  newer.learn('chapter', 2, key());
  return { newer, key };
}

describe('what is written', () => {
  test('is in PouchDB before it is acknowledged, without anything of RxDB’s', async () => {
    const people = await openPeople();
    const ana = person('Ana');
    expect((await people.bulkWrite([{ document: ana }], 'test')).error).toEqual([]);
    const stored = await pouch.get(ana.id);
    expect(Object.keys(stored).sort()).toEqual(['_id', '_rev', 'chapter', 'parts', 'schema']);
    expect(people.isNews(ana.id, [stored._rev])).toBe(false);
    expect(people.isNews(ana.id, [stored._rev, '1-other'])).toBe(true);
  });

  test('by another PC meanwhile wins, and RxDB is given it', async () => {
    const people = await openPeople();
    const ana = person('Ana');
    await people.bulkWrite([{ document: ana }], 'test');
    const elsewhere = await openPeople(await pcWith(ring));
    const [there] = await elsewhere.findDocumentsById([ana.id], false);
    if (!there) throw new Error('not read');
    await elsewhere.bulkWrite([{ previous: there, document: { ...there, nameAsWritten: 'Anita', _rev: '2-b' } }], 'test');
    const { error } = await people.bulkWrite([{ previous: ana, document: { ...ana, nameAsWritten: 'Ana María', _rev: '2-a' } }], 'test');
    expect(error).toMatchObject([{ status: 409, documentInDb: { nameAsWritten: 'Anita' } }]);
    expect(await names(people)).toEqual(['Anita']);
    const [winner] = await people.findDocumentsById([ana.id], false);
    if (!winner) throw new Error('gone');
    expect((await people.bulkWrite([{ previous: winner, document: { ...winner, nameAsWritten: 'Ana María', _rev: '3-a' } }], 'test')).error).toEqual([]);
  });

  test('in part is in memory before the failure is told', async () => {
    const people = await openPeople();
    const [ana, eva, rosa] = [person('Ana'), person('Eva'), person('Rosa')];
    const write = pouch.bulkDocs.bind(pouch);
    const failing = vi.spyOn(pouch, 'bulkDocs').mockImplementationOnce(async (documents) => {
      const [first, last] = await write(documents.filter((_, at) => at !== 1));
      return [first, { status: 500, error: true, message: 'torn' }, last] as PouchDB.Core.Error[];
    });
    await expect(people.bulkWrite([ana, eva, rosa].map((document) => ({ document })), 'test')).rejects.toMatchObject({ code: 'damaged' });
    expect((await names(people)).sort()).toEqual(['Ana', 'Rosa']);
    failing.mockImplementationOnce(async (documents) => {
      await write(documents);
      throw new Error('the answer was lost');
    });
    await expect(people.bulkWrite([{ document: eva }], 'test')).rejects.toThrow('lost');
    expect((await names(people)).sort()).toEqual(['Ana', 'Eva', 'Rosa']);
  });
});

describe('what cannot be opened', () => {
  test('is known, and read again when its key has come', async () => {
    const { newer, key } = await rotated();
    const elsewhere = await openPeople(await pcWith(newer));
    const ana = person('Ana');
    await elsewhere.bulkWrite([{ document: ana }], 'test');
    const people = await openPeople();
    expect([await names(people), [...people.unopened]]).toEqual([[], [ana.id]]);
    const told: unknown[] = [];
    const following = people.changeStream().subscribe(({ events }) => told.push(...events));
    ring.learn('chapter', 2, key());
    await people.retryUnopened();
    following.unsubscribe();
    expect([await names(people), people.unopened.size]).toEqual([['Ana'], 0]);
    expect(told).toMatchObject([{ operation: 'INSERT', documentData: { nameAsWritten: 'Ana' } }]);
  });

  test('is not written over: the write is refused, and done once the key is here', async () => {
    const people = await openPeople();
    const ana = person('Ana');
    await people.bulkWrite([{ document: ana }], 'test');
    const { newer, key } = await rotated();
    const elsewhere = await openPeople(await pcWith(newer));
    const [there] = await elsewhere.findDocumentsById([ana.id], false);
    if (!there) throw new Error('not read');
    await elsewhere.bulkWrite([{ previous: there, document: { ...there, nameAsWritten: 'Anita', _rev: '2-b' } }], 'test');
    const mine = { previous: ana, document: { ...ana, nameAsWritten: 'Ana María', _rev: '2-a' } };
    await expect(people.bulkWrite([mine], 'test')).rejects.toMatchObject({ code: 'key-missing' });
    expect([...people.unopened]).toEqual([ana.id]);
    ring.learn('chapter', 2, key());
    await people.retryUnopened();
    expect(await names(people)).toEqual(['Anita']);
    expect((await people.bulkWrite([mine], 'test')).error).toMatchObject([{ status: 409, documentInDb: { nameAsWritten: 'Anita' } }]);
  });
});

describe('what is deleted', () => {
  test('is a tombstone without a body, and may come back', async () => {
    const people = await openPeople();
    const ana = person('Ana');
    await people.bulkWrite([{ document: ana }], 'test');
    const gone = { ...ana, _deleted: true, _rev: '2-a' };
    await people.bulkWrite([{ previous: ana, document: gone }], 'test');
    const { rev = '' } = (await pouch.allDocs({ keys: [ana.id] })).rows.map((row) => ('value' in row ? row.value : { rev: '' }))[0] ?? {};
    expect(JSON.stringify(await pouch.get(ana.id, { rev }))).not.toContain('parts');
    expect(await people.cleanup(0)).toBe(true);
    expect(await people.findDocumentsById([ana.id], true)).toEqual([]);
    expect((await people.bulkWrite([{ document: person('Ana again', ana.id) }], 'test')).error).toEqual([]);
    expect(await names(await openPeople())).toEqual(['Ana again']);
  });

  test('by nobody of the chapter comes back at once, with the same bytes on every PC', async () => {
    const people = await openPeople();
    const elsewhere = await openPeople(await pcWith(ring));
    const ana = person('Ana');
    await people.bulkWrite([{ document: ana }], 'test');
    await elsewhere.refresh([ana.id]);
    const before = await pouch.get(ana.id);
    await pouch.put({ _id: ana.id, _rev: before._rev, _deleted: true });
    await people.refresh([ana.id]);
    await elsewhere.refresh([ana.id]);
    const after = await pouch.get(ana.id);
    expect([after['parts'], after._rev.slice(0, 2)]).toEqual([before['parts'], '3-']);
    for (const instance of [people, elsewhere, await openPeople()]) expect(await names(instance)).toEqual(['Ana']);
    const [living] = await people.findDocumentsById([ana.id], false);
    if (!living) throw new Error('gone');
    expect((await people.bulkWrite([{ previous: living, document: { ...living, nameAsWritten: 'Anita', _rev: '9-a' } }], 'test')).error).toEqual([]);
  });

  test('with the collection stays in PouchDB', async () => {
    const people = await openPeople();
    await people.bulkWrite([{ document: person('Ana') }], 'test');
    await people.remove();
    expect(await names(await openPeople())).toEqual(['Ana']);
  });
});

describe('while it is filled', () => {
  async function heldOf(document: RxDocumentData<Person>): Promise<Snapshot> {
    const people = await openPeople();
    await people.bulkWrite([{ document }], 'test');
    const held = await people.held(people.ids());
    expect(held).toMatchObject([{ id: document.id, fields: { nameAsWritten: document.nameAsWritten } }]);
    return {
      since: Promise.resolve({ unread: [], changed: [] }),
      note: () => Promise.resolve(null),
      async *records() {
        yield await Promise.resolve(held);
      },
    };
  }

  test('a collection takes in a snapshot without events, and is written on from its revisions', async () => {
    const ana = person('Ana');
    const snapshot = await heldOf(ana);
    const again = await openPeople(codec, Promise.resolve(snapshot), false);
    const told: unknown[] = [];
    const following = again.changeStream().subscribe((bulk) => told.push(bulk));
    expect(await names(again)).toEqual(['Ana']);
    expect(told).toEqual([]);
    const [previous] = await again.findDocumentsById([ana.id], false);
    if (!previous) throw new Error('not adopted');
    expect((await again.bulkWrite([{ previous, document: { ...previous, nameAsWritten: 'Anita', _rev: '7-a' } }], 'test')).error).toEqual([]);
    expect(told).toHaveLength(1);
    following.unsubscribe();
    expect((await pouch.get(ana.id))._rev).toMatch(/^2-/);
  });

  test('a write waits for the filling, and a closing for the write', async () => {
    const snapshot = await heldOf(person('Ana'));
    let goOn = (): void => undefined;
    const again = await openPeople(codec, new Promise((resolve) => (goOn = () => resolve(snapshot))), false);
    const writing = again.bulkWrite([{ document: person('Eva') }], 'test');
    const closing = again.close();
    goOn();
    expect((await writing).error).toEqual([]);
    await closing;
    expect((await names(await openPeople())).sort()).toEqual(['Ana', 'Eva']);
  });
});

test('asked for after the end, everything is refused; what was asked before is done', async () => {
  const people = await openPeople();
  const ana = person('Ana');
  const writing = people.bulkWrite([{ document: ana }], 'test');
  const closing = people.close();
  await expect(people.bulkWrite([{ document: person('Eva') }], 'test')).rejects.toMatchObject({ code: 'closed' });
  expect((await writing).error).toEqual([]);
  await closing;
  await expect(people.refresh([ana.id])).resolves.toBeUndefined();
  await expect(people.getAttachmentData()).rejects.toThrow('no attachments');
  expect(await names(await openPeople())).toEqual(['Ana']);
});
