import { describe, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import type { Leaf } from './closed-parts.ts';
import { RecordCodec } from './codec.ts';
import type { Part, SealedPart } from './envelope.ts';
import type { HistoryLine } from './history-lines.ts';
import { newChapterKeys } from './keys.ts';
import { mergeLeaves, sortLeaves } from './leaves.ts';
import type { OpenPart } from './parts.ts';
import type { StoredDocument } from './pouch.ts';
import { createSealer } from './sealing.ts';
import { INVENTED_FAMILY } from './simulation/invented-family.ts';
import type { Stamps, VersionVector } from './stamps.ts';

const FAMILY = INVENTED_FAMILY;
const ID = 'person:abcdefghijkmnpqrstuv';

function part(seen: VersionVector, more: Partial<Stamps> = {}, key = 1, history: readonly HistoryLine[] = []): OpenPart {
  return { fields: {}, history, key, stamps: { seen, base: [], fields: {}, ...more } };
}
function leaf(rev: string, open: Partial<Record<Part, OpenPart>>, closed: Partial<Record<Part, readonly SealedPart[]>> = {}, schema = 1): Leaf {
  return { rev, read: { schema, open, closed } };
}
const sealed = (n: string, k = 1): SealedPart => ({ k, n, c: 'c' });

describe('sorting leaves', () => {
  test('the living come as PouchDB’s winner would: the higher first, then the greater hash; erasures apart from what lost a merge', async () => {
    const codec = new RecordCodec(await createSealer(randomToken(20), await newChapterKeys()), 'dev1');
    const { envelope } = codec.seal(FAMILY, ID, { called: 'Ana' }, null);
    const stored = (rev: string, body: object): StoredDocument => ({ _id: ID, _rev: rev, ...body });
    const stone = { _deleted: true, ...codec.tombstone(ID, 1, 'erased') };
    const { living, erased } = sortLeaves(codec, ID, [
      stored('2-b', envelope),
      stored('10-a', envelope),
      stored('9-f', envelope),
      stored('2-d', envelope),
      stored('2-c', envelope),
      stored('11-a', stone),
      stored('11-b', { _deleted: true, ...codec.tombstone(ID, 1, 'merged') }),
      stored('11-c', { ...stone, mac: 'm'.repeat(43) }),
      stored('12-a', { ...envelope, chapter: 'another' }),
    ]);
    expect(living.map(({ rev }) => rev)).toEqual(['10-a', '9-f', '2-d', '2-c', '2-b']);
    expect(living[0]?.read.open.chapter?.fields).toEqual({ called: 'Ana' });
    expect(erased).toEqual([{ kind: 'erased', seen: null }]);
  });
});

describe('leaves together', () => {
  test('have the greatest schema and key, and the lines of both', () => {
    const line = (t: number): HistoryLine => ({ t, d: 'a', a: '', u: '', c: [['called', null]] });
    const one = leaf('1-a', { chapter: part({ a: 1 }, {}, 3, [line(1)]) }, {}, 2);
    const other = leaf('1-b', { chapter: part({ b: 1 }, {}, 2, [line(2)]) });
    const merged = mergeLeaves(FAMILY, [one, other]);
    expect(merged).toMatchObject({ schema: 2, open: { chapter: { key: 3, history: [line(2), line(1)], stamps: { seen: { a: 1, b: 1 } } } }, closed: {}, absorbed: [one, other] });
    expect(merged.open.chapter?.stamps).not.toHaveProperty('inner');
    expect(merged.open.chapter?.stamps).not.toHaveProperty('floors');
    expect(mergeLeaves(FAMILY, [other, one]).open).toEqual(merged.open);
  });

  test('say in the part for all what was seen of the others, the author’s by its key', () => {
    const one = leaf('1-a', { chapter: part({ a: 1 }), organizers: part({ a: 1 }), author: part({ a: 2 }, {}, 71) });
    const other = leaf('1-b', { chapter: part({ b: 1 }), organizers: part({ b: 3 }) });
    const { open } = mergeLeaves(FAMILY, [one, other]);
    expect(open.chapter?.stamps.inner).toEqual({ organizers: { a: 1, b: 3 }, 'author/71': { a: 2 } });
    expect(open.organizers?.stamps).toEqual({ seen: { a: 1, b: 3 }, base: [], fields: {} });
  });

  test('carry a later part that does not open here, with what was seen of it', () => {
    const [old, late] = [sealed('o'), sealed('l')];
    const one = leaf('1-a', { chapter: part({ a: 1 }, { inner: { organizers: { a: 1 } } }) }, { organizers: [old] });
    const other = leaf('1-b', { chapter: part({ b: 1 }, { inner: { organizers: { a: 1, b: 1 } } }) }, { organizers: [late] });
    const merged = mergeLeaves(FAMILY, [one, other]);
    expect(merged.closed).toEqual({ organizers: [late] });
    expect(merged.open.chapter?.stamps.inner).toEqual({ organizers: { a: 1, b: 1 } });
    expect(merged.absorbed).toEqual([one, other]);
  });

  test('carry the parts of all authors, each decided for itself', () => {
    const [hers, his] = [sealed('h', 71), sealed('i', 82)];
    const one = leaf('1-a', { chapter: part({ a: 1 }, { inner: { 'author/71': { a: 1 } } }) }, { author: [hers] });
    const other = leaf('1-b', { chapter: part({ b: 1 }, { inner: { 'author/82': { b: 1 } } }) }, { author: [his] });
    expect(mergeLeaves(FAMILY, [one, other])).toMatchObject({ closed: { author: [hers, his] }, absorbed: [one, other] });
  });

  test('leave alone what cannot be merged here, and count on beyond it', () => {
    const one = leaf('1-a', { chapter: part({ a: 1 }, { inner: { organizers: { a: 1 } } }) }, { organizers: [sealed('o')] });
    const other = leaf('1-b', { chapter: part({ b: 1 }, { inner: { organizers: { b: 2 } } }) }, { organizers: [sealed('l')] });
    const merged = mergeLeaves(FAMILY, [one, other]);
    expect(merged.closed).toEqual({ organizers: [sealed('o')] });
    expect(merged.absorbed).toEqual([one]);
    expect(merged.open.chapter?.stamps).toMatchObject({ inner: { organizers: { a: 1 } }, floors: { organizers: { b: 2 } } });
    expect(merged.open).not.toHaveProperty('organizers');
  });

  test('merge one’s own author part also where another author’s cannot be merged here', () => {
    const inner = (mine: VersionVector, theirs: VersionVector): Partial<Stamps> => ({ inner: { 'author/71': mine, 'author/82': theirs } });
    const one = leaf('2-a', { chapter: part({ a: 1 }, inner({ a: 1 }, { c: 1 })), author: part({ a: 1 }, {}, 71) }, { author: [sealed('c', 82)] });
    const other = leaf('2-b', { chapter: part({ b: 1 }, inner({ b: 1 }, { d: 1 })), author: part({ b: 1 }, {}, 71) }, { author: [sealed('d', 82)] });
    const merged = mergeLeaves(FAMILY, [one, other]);
    expect(merged.open.author?.stamps.seen).toEqual({ a: 1, b: 1 });
    expect(merged.closed).toEqual({ author: [sealed('c', 82)] });
    expect(merged.absorbed).toEqual([one]);
    expect(merged.open.chapter?.stamps.inner).toEqual({ 'author/71': { a: 1, b: 1 }, 'author/82': { c: 1 } });
  });

  test('do not merge what opens here over a later part that does not', () => {
    const one = leaf('1-a', { chapter: part({ a: 1 }), organizers: part({ a: 1 }) });
    const other = leaf('1-b', { chapter: part({ b: 1 }, { inner: { organizers: { a: 1, b: 1 } } }) }, { organizers: [sealed('l', 2)] });
    const merged = mergeLeaves(FAMILY, [one, other]);
    expect(merged.closed).toEqual({ organizers: [sealed('l', 2)] });
    expect(Object.keys(merged.open)).toEqual(['chapter']);
  });

  test('go on with what opens in the first leaf, and leave the other and its part', () => {
    const one = leaf('1-a', { chapter: part({ a: 1 }), organizers: part({ a: 1 }) });
    const other = leaf('1-b', { chapter: part({ b: 1 }, { inner: { organizers: { b: 1 } } }) }, { organizers: [sealed('l')] });
    const merged = mergeLeaves(FAMILY, [one, other]);
    expect(merged.open.organizers?.stamps.seen).toEqual({ a: 1 });
    expect(merged.closed).toEqual({});
    expect(merged.absorbed).toEqual([one]);
    const silent = leaf('1-c', { chapter: part({ b: 1 }) }, { author: [sealed('x', 82)] });
    expect(mergeLeaves(FAMILY, [silent]).open.chapter?.stamps.inner).toEqual({ 'author/82': {} });
  });
});

describe('changes that are not in the merged revision', () => {
  const chapter = (seen: VersionVector, floors?: Record<string, VersionVector>): Leaf => leaf('1-a', { chapter: part(seen, floors ? { floors } : {}) });
  const floorsOf = (leaves: readonly [Leaf, ...Leaf[]], erased: readonly (Record<string, VersionVector> | null)[] = []) =>
    mergeLeaves(FAMILY, leaves, erased.map((seen) => ({ kind: 'erased', seen }))).open.chapter?.stamps.floors;

  test('are counted from erasures, each device’s that is beyond what is here', () => {
    expect(floorsOf([chapter({ a: 3, b: 1 })], [{ chapter: { a: 3, b: 4, c: 1 }, organizers: { a: 1 } }, null])).toEqual({ chapter: { b: 4, c: 1 }, organizers: { a: 1 } });
    expect(floorsOf([chapter({ a: 3 })], [{ chapter: { a: 3 } }])).toBeUndefined();
  });

  test('stay counted, the more of each, until they are here', () => {
    expect(floorsOf([chapter({ a: 1 }, { chapter: { b: 2 } }), chapter({ a: 2 }, { chapter: { b: 5, c: 1 } })])).toEqual({ chapter: { b: 5, c: 1 } });
    expect(floorsOf([chapter({ a: 1 }, { chapter: { b: 2 } }), chapter({ b: 2 })])).toBeUndefined();
  });
});
