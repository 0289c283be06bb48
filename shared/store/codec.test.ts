import { describe, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { RecordCodec, type OpenedRecord } from './codec.ts';
import { FAMILIES, type Family } from './families.ts';
import { historyOf } from './history-lines.ts';
import { newChapterKeys } from './keys.ts';
import { createSealer, type ChapterKeys } from './sealing.ts';
import { readySodium, toBase64 } from './sodium.ts';

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
  expect(codec.readTombstone(ID, { ...stone, kind: 'merged' })).toBeNull();
  expect(codec.readTombstone('person:another', stone)).toBeNull();
  expect(codec.readTombstone(ID, { chapter: CHAPTER, schema: 1, mac: codec.sealer.tombstoneMac(ID, 1) })).toEqual({ kind: null, seen: null });
});
