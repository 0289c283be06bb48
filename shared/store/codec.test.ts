import { describe, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { RecordCodec, type OpenedRecord } from './codec.ts';
import { FAMILIES, type Family } from './families.ts';
import { historyOf } from './history-lines.ts';
import { newChapterKeys } from './keys.ts';
import { createSealer, type ChapterKeys } from './sealing.ts';
import { readySodium, toBase64 } from './sodium.ts';
import { firstStamps } from './stamps.ts';

const CHAPTER = randomToken(20);
const ID = 'person:abcdefghijkmnpqrstuv';
const FAMILY: Family = { ...FAMILIES.people, authorFields: ['ownNote'] };
const AT = '2026-03-04T10:00:00.000Z';

async function authorKey(number: number): Promise<ChapterKeys['author']> {
  const sodium = await readySodium();
  return { current: number, keys: { [number]: toBase64(sodium.randombytes_buf(32)) } };
}

async function codecWith(keys: ChapterKeys, device: string): Promise<RecordCodec> {
  return new RecordCodec(await createSealer(CHAPTER, keys), device);
}

function write(codec: RecordCodec, fields: Record<string, unknown>, before: OpenedRecord | null = null): OpenedRecord {
  const sealed = codec.seal(FAMILY, ID, fields, before);
  const opened = codec.open(ID, sealed.envelope);
  expect(opened).toEqual({ fields, backing: sealed.backing });
  return { fields, backing: sealed.backing };
}

describe('history in the sealed parts', () => {
  test('says what stood there before, item by item, and nothing of a new record', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const phone = { key: 'k1', kind: 'phone', value: '+19195550100' };
    const first = write(codec, { nameAsWritten: 'Ana', contacts: [phone], updatedAt: AT, updatedBy: 'user:a' });
    expect(historyOf(first)).toEqual([]);
    const added = { key: 'k2', kind: 'email', value: 'a@example.org' };
    const second = write(codec, { ...first.fields, called: 'Anita', contacts: [{ ...phone, value: '+19195550111' }, added], updatedBy: 'user:b' }, first);
    expect(historyOf(second)).toEqual([
      { t: 1, d: 'dev1', a: AT, u: 'user:b', c: expect.arrayContaining([['called', null], ['contacts', phone, 'k1'], ['contacts', null, 'k2']]) as unknown },
    ]);
    const third = write(codec, { ...second.fields, called: undefined, notes: 'canta', updatedAt: '2026-03-05T10:00:00.000Z' }, second);
    expect(historyOf(third).map(({ t, c }) => [t, c])).toEqual([[2, [['called', 'Anita']]], [2, [['notes', null]]], [1, expect.anything()]]);
  });

  test('an edit of nothing but author and time leaves no line and no dot', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const first = write(codec, { nameAsWritten: 'Ana' });
    expect(write(codec, { nameAsWritten: 'Ana' }, first).backing).toEqual(first.backing);
  });
});

