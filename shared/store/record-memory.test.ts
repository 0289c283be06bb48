import { fillWithDefaultSettings, now, prepareQuery, type RxDocumentData } from 'rxdb';
import { getRxStorageMemory, type RxStorageInstanceMemory } from 'rxdb/plugins/storage-memory';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../domain/person.ts';
import { randomToken } from '../domain/record.ts';
import { ChapterKeeping } from './chapter-keeping.ts';
import { RecordCodec, type Backing } from './codec.ts';
import { FAMILIES, rxSchemaOf } from './families.ts';
import { newChapterKeys } from './keys.ts';
import { KeyRing } from './key-ring.ts';
import type { StoredDocument } from './pouch.ts';
import { RecordMemory, type OpenedAtRevision } from './record-memory.ts';
import { createSealer } from './sealing.ts';

const ANA = 'person:ana';
const schema = fillWithDefaultSettings(rxSchemaOf('people'));
const everybody = prepareQuery<Person>(schema, { selector: {}, sort: [{ id: 'asc' }], skip: 0 });

let codec: RecordCodec;
let memory: RecordMemory<Person, Backing>;
let told: { readonly operation: string }[];

beforeEach(async () => {
  codec = new RecordCodec(await createSealer('durham', await KeyRing.of(await newChapterKeys())), 'pc1');
  memory = await newMemory();
});

async function newMemory(): Promise<RecordMemory<Person, Backing>> {
  const storage = { ...getRxStorageMemory(), collectionStates: new Map() };
  const rx = await storage.createStorageInstance<Person>({ databaseInstanceToken: 't', databaseName: randomToken(8), collectionName: 'people', schema, options: {}, multiInstance: false, devMode: true });
  told = [];
  rx.changeStream().subscribe(({ events }) => told.push(...events));
  return new RecordMemory(rx as RxStorageInstanceMemory<Person>, new ChapterKeeping(codec, FAMILIES.people));
}

const rev = (height: number, letter = 'a'): string => `${String(height)}-${letter.repeat(32)}`;

function stored(nameAsWritten: string, height = 1, id = ANA): StoredDocument {
  return { _id: id, _rev: rev(height), ...codec.seal(FAMILIES.people, id, { nameAsWritten }, null).envelope };
}

function stone(height: number, genuine = true, id = ANA): StoredDocument {
  return { _id: id, _rev: rev(height, 'd'), _deleted: true, ...(genuine ? codec.tombstone(id, 1, 'erased') : {}) };
}

function kept(nameAsWritten: string, id = ANA, height = 1): OpenedAtRevision<Backing> {
  return { id, rev: rev(height), fields: { nameAsWritten }, backing: codec.seal(FAMILIES.people, id, { nameAsWritten }, null).backing };
}

const inMemory = (id = ANA): RxDocumentData<Person> | undefined => memory.documents().get(id);
const names = async (): Promise<string[]> => (await memory.query(everybody)).documents.filter(({ _deleted }) => !_deleted).map(({ nameAsWritten }) => nameAsWritten);
/** RxDB's memory storage tells in a turn of its own. */
const events = async (): Promise<string[]> => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  return told.splice(0).map(({ operation }) => operation);
};

describe('what arrives', () => {
  test('is in memory with its fields, told once, and left alone in the revision that is there', async () => {
    const before = now();
    expect(await memory.takeIn([stored('Ana', 3)])).toEqual([]);
    const document = inMemory();
    expect(document).toMatchObject({ id: ANA, nameAsWritten: 'Ana', _deleted: false, _attachments: {} });
    expect([document?._rev.slice(0, 2), (document?._meta.lwt ?? 0) >= before, memory.known(ANA)?.rev]).toEqual(['3-', true, rev(3)]);
    expect(await events()).toEqual(['INSERT']);
    await memory.takeIn([stored('Ana', 3)]);
    expect([await events(), inMemory()]).toEqual([[], document]);
    await memory.takeIn([stored('Ana', 3)], true);
    expect([await events(), inMemory()?._rev.slice(0, 2)]).toEqual([['UPDATE'], '4-']);
    expect(memory.fieldsOf(inMemory() ?? {})).toEqual({ nameAsWritten: 'Ana' });
  });

  test('has a height above what is in memory, so that RxDB does not take it for old', async () => {
    await memory.takeIn([stored('Ana', 5)]);
    await memory.takeIn([stored('Anita', 2)]);
    expect(inMemory()?._rev.slice(0, 2)).toBe('6-');
    await memory.takeIn([stored('Ana María', 12)]);
    expect(inMemory()?._rev.slice(0, 3)).toBe('12-');
    expect(await names()).toEqual(['Ana María']);
  });

  test('and does not open is known by its id, until it opens', async () => {
    await memory.takeIn([{ ...stored('Ana'), chapter: 'raleigh' }]);
    expect([[...memory.unopened], inMemory(), memory.known(ANA)]).toEqual([[ANA], undefined, undefined]);
    await memory.takeIn([stored('Ana')]);
    expect([memory.unopened.size, await names()]).toEqual([0, ['Ana']]);
    const closed = { organizers: [{ k: 9, n: 'A'.repeat(32), c: 'AAAA' }] };
    memory.note(ANA, rev(2), { ...kept('Ana').backing, closed });
    expect([...memory.unopened]).toEqual([ANA]);
    await memory.takeIn([stone(3)]);
    expect(memory.unopened.size).toBe(0);
  });

  test('answers every question as it is now', async () => {
    await memory.takeIn([stored('Ana'), stored('Eva', 1, 'person:eva')]);
    expect(await names()).toEqual(['Ana', 'Eva']);
    await memory.takeIn([stored('Anita', 2)]);
    expect(await names()).toEqual(['Anita', 'Eva']);
    await memory.takeIn([stone(3)]);
    expect(await names()).toEqual(['Eva']);
  });
});

