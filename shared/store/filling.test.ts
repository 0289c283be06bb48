import { beforeEach, expect, test } from 'vitest';
import type { Backing } from './codec.ts';
import { fillFromSnapshot } from './filling.ts';
import type { FillingHand } from './record-instance.ts';
import type { SinceThen, Snapshot } from './snapshot.ts';
import type { KeptRecord } from './snapshot-format.ts';

/** What the collection was told to do, in order. */
let done: [step: string, ids: readonly string[]][];
const hand: FillingHand<Backing> = {
  adopt: (records) => Promise.resolve(void done.push(['adopt', records.map(({ id }) => id)])),
  takeIn: (documents) => Promise.resolve(void done.push(['take in', documents.map(({ _id }) => _id)])),
  readAgain: (ids) => Promise.resolve(void done.push(['read', ids])),
  empty: () => void done.push(['empty', []]),
};
beforeEach(() => (done = []));

const kept = (...ids: readonly string[]): readonly KeptRecord[] => ids.map((id) => ({ id, rev: '1-a', fields: {}, backing: { schema: 1, stamps: {}, closed: {} } }));

function snapshotOf(chunks: readonly (readonly KeptRecord[] | null)[], since: SinceThen | null): Snapshot {
  return {
    since: Promise.resolve(since),
    note: () => Promise.resolve(null),
    async *records() {
      for (const chunk of chunks) yield await Promise.resolve(chunk);
    },
  };
}

test('the snapshot’s records come first, then what changed, and the rest that is not in it from the database', async () => {
  const since: SinceThen = {
    changed: ['person:b', 'sheet:a'].map((_id) => ({ _id, _rev: '2-a' })),
    unread: ['person:b', 'sheet:a', 'person:c', 'sheet:b'],
  };
  expect(await fillFromSnapshot(snapshotOf([kept('person:a', 'person:b'), kept('person:d')], since), 'people', hand)).toBe(true);
  expect(done).toEqual([
    ['adopt', ['person:a', 'person:b']],
    ['adopt', ['person:d']],
    ['take in', ['person:b']],
    ['read', ['person:c']],
  ]);
});

test('many are read from the database some hundred at a time, none twice', async () => {
  const unread = Array.from({ length: 1_000 }, (_, at) => `person:${String(at)}`);
  expect(await fillFromSnapshot(snapshotOf([], { changed: [], unread }), 'people', hand)).toBe(true);
  expect(done.slice(1)).toEqual([['read', unread.slice(0, 500)], ['read', unread.slice(500)]]);
});

test('with a damaged blob, or upon another database, nothing of it stays', async () => {
  expect(await fillFromSnapshot(snapshotOf([kept('person:a'), null, kept('person:b')], { changed: [], unread: ['person:c'] }), 'people', hand)).toBe(false);
  expect(done).toEqual([['adopt', ['person:a']], ['empty', []]]);
  done = [];
  expect(await fillFromSnapshot(snapshotOf([kept('person:a')], null), 'people', hand)).toBe(false);
  expect(done).toEqual([['adopt', ['person:a']], ['empty', []]]);
});
