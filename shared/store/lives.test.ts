import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { beginNewLife, lifeOf } from './lives.ts';
import { openPouch, type RecordPouch } from './pouch.ts';

PouchDB.plugin(memoryAdapter);

let pouch: RecordPouch;
beforeEach(() => void (pouch = openPouch(`lives-${randomToken(10)}`, 'memory')));
afterEach(async () => {
  vi.unstubAllGlobals();
  await pouch.close();
});

test('a database that never lost anything has no mark in its dots; after each loss it has another', async () => {
  expect(await lifeOf(pouch)).toBe('');
  await beginNewLife(pouch);
  const second = await lifeOf(pouch);
  expect(second).toMatch(/^~[a-z0-9]{4}$/);
  expect(await lifeOf(pouch)).toBe(second);
  await beginNewLife(pouch);
  expect(await lifeOf(pouch)).toMatch(/^~[a-z0-9]{4}$/);
  expect(await lifeOf(pouch)).not.toBe(second);
});

test('what names a life stays on this PC', async () => {
  await beginNewLife(pouch);
  expect((await pouch.info()).update_seq).toBe(0);
});

test('on a full disk no new life is begun', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('Full.', 'QuotaExceededError')) });
  await expect(beginNewLife(pouch)).rejects.toMatchObject({ code: 'storage-full' });
  expect(await lifeOf(pouch)).toBe('');
});
