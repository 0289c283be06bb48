import { expect, test } from 'vitest';
import { newChapterKeys } from './keys.ts';
import { KeyRing } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

test('sealed bytes open only at their place, whole, and for those who hold the key', async () => {
  const keys = await newChapterKeys();
  const owner = { chapter: 'durham', ring: await KeyRing.of(keys) };
  const plain = crypto.getRandomValues(new Uint8Array(1000));
  const sealed = await sealBytes(owner, 'snapshot/1', 'organizers', plain);
  expect(await openBytes(owner, 'snapshot/1', 'organizers', sealed)).toEqual(plain);
  expect(await openBytes(owner, 'snapshot/2', 'organizers', sealed)).toBeNull();
  expect(await openBytes(owner, 'snapshot/1', 'chapter', sealed)).toBeNull();
  expect(await openBytes({ ...owner, chapter: 'raleigh' }, 'snapshot/1', 'organizers', sealed)).toBeNull();
  const volunteer = { chapter: 'durham', ring: await KeyRing.of({ chapter: keys.chapter }) };
  expect(await openBytes(volunteer, 'snapshot/1', 'organizers', sealed)).toBeNull();
  for (const at of [0, 3, 7, 8, 19, 20, 500, sealed.length - 1]) {
    const altered = sealed.slice();
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(await openBytes(owner, 'snapshot/1', 'organizers', altered)).toBeNull();
  }
  for (const length of [0, 3, 19, 20, sealed.length - 1]) expect(await openBytes(owner, 'snapshot/1', 'organizers', sealed.slice(0, length))).toBeNull();
});

test('bytes under an older key still open, new ones are sealed under the newest', async () => {
  const ring = await KeyRing.of(await newChapterKeys());
  const owner = { chapter: 'durham', ring };
  const plain = new TextEncoder().encode('Lupita');
  const before = await sealBytes(owner, 'a', 'chapter', plain);
  const newest = 2 ** 40 + 3;
  ring.learn('chapter', newest, crypto.getRandomValues(new Uint8Array(32)));
  const after = await sealBytes(owner, 'a', 'chapter', plain);
  expect(new DataView(after.buffer).getFloat64(0)).toBe(newest);
  for (const sealed of [before, after]) expect(await openBytes(owner, 'a', 'chapter', sealed)).toEqual(plain);
  ring.forget();
  expect(await openBytes(owner, 'a', 'chapter', before)).toBeNull();
  await expect(sealBytes(owner, 'a', 'chapter', plain)).rejects.toThrow('No key');
});

test('equal bytes never seal to equal bytes', async () => {
  const owner = { chapter: 'durham', ring: await KeyRing.of(await newChapterKeys()) };
  const plain = new Uint8Array(8);
  expect(await sealBytes(owner, 'a', 'chapter', plain)).not.toEqual(await sealBytes(owner, 'a', 'chapter', plain));
});

test('what an earlier build sealed on this PC still opens', async () => {
  const ring = await KeyRing.of({});
  ring.learn('chapter', 1, new Uint8Array(32).fill(1));
  const sealed = Uint8Array.from(atob('P/AAAAAAAAApJfXrVVbg3+lNOJ5kAdWpOLQfOyEJQXJBYuAAyMYZ7MlN'), (character) => character.charCodeAt(0));
  expect(new TextDecoder().decode((await openBytes({ chapter: 'durham', ring }, 'a', 'chapter', sealed)) ?? undefined)).toBe('Lupita');
});
