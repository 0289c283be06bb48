import { beforeEach, describe, expect, test } from 'vitest';
import { newChapterKeys } from './keys.ts';
import { KeyRing, type ChapterKeys } from './key-ring.ts';
import { SnapshotSeal, type KeptRecord, type SnapshotHead } from './snapshot-format.ts';
import { firstStamps } from './stamps.ts';

let keys: ChapterKeys;
let seal: SnapshotSeal;
beforeEach(async () => {
  keys = await newChapterKeys();
  seal = new SnapshotSeal({ chapter: 'durham', ring: await KeyRing.of(keys) });
});

const HEAD: Omit<SnapshotHead, 'format'> = { schema: 1, database: 'd', sequence: 7, generation: 'g', chunks: { people: 2 }, notes: ['names'], unread: ['person:a'] };
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('the head of a snapshot', () => {
  test('says what was written, to those of the same role and in its own place', async () => {
    const blob = await seal.headBlob(HEAD);
    expect(await seal.openHead(blob)).toEqual({ format: 1, ...HEAD });
    expect(await seal.open('another', blob)).toBeNull();
    expect(await seal.openHead(undefined)).toBeNull();
    const volunteer = new SnapshotSeal({ chapter: 'durham', ring: await KeyRing.of({ chapter: keys.chapter }) });
    expect(await volunteer.openHead(blob)).toBeNull();
    expect(await seal.openHead(await volunteer.headBlob(HEAD))).toBeNull();
  });

  test('of another format, or without one of its members, is none', async () => {
    expect(await seal.openHead(await seal.blob('head', text({ format: 1, ...HEAD })))).toEqual({ format: 1, ...HEAD });
    for (const harm of [{ format: 2 }, { schema: 1.5 }, { database: undefined }, { sequence: '7' }, { generation: 3 }, { chunks: { people: -1 } }, { chunks: [] }, { notes: [1] }, { unread: null }]) {
      expect(await seal.openHead(await seal.blob('head', text({ format: 1, ...HEAD, ...harm })))).toBeNull();
    }
  });
});

test('each role has places of its own', async () => {
  const volunteer = new SnapshotSeal({ chapter: 'durham', ring: await KeyRing.of({ chapter: keys.chapter }) });
  expect([seal.place('g', 'people', 0), seal.place(), volunteer.place('head')]).toEqual(['organizers/g/people/0', 'organizers', 'chapter/head']);
});

test('records come back as they were, and equal backings as one object', async () => {
  const backing = (device: string): KeptRecord['backing'] => ({ schema: 1, stamps: { chapter: firstStamps(device) }, closed: {} });
  const records: KeptRecord[] = ['pc1', 'pc2', 'pc1', 'pc2', 'pc3'].map((device, at) => ({ id: `person:${String(at)}`, rev: `${String(at + 1)}-a`, fields: { called: `c${String(at)}` }, backing: backing(device) }));
  const plain = await seal.open('g/people/0', await seal.chunkBlob('g/people/0', records));
  const back = seal.recordsIn(plain ?? new Uint8Array());
  expect(back).toEqual(records);
  expect(back[2]?.backing).toBe(back[0]?.backing);
  expect(back[3]?.backing).toBe(back[1]?.backing);
  // Each of them is written once.
  expect((JSON.parse(new TextDecoder().decode(plain ?? undefined)) as { backings: unknown[] }).backings).toHaveLength(3);
});