describe('the author part', () => {
  test('opens for who wrote it and is carried byte for byte through the edits of others', async () => {
    const shared = await newChapterKeys();
    const rosa = await codecWith({ ...shared, author: await authorKey(71) }, 'rosa');
    const luis = await codecWith({ ...shared, author: await authorKey(82) }, 'luis');
    const written = rosa.seal(FAMILY, ID, { nameAsWritten: 'Ana', ownNote: 'tiene miedo' }, null).envelope;
    let seen = luis.open(ID, written) as OpenedRecord;
    expect(seen.fields).toEqual({ nameAsWritten: 'Ana' });
    let stored = written;
    for (let edit = 0; edit < 5; edit += 1) {
      stored = luis.seal(FAMILY, ID, { ...seen.fields, called: `Ani ${String(edit)}` }, seen).envelope;
      expect(stored.parts.author).toEqual(written.parts.author);
      seen = luis.open(ID, stored) as OpenedRecord;
    }
    expect(rosa.open(ID, stored)?.fields).toEqual({ nameAsWritten: 'Ana', called: 'Ani 4', ownNote: 'tiene miedo' });
  });

  test('is not written over by another author', async () => {
    const shared = await newChapterKeys();
    const rosa = await codecWith({ ...shared, author: await authorKey(71) }, 'rosa');
    const luis = await codecWith({ ...shared, author: await authorKey(82) }, 'luis');
    const written = rosa.seal(FAMILY, ID, { nameAsWritten: 'Ana', ownNote: 'tiene miedo' }, null).envelope;
    const seen = luis.open(ID, written) as OpenedRecord;
    expect(() => luis.seal(FAMILY, ID, { ...seen.fields, ownNote: 'mía' }, seen)).toThrow('not-yours');
  });

  test('who lacks the organizers’ key cannot write over what organizers wrote, nor lose a text without being told', async () => {
    const shared = await newChapterKeys();
    const rosa = await codecWith(shared, 'rosa');
    const volunteer = await codecWith({ chapter: shared.chapter }, 'luis');
    const seen = volunteer.open(ID, rosa.seal(FAMILY, ID, { nameAsWritten: 'Ana', notes: 'canta' }, null).envelope) as OpenedRecord;
    expect(() => volunteer.seal(FAMILY, ID, { ...seen.fields, notes: 'otra' }, seen)).toThrow('not-yours');
    expect(() => volunteer.seal(FAMILY, ID, { nameAsWritten: 'Eva', notes: 'otra' }, null)).toThrow('not-yours');
    const saved = volunteer.seal(FAMILY, ID, { ...seen.fields, called: 'Ani', notes: '' }, seen).envelope;
    expect(rosa.open(ID, saved)?.fields).toEqual({ nameAsWritten: 'Ana', called: 'Ani', notes: 'canta' });
  });
});

test('a tombstone says why, and nobody without the key can make one or change its kind', async () => {
  const codec = await codecWith(await newChapterKeys(), 'dev1');
  const { backing } = codec.seal(FAMILY, ID, { nameAsWritten: 'Ana' }, null);
  const stone = codec.tombstone(ID, 1, 'erased', backing);
  expect(codec.readTombstone(ID, stone)).toEqual({ kind: 'erased', seen: { chapter: { dev1: 1 } } });
  expect([codec.isGenuineTombstone(ID, stone), codec.isGenuineTombstone('person:another', stone), codec.isGenuineTombstone(ID, {})]).toEqual([true, false, false]);
  expect(codec.readTombstone(ID, codec.tombstone(ID, 1))).toEqual({ kind: 'merged', seen: null });
  expect(codec.readTombstone(ID, codec.tombstone(ID, 1, 'erased'))).toEqual({ kind: 'erased', seen: null });
  expect(codec.readTombstone(ID, { ...stone, kind: 'merged' })).toBeNull();
  expect(codec.readTombstone('person:another', stone)).toBeNull();
  expect(codec.readTombstone(ID, { chapter: CHAPTER, schema: 1, mac: codec.sealer.tombstoneMac(ID, 1) })).toEqual({ kind: null, seen: null });
});