describe('a deletion', () => {
  test('is told with what was there, and only of what was there', async () => {
    await memory.takeIn([stored('Ana', 4), stone(2, true, 'person:never')]);
    await events();
    expect(await memory.takeIn([stone(5)])).toEqual([]);
    expect(inMemory()).toMatchObject({ nameAsWritten: 'Ana', _deleted: true });
    expect([inMemory()?._rev.slice(0, 2), memory.known(ANA)?.rev]).toEqual(['5-', rev(5, 'd')]);
    expect([await events(), inMemory('person:never'), memory.known('person:never')]).toEqual([['DELETE'], undefined, undefined]);
    await memory.takeIn([stone(7)]);
    expect([await events(), memory.known(ANA)?.rev, inMemory()?._rev.slice(0, 2)]).toEqual([[], rev(7, 'd'), '5-']);
  });

  test('that nobody of the chapter made is not obeyed, and answered with the ids that live on', async () => {
    await memory.takeIn([stored('Ana'), stored('Eva', 1, 'person:eva')]);
    expect(await memory.takeIn([stone(2, false), stone(2, true, 'person:eva'), stone(2, false, 'person:never')])).toEqual([ANA]);
    expect([await names(), memory.known(ANA)?.rev]).toEqual([['Ana'], rev(2, 'd')]);
    // What is gone already need not be written again.
    expect(await memory.takeIn([stone(3, false, 'person:eva')])).toEqual([]);
  });
});

describe('while the collection is filled', () => {
  test('nobody is told, and from then on everybody is', async () => {
    memory.hush();
    await memory.adopt([kept('Ana'), kept('Eva', 'person:eva')]);
    await memory.takeIn([stored('Anita', 2)]);
    memory.hush();
    memory.tell();
    expect([await names(), await events()]).toEqual([['Anita', 'Eva'], []]);
    await memory.takeIn([stored('Ana María', 3)]);
    expect([await names(), await events()]).toEqual([['Ana María', 'Eva'], ['UPDATE']]);
    expect((await memory.rx.query(everybody)).documents).toHaveLength(2);
  });

  test('what was adopted is as if it had been read, at its revision', async () => {
    memory.hush();
    await memory.adopt([kept('Ana', ANA, 3)]);
    memory.tell();
    expect(inMemory()).toMatchObject({ id: ANA, nameAsWritten: 'Ana', _deleted: false });
    expect([inMemory()?._rev.slice(0, 2), memory.known(ANA)?.rev]).toEqual(['3-', rev(3)]);
    expect(memory.held([ANA, 'person:never'])).toEqual([kept('Ana', ANA, 3)]);
    await memory.adopt([kept('Anita', ANA, 3)]);
    expect([await names(), inMemory()?._rev.slice(0, 2), await events()]).toEqual([['Anita'], '4-', ['UPDATE']]);
  });

  test('all of it can be forgotten, and later none of it', async () => {
    expect(() => memory.empty()).toThrow('Others know');
    memory.hush();
    await memory.adopt([kept('Ana')]);
    await memory.takeIn([{ ...stored('Eva', 1, 'person:eva'), chapter: 'raleigh' }]);
    expect(await names()).toEqual(['Ana']);
    await memory.adopt([kept('Rosa', 'person:rosa')]);
    memory.empty();
    expect([memory.known(ANA), memory.unopened.size, memory.documents().size, await names()]).toEqual([undefined, 0, 0, []]);
    await memory.takeIn([stored('Anita')]);
    memory.tell();
    expect([await names(), (await memory.rx.query(everybody)).documents.length]).toEqual([['Anita'], 1]);
    expect(() => memory.empty()).toThrow('Others know');
  });

  test('thousands are sorted in as they come', async () => {
    memory.hush();
    const many = Array.from({ length: 8_000 }, (_, at): OpenedAtRevision<Backing> => ({ ...kept('Ana'), id: `person:${String(at).padStart(5, '0')}`, fields: { nameAsWritten: 'x' }, backing: { schema: 1, stamps: {}, closed: {} } }));
    await memory.adopt(many.slice(0, 7_999));
    expect(memory.rx.internals.documents.size).toBe(0);
    await memory.adopt(many.slice(7_999));
    expect(memory.rx.internals.documents.size).toBe(8_000);
    memory.tell();
    expect(await names()).toHaveLength(8_000);
  });
});

describe('what is deleted', () => {
  test('is not held, and forgotten when it is old enough; its revision stays unless it is gone from PouchDB', async () => {
    await memory.takeIn([stored('Ana'), stored('Eva', 1, 'person:eva'), stone(1, true, 'person:never')]);
    await memory.takeIn([stone(2)]);
    expect(memory.held([ANA, 'person:eva']).map(({ id }) => id)).toEqual(['person:eva']);
    expect([memory.deletedBefore(60_000), memory.deletedBefore(-10)]).toEqual([[], [ANA]]);
    memory.forget([ANA, 'person:never'], false);
    expect([inMemory(), memory.known(ANA)?.rev]).toEqual([undefined, rev(2, 'd')]);
    memory.forget([ANA, 'person:eva'], true);
    expect([memory.known(ANA), memory.known('person:eva'), await names()]).toEqual([undefined, undefined, []]);
  });
});

test('at its end a collection forgets everything', async () => {
  await memory.takeIn([stored('Ana'), { ...stored('Eva', 1, 'person:eva'), chapter: 'raleigh' }]);
  await memory.end();
  expect([memory.known(ANA), memory.unopened.size, memory.rx.internals.removed]).toEqual([undefined, 0, true]);
});
