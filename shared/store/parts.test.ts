import { beforeEach, describe, expect, test } from 'vitest';
import { FAMILIES, type Family } from './families.ts';
import { newChapterKeys } from './keys.ts';
import { KeyRing } from './key-ring.ts';
import { authorsOf, innerName, placesOf, readParts, split, vectorsOf } from './parts.ts';
import { createSealer, type ChapterKeys, type Sealer } from './sealing.ts';
import { firstStamps } from './stamps.ts';
import type { Part, SealedPart } from './envelope.ts';

const ID = 'person:abcdefghijkmnpqrstuv';
const FAMILY: Family = { ...FAMILIES.people, authorFields: ['ownNote'] };
let keys: ChapterKeys;
let sealer: Sealer;

beforeEach(async () => {
  keys = await newChapterKeys();
  const ring = await KeyRing.of(keys);
  ring.learn('author', 71, new Uint8Array(32).fill(71));
  sealer = await createSealer('durham', ring);
});

const content = (fields: Record<string, unknown>, history?: unknown) => ({ f: fields, v: { pc1: 1 }, d: [['pc1', 1]], ...(history ? { h: history } : {}) });
const sealed = (part: Part, fields: Record<string, unknown>, schema = 1, history?: unknown): SealedPart => sealer.seal({ id: ID, schema }, part, content(fields, history));
const other = (k: number, n = 'A'.repeat(32)): SealedPart => ({ k, n, c: 'AAAA' });

describe('reading the parts of a stored record', () => {
  test('opens each under its own key, with its stamps, its history and the key’s number', () => {
    const line = { t: 1, d: 'pc1', a: '', u: '', c: [['called', null]] };
    const parts = { chapter: sealed('chapter', { called: 'Ana' }, 1, [line]), organizers: sealed('organizers', { notes: 'canta' }), author: sealed('author', { ownNote: 'x' }) };
    const stamps = { seen: { pc1: 1 }, base: [['pc1', 1]], fields: {} };
    expect(readParts(sealer, ID, { chapter: 'durham', schema: 1, parts })).toEqual({
      schema: 1,
      open: {
        chapter: { fields: { called: 'Ana' }, stamps, history: [line], key: 1 },
        organizers: { fields: { notes: 'canta' }, stamps, history: [], key: 1 },
        author: { fields: { ownNote: 'x' }, stamps, history: [], key: 71 },
      },
      closed: {},
    });
  });

  test('is null for another chapter’s, for what is no envelope, and where the part for all does not open', () => {
    const parts = { chapter: sealed('chapter', {}) };
    expect(Object.keys(readParts(sealer, ID, { chapter: 'durham', schema: 1, parts })?.closed ?? { none: 1 })).toEqual([]);
    expect(readParts(sealer, ID, { chapter: 'raleigh', schema: 1, parts })).toBeNull();
    expect(readParts(sealer, 'person:another', { chapter: 'durham', schema: 1, parts })).toBeNull();
    for (const stored of [null, {}, { chapter: 'durham', schema: 1, parts: {} }, { chapter: 'durham', schema: 1, parts: { chapter: other(1) } }]) expect(readParts(sealer, ID, stored)).toBeNull();
  });

  test('keeps what does not open as it is: each author’s, and the organizers’', () => {
    const own = sealed('author', { ownNote: 'x' });
    const stored = { chapter: 'durham', schema: 1, parts: { chapter: sealed('chapter', {}), organizers: other(9), author: [other(3), own, other(5)] } };
    const read = readParts(sealer, ID, stored);
    expect(read?.open.author?.fields).toEqual({ ownNote: 'x' });
    expect(read?.closed).toEqual({ organizers: [other(9)], author: [other(3), other(5)] });
    expect(readParts(sealer, ID, { ...stored, parts: { ...stored.parts, author: other(3) } })?.closed).toEqual({ organizers: [other(9)], author: [other(3)] });
    // Of two that one person wrote, one is open and the other is not lost.
    const second = sealed('author', { ownNote: 'y' });
    const both = readParts(sealer, ID, { ...stored, parts: { chapter: stored.parts.chapter, author: [own, second] } });
    expect([both?.open.author?.fields, both?.closed]).toEqual([{ ownNote: 'x' }, { author: [second] }]);
  });

  test('opens an inner part that was sealed under a lower schema and carried along; never the part for all', () => {
    const inner = { organizers: sealed('organizers', { notes: 'canta' }, 2), author: sealed('author', { ownNote: 'x' }, 1) };
    const read = readParts(sealer, ID, { chapter: 'durham', schema: 3, parts: { chapter: sealed('chapter', {}, 3), ...inner } });
    expect([read?.schema, read?.open.organizers?.fields, read?.open.author?.fields]).toEqual([3, { notes: 'canta' }, { ownNote: 'x' }]);
    expect(readParts(sealer, ID, { chapter: 'durham', schema: 3, parts: { chapter: sealed('chapter', {}, 2) } })).toBeNull();
    const higher = readParts(sealer, ID, { chapter: 'durham', schema: 1, parts: { chapter: sealed('chapter', {}), organizers: sealed('organizers', {}, 2) } });
    expect(higher?.closed.organizers).toHaveLength(1);
  });
});

