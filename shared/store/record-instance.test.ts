import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { fillWithDefaultSettings, now, prepareQuery } from 'rxdb';
import type { RxDocumentData } from 'rxdb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../domain/person.ts';
import { newRecordId, randomToken } from '../domain/record.ts';
import { RecordCodec } from './codec.ts';
import { FAMILIES, rxSchemaOf } from './families.ts';
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
afterEach(async () => {
  vi.restoreAllMocks();
  await pouch.close();
});

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

describe('what is read again', () => {
  /** Ids whose leaves were looked at. */
  function settled(people: RecordInstance<Person>): readonly string[] {
    const ids: string[] = [];
    const settle = people.keeping.settle.bind(people.keeping);
    vi.spyOn(people.keeping, 'settle').mockImplementation((database, id) => {
      ids.push(id);
      return settle(database, id);
    });
    return ids;
  }

  async function changed(ana: RxDocumentData<Person>, nameAsWritten: string): Promise<void> {
    const elsewhere = await openPeople(await pcWith(ring));
    const [previous] = await elsewhere.findDocumentsById([ana.id], false);
    if (!previous) throw new Error('not read');
    await elsewhere.bulkWrite([{ previous, document: { ...previous, nameAsWritten, _rev: '9-b' } }], 'test');
  }

  test('is looked at for a hidden deletion where the news changed nothing, where it is deleted here, or where that is suspected', async () => {
    const people = await openPeople();
    const ids = settled(people);
    const ana = person('Ana');
    await people.bulkWrite([{ document: ana }], 'test');
    await people.refresh([ana.id]);
    expect(ids).toEqual([]);
    await changed(ana, 'Anita');
    await people.refresh([ana.id]);
    expect([ids, await names(people)]).toEqual([[], ['Anita']]);
    await people.refresh([ana.id]);
    expect(ids).toEqual([ana.id]);
    await changed(ana, 'Ana María');
    await people.refresh([ana.id], new Set(['person:another']));
    expect(ids).toHaveLength(1);
    await changed(ana, 'Ana');
    await people.refresh([ana.id], new Set([ana.id]));
    expect([ids, await names(people)]).toEqual([[ana.id, ana.id], ['Ana']]);
  });

  /** Two other PCs' edits of that record, beside each other. */
  async function torn(people: RecordInstance<Person>, ana: RxDocumentData<Person>): Promise<void> {
    const [there] = await people.held([ana.id]);
    if (!there) throw new Error('not held');
    const leaf = async (device: string, fields: object, letter: string) => {
      const { envelope } = (await pcWith(ring, device)).seal(FAMILIES.people, ana.id, { ...there.fields, ...fields }, there);
      return { _id: ana.id, _rev: `2-${letter.repeat(32)}`, _revisions: { start: 2, ids: [letter.repeat(32), there.rev.slice(2)] }, ...envelope };
    };
    await pouch.bulkDocs([await leaf('pc2', { called: 'Ani' }, 'a'), await leaf('pc3', { area: 'Durham' }, 'b')], { new_edits: false });
  }

  test('with leaves beside each other becomes one, while it is open and at filling', async () => {
    const people = await openPeople();
    for (const isOpen of [true, false]) {
      const ana = person('Ana');
      await people.bulkWrite([{ document: ana }], 'test');
      await torn(people, ana);
      const instance = isOpen ? people : await openPeople();
      if (isOpen) await instance.refresh([ana.id]);
      expect((await instance.findDocumentsById([ana.id], false))[0]).toMatchObject({ nameAsWritten: 'Ana', called: 'Ani', area: 'Durham' });
      expect((await pouch.get(ana.id, { conflicts: true }))._conflicts).toBeUndefined();
    }
  });

  test('what PouchDB never had is left out', async () => {
    const people = await openPeople();
    await people.refresh(['person:never']);
    expect([people.ids(), people.isNews('person:never', ['1-a'])]).toEqual([[], true]);
  });
});

describe('a write', () => {
  test('upon a record that is here and cannot be opened is refused as gone, and nothing is written', async () => {
    const stranger = new RecordCodec(await createSealer(CHAPTER, await newChapterKeys()), 'pc9');
    const ana = person('Ana');
    await (await openPeople(stranger)).bulkWrite([{ document: ana }], 'test');
    const { _rev } = await pouch.get(ana.id);
    const people = await openPeople();
    await expect(people.bulkWrite([{ document: person('Eva', ana.id) }], 'test')).rejects.toMatchObject({ code: 'gone' });
    expect((await pouch.get(ana.id))._rev).toBe(_rev);
  });

  test('of rows that all know an older state asks PouchDB nothing', async () => {
    const people = await openPeople();
    const ana = person('Ana');
    await people.bulkWrite([{ document: ana }], 'test');
    const asked = vi.spyOn(pouch, 'bulkDocs');
    const row = { previous: { ...ana, _rev: '1-old' }, document: { ...ana, nameAsWritten: 'Eva', _rev: '2-b' } };
    const { error } = await people.bulkWrite([row, { document: ana }], 'test');
    expect(error).toMatchObject([
      { status: 409, isError: true, documentId: ana.id, writeRow: row, documentInDb: { nameAsWritten: 'Ana' }, context: 'test' },
      { status: 409, writeRow: { document: ana } },
    ]);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a filling', () => {
  test('that failed refuses what is asked, and the end comes all the same', async () => {
    const people = await openPeople(codec, Promise.reject(new Error('torn')), false);
    for (const ask of [() => people.query(everybody), () => people.count({ ...everybody, mode: 'fast' } as never), () => people.findDocumentsById([], false), () => people.held([]), () => people.bulkWrite([], 'test'), () => people.cleanup(0)]) {
      await expect(ask()).rejects.toThrow('torn');
    }
    await people.close();
    await expect(people.refresh([])).resolves.toBeUndefined();
  });
});

test('closing twice is closing once, and what is closed cannot be removed', async () => {
  const people = await openPeople();
  const closing = people.close();
  expect(people.close()).toBe(closing);
  await expect(people.remove()).rejects.toThrow('cannot be removed');
  await closing;
  const other = await openPeople();
  const removing = other.remove();
  expect([other.remove(), other.close()]).toEqual([removing, removing]);
  await removing;
});
