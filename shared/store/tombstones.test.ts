import { expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { newChapterKeys } from './keys.ts';
import { createSealer } from './sealing.ts';
import { readTombstone, tombstoneOf } from './tombstones.ts';

const ID = 'person:abcdefghijkmnpqrstuv';
const SEEN = { chapter: { dev1: 3 }, organizers: { dev2: 1 } };

test('an erasure and the loser of a merge say, sealed, what their writers had seen, where it is known', async () => {
  const sealer = await createSealer(randomToken(20), await newChapterKeys());
  const erased = tombstoneOf(sealer, ID, 1, 'erased', SEEN);
  expect(readTombstone(sealer, ID, erased)).toEqual({ kind: 'erased', seen: SEEN });
  expect(JSON.stringify(erased)).not.toContain('dev1');
  expect(readTombstone(sealer, ID, tombstoneOf(sealer, ID, 1, 'merged', SEEN))).toEqual({ kind: 'merged', seen: SEEN });
  expect(readTombstone(sealer, ID, tombstoneOf(sealer, ID, 1, 'merged'))).toEqual({ kind: 'merged', seen: null });
  expect(readTombstone(sealer, ID, tombstoneOf(sealer, ID, 1, 'erased'))).toEqual({ kind: 'erased', seen: null });
});

test('what is none, or is another chapter’s, or was tampered with says nothing', async () => {
  const keys = await newChapterKeys();
  const [sealer, other] = [await createSealer(randomToken(20), keys), await createSealer(randomToken(20), keys)];
  const stone = tombstoneOf(sealer, ID, 1, 'erased', SEEN);
  expect(readTombstone(sealer, ID, { _deleted: true })).toBeNull();
  expect(readTombstone(sealer, ID, null)).toBeNull();
  expect(readTombstone(other, ID, stone)).toBeNull();
  expect(readTombstone(other, ID, { ...stone, mac: other.tombstoneMac(ID, 1, 'erased') })).toBeNull();
  expect(readTombstone(sealer, ID, { ...stone, schema: 2 })).toBeNull();
});

test('one whose seen part is of another record tells only its kind', async () => {
  const sealer = await createSealer(randomToken(20), await newChapterKeys());
  const { seen } = tombstoneOf(sealer, 'person:another', 1, 'erased', SEEN);
  expect(readTombstone(sealer, ID, { ...tombstoneOf(sealer, ID, 1, 'erased'), seen })).toEqual({ kind: 'erased', seen: null });
});
