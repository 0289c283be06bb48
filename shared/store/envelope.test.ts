import { expect, test } from 'vitest';
import { envelope, sealedPart, tombstone } from './envelope.ts';

const N = 'A-_z'.repeat(8);
const part = (k: number) => ({ k, n: N, c: 'aZ0-_' });
const ENVELOPE = { chapter: 'durham', schema: 1, parts: { chapter: part(1) } };
const STONE = { chapter: 'durham', schema: 1, mac: 'a-_'.repeat(14) + 'Z' };

test('a sealed part is a key’s number, a nonce of 24 bytes and a ciphertext, and nothing beside them', () => {
  expect(sealedPart.parse(part(2 ** 40))).toEqual(part(2 ** 40));
  for (const harm of [{ k: 0 }, { k: -1 }, { k: 1.5 }, { n: N.slice(1) }, { n: `${N}a` }, { n: `+${N.slice(1)}` }, { n: ` ${N.slice(1)}` }, { c: '' }, { c: 'a=' }, { c: '=a' }, { name: 'Ana' }]) {
    expect(sealedPart.safeParse({ ...part(1), ...harm }).success).toBe(false);
  }
});

test('an envelope has a part for the chapter, and nothing in the clear', () => {
  for (const parts of [{}, { organizers: part(1) }, { author: part(3) }, { author: [part(3), part(4)] }, { author: Array(100).fill(part(3)) }]) {
    const whole = { ...ENVELOPE, parts: { chapter: part(1), ...parts } };
    expect(envelope.parse(whole)).toEqual(whole);
  }
  for (const harm of [{ schema: 0 }, { schema: 1.5 }, { chapter: 1 }, { name: 'Ana' }, { parts: {} }, { parts: undefined }]) {
    expect(envelope.safeParse({ ...ENVELOPE, ...harm }).success).toBe(false);
  }
  for (const harm of [{ author: [] }, { author: [part(3)] }, { author: Array(101).fill(part(3)) }, { organizers: [part(1), part(1)] }, { name: part(1) }]) {
    expect(envelope.safeParse({ ...ENVELOPE, parts: { chapter: part(1), ...harm } }).success).toBe(false);
  }
});

test('a tombstone has a MAC of 32 bytes, and no body', () => {
  for (const more of [{}, { kind: 'merged' }, { kind: 'erased', seen: part(1) }]) expect(tombstone.parse({ ...STONE, ...more })).toEqual({ ...STONE, ...more });
  for (const harm of [{ mac: undefined }, { mac: STONE.mac.slice(1) }, { mac: `${STONE.mac}a` }, { mac: `+${STONE.mac.slice(1)}` }, { kind: 'lost' }, { schema: 0 }, { schema: 1.5 }, { parts: ENVELOPE.parts }, { seen: {} }]) {
    expect(tombstone.safeParse({ ...STONE, ...harm }).success).toBe(false);
  }
});