describe('what a writer had seen', () => {
  test('a new record has one dot of its device in each part; an edit counts on in the parts it changed, and in the part for all', async () => {
    const codec = await codecWith({ ...(await newChapterKeys()), author: await authorKey(71) }, 'dev1');
    const first = write(codec, { nameAsWritten: 'Ana', notes: 'canta', ownNote: 'x' });
    const { chapter, organizers, author } = first.backing.stamps;
    expect([chapter?.seen, organizers?.seen, author?.seen]).toEqual([{ dev1: 1 }, { dev1: 1 }, { dev1: 1 }]);
    expect(chapter?.inner).toEqual({ organizers: { dev1: 1 }, 'author/71': { dev1: 1 } });
    const second = write(codec, { ...first.fields, notes: 'baila' }, first);
    expect([second.backing.stamps.chapter?.seen, second.backing.stamps.organizers?.seen, second.backing.stamps.author?.seen]).toEqual([{ dev1: 2 }, { dev1: 2 }, { dev1: 1 }]);
    expect(second.backing.stamps.chapter?.inner).toEqual({ organizers: { dev1: 2 }, 'author/71': { dev1: 1 } });
    expect(write(codec, { nameAsWritten: 'Ana' }).backing.stamps.chapter?.inner).toBeUndefined();
  });

  test('a value that a person decided anew without changing it bears a new dot, in the part where its field is', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const contacts = [{ key: 'k1', kind: 'phone', value: '1' }];
    const first = write(codec, { nameAsWritten: 'Ana', notes: 'canta', contacts });
    const touch = (...atoms: string[]) => codec.seal(FAMILY, ID, first.fields, first, atoms).backing.stamps;
    expect(touch('notes').organizers?.fields).toEqual({ notes: [['dev1', 2]] });
    expect(touch('notes').chapter).toMatchObject({ seen: { dev1: 2 }, fields: {} });
    expect(touch().chapter?.seen).toEqual({ dev1: 1 });
    expect(touch('contacts\nk1').chapter?.fields).toEqual({ 'contacts\nk1': [['dev1', 2]] });
    expect(touch('contacts\nk1').organizers?.seen).toEqual({ dev1: 1 });
  });

  test('what others had seen of a part that does not open here stays said', async () => {
    const keys = await newChapterKeys();
    const [rosa, volunteer] = [await codecWith(keys, 'rosa'), await codecWith({ chapter: keys.chapter }, 'luis')];
    const seen = volunteer.open(ID, rosa.seal(FAMILY, ID, { nameAsWritten: 'Ana', notes: 'canta' }, null).envelope) as OpenedRecord;
    const { chapter } = volunteer.seal(FAMILY, ID, { nameAsWritten: 'Eva' }, seen).backing.stamps;
    expect([chapter?.seen, chapter?.inner]).toEqual([{ rosa: 1, luis: 1 }, { organizers: { rosa: 1 } }]);
  });

  test('an item that takes another’s place in a list is a change', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const family: Family = { ...FAMILY, rules: { ...FAMILY.rules, colours: { rule: 'union' } } };
    const { backing } = codec.seal(family, ID, { colours: ['red'] }, null);
    expect(codec.seal(family, ID, { colours: ['blue'] }, { fields: { colours: ['red'] }, backing }).backing.stamps.chapter?.seen).toEqual({ dev1: 2 });
  });

  test('changes go on from what was counted on revisions that are not here, in each part', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const first = write(codec, { nameAsWritten: 'Ana', notes: 'canta' });
    const { chapter, organizers } = first.backing.stamps;
    if (!chapter || !organizers) throw new Error('no stamps');
    const stamps = { organizers, chapter: { ...chapter, floors: { chapter: { dev1: 4 }, organizers: { dev1: 6 } } } };
    const next = codec.seal(FAMILY, ID, { nameAsWritten: 'Eva', notes: 'baila' }, { ...first, backing: { ...first.backing, stamps } }).backing.stamps;
    expect([next.chapter?.seen, next.organizers?.seen]).toEqual([{ dev1: 1, 'dev1~4': 5 }, { dev1: 1, 'dev1~6': 7 }]);
  });
});