test('the authors’ parts stand in the order of their keys, however they were found', () => {
  const [one, two, three] = [other(1), other(2, 'A'.repeat(32)), other(2, 'B'.repeat(32))];
  expect(authorsOf(undefined)).toBeUndefined();
  expect(authorsOf(one)).toEqual(one);
  expect(authorsOf(undefined, [two])).toEqual(two);
  for (const closed of [[one, two, three], [three, two, one], [two, three, one]]) expect(authorsOf(undefined, closed)).toEqual([one, two, three]);
  expect(authorsOf(two, [three, one])).toEqual([one, two, three]);
  expect(authorsOf(three, [two])).toEqual([two, three]);
});

test('vectors go by the part’s name, an author’s by its key too', () => {
  expect([innerName('organizers', 3), innerName('author', 71)]).toEqual(['organizers', 'author/71']);
  expect(vectorsOf(undefined)).toEqual({});
  expect(vectorsOf({ ...firstStamps('pc1'), inner: { organizers: { pc2: 2 } } })).toEqual({ organizers: { pc2: 2 }, chapter: { pc1: 1 } });
});

describe('the fields of a record', () => {
  test('are sealed where their family says; what is undefined is nowhere', () => {
    expect(split(FAMILY, { called: 'Ana', notes: 'canta', ownNote: 'x', area: undefined })).toStrictEqual({ chapter: { called: 'Ana' }, organizers: { notes: 'canta' }, author: { ownNote: 'x' } });
  });

  test('that this build does not know stay in the part they were found in; those it knows go where they belong', () => {
    const places = { organizers: ['plan', 'notes'], author: ['dream', 'plan'] };
    expect(split(FAMILY, { plan: 1, dream: 2, notes: 3, called: 4 }, places)).toEqual({ chapter: { called: 4 }, organizers: { notes: 3 }, author: { plan: 1, dream: 2 } });
    expect(split(FAMILY, { notes: 3, ownNote: 4 }, { author: ['notes'], organizers: ['ownNote'] })).toEqual({ chapter: {}, organizers: { notes: 3 }, author: { ownNote: 4 } });
    expect(split(FAMILY, { plan: 1, dream: 2 }, { organizers: ['plan'] })).toEqual({ chapter: { dream: 2 }, organizers: { plan: 1 }, author: {} });
    expect(split(FAMILY, { plan: 1, dream: 2 }, { author: ['dream'] })).toEqual({ chapter: { plan: 1 }, organizers: {}, author: { dream: 2 } });
  });

  test('are remembered by their parts, equal lists as one object', () => {
    expect(placesOf({ organizers: undefined, author: undefined })).toBeUndefined();
    expect(placesOf({ organizers: {}, author: {} })).toBeUndefined();
    const notes = placesOf({ organizers: { notes: 'a' }, author: undefined });
    expect(notes).toEqual({ organizers: ['notes'] });
    expect(placesOf({ organizers: { notes: 'b' }, author: {} })).toBe(notes);
    expect(placesOf({ organizers: {}, author: { ownNote: 'x' } })).toEqual({ author: ['ownNote'] });
    expect(placesOf({ organizers: { notes: 'a' }, author: { ownNote: 'x' } })).toEqual({ organizers: ['notes'], author: ['ownNote'] });
  });
});