describe('a record', () => {
  test('keeps the greater schema number, its own or its build’s', async () => {
    const sealer = await createSealer(CHAPTER, await newChapterKeys());
    const [older, newer] = [new RecordCodec(sealer, 'dev1', 1), new RecordCodec(sealer, 'dev2', 3)];
    const first = older.seal(FAMILY, ID, { nameAsWritten: 'Ana' }, null);
    expect([first.envelope.schema, first.backing.schema]).toEqual([1, 1]);
    const lifted = newer.seal(FAMILY, ID, { nameAsWritten: 'Eva' }, { fields: { nameAsWritten: 'Ana' }, backing: first.backing });
    expect(lifted.envelope.schema).toBe(3);
    const back = older.seal(FAMILY, ID, { nameAsWritten: 'Ana' }, { fields: { nameAsWritten: 'Eva' }, backing: lifted.backing });
    expect([back.envelope.schema, older.open(ID, back.envelope)?.fields]).toEqual([3, { nameAsWritten: 'Ana' }]);
  });

  test('has parts for what is in them, and remembers which fields not everybody reads', async () => {
    const codec = await codecWith({ ...(await newChapterKeys()), author: await authorKey(71) }, 'dev1');
    const plain = codec.seal(FAMILY, ID, { nameAsWritten: 'Ana', notes: '', ownNote: null }, null);
    expect([Object.keys(plain.envelope.parts), plain.backing.places, 'history' in plain.backing]).toEqual([['chapter'], undefined, false]);
    // Even of an empty form's fields nothing is taken along that stands for something.
    for (const content of ['x', 0, false, ['a']]) expect(Object.keys(codec.seal(FAMILY, ID, { notes: content }, null).envelope.parts)).toEqual(['chapter', 'organizers']);
    expect(Object.keys(codec.seal(FAMILY, ID, { notes: [] }, null).envelope.parts)).toEqual(['chapter']);
    const whole = codec.seal(FAMILY, ID, { notes: 'canta', ownNote: 'x' }, null);
    expect(Object.keys(whole.envelope.parts)).toEqual(['chapter', 'organizers', 'author']);
    expect(whole.backing.places).toEqual({ organizers: ['notes'], author: ['ownNote'] });
  });

  test('whose organizers’ part is emptied keeps that part, so that the emptying is known', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const first = write(codec, { nameAsWritten: 'Ana', notes: 'canta' });
    const emptied = codec.seal(FAMILY, ID, { nameAsWritten: 'Ana' }, first);
    expect(Object.keys(emptied.envelope.parts)).toEqual(['chapter', 'organizers']);
    expect(emptied.backing.stamps.organizers?.fields).toEqual({ notes: [['dev1', 2]] });
    expect(codec.open(ID, emptied.envelope)?.fields).toEqual({ nameAsWritten: 'Ana' });
  });

  test('may have a field of any name', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const fields = JSON.parse('{"__proto__":{"a":1},"constructor":"x","nameAsWritten":"Ana"}') as Record<string, unknown>;
    const opened = codec.open(ID, codec.seal(FAMILY, ID, fields, null).envelope);
    expect(Object.entries(opened?.fields ?? {}).sort()).toEqual(Object.entries(fields).sort());
    const own = opened?.fields ?? {};
    Object.assign(own, { constructor: 'y' });
    delete own['constructor'];
    expect(Object.keys(own).sort()).toEqual(['__proto__', 'nameAsWritten']);
  });

  test('that opens the keys keeps no history', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    for (const [id, kept] of [['access:a', false], [ID, true]] as const) {
      const { backing } = codec.seal(FAMILY, id, { nameAsWritten: 'Ana' }, null);
      expect('history' in codec.seal(FAMILY, id, { nameAsWritten: 'Eva' }, { fields: { nameAsWritten: 'Ana' }, backing }).backing).toBe(kept);
    }
  });
});

describe('a merge', () => {
  test('is the same bytes on every device, under the key it names, with what could not be opened carried along', async () => {
    const keys = await newChapterKeys();
    const [one, two] = [await codecWith(keys, 'dev1'), await codecWith(keys, 'dev2')];
    const stamps = firstStamps('dev3');
    const closed = { organizers: [{ k: 9, n: 'A'.repeat(32), c: 'AAAA' }], author: [{ k: 5, n: 'A'.repeat(32), c: 'AAAA' }, { k: 3, n: 'A'.repeat(32), c: 'AAAA' }] };
    const merged = { chapter: { fields: { nameAsWritten: 'Ana' }, stamps, history: [], key: 1 } };
    const envelope = one.sealMerged(ID, 2, merged, closed);
    expect(two.sealMerged(ID, 2, merged, closed)).toEqual(envelope);
    expect(envelope).toMatchObject({ chapter: CHAPTER, schema: 2, parts: { chapter: { k: 1 }, organizers: closed.organizers[0], author: [{ k: 3 }, { k: 5 }] } });
    expect(two.open(ID, envelope)?.fields).toEqual({ nameAsWritten: 'Ana' });
    expect(() => one.sealMerged(ID, 2, {}, {})).toThrow('no part for the chapter');
    const carried = one.sealMerged(ID, 2, { organizers: merged.chapter }, { chapter: [envelope.parts.chapter] });
    expect(carried.parts).toMatchObject({ chapter: envelope.parts.chapter, organizers: { k: 1 } });
  });

  test('takes its history along and opens with it', async () => {
    const codec = await codecWith(await newChapterKeys(), 'dev1');
    const line = { t: 1, d: 'dev1', a: AT, u: 'user:a', c: [['called', null] as const] };
    const envelope = codec.sealMerged(ID, 1, { chapter: { fields: { called: 'Ana' }, stamps: firstStamps('dev1'), history: [line] } }, {});
    expect(historyOf(codec.open(ID, envelope) as OpenedRecord)).toEqual([line]);
    expect(codec.open('person:another', envelope)).toBeNull();
  });
});
