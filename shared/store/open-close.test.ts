import PouchDB from 'pouchdb-core';
import { createRxDatabase, dbCount } from 'rxdb';
import { OPEN_MEMORY_INSTANCES } from 'rxdb/plugins/storage-memory';
import { afterEach, expect, test, vi } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { surviveFullDisk } from './full-disk.ts';
import { getRxStoragePouch } from './get-rx-storage-pouch.ts';
import { newChapterKeys } from './keys.ts';
import { requireStrictDurability } from './strict-durability.ts';
import { newTestPc, openTestChapter } from './test-chapter.ts';

afterEach(() => vi.unstubAllGlobals());

/** What must not grow with the databases that were open: RxDB's, the memory storage's, PouchDB's and the process's. */
function leftOpen(): object {
  const { _destructionListeners: destruction } = PouchDB as unknown as { _destructionListeners?: Map<string, unknown> };
  const emitter = PouchDB as unknown as { eventNames(): string[]; listenerCount(name: string): number };
  return {
    rxDatabases: dbCount(),
    memoryInstances: OPEN_MEMORY_INSTANCES.size,
    pouchListeners: emitter.eventNames().map((name) => [name, emitter.listenerCount(name)]),
    destructionListeners: destruction?.size,
    processListeners: process.eventNames().map((name) => [name, process.listenerCount(name)]),
  };
}

/** A timer or two are always on their way to their end. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

test('a chapter that is opened and closed fifty times leaves nothing open and loses nothing', async () => {
  const keys = await newChapterKeys();
  const [id, pc] = [randomToken(20), newTestPc()];
  const times = async (many: number): Promise<void> => {
    for (let time = 0; time < many; time += 1) {
      const chapter = await openTestChapter(id, keys, pc);
      await chapter.create('people', { nameAsWritten: 'Ana', contacts: [], affiliations: [] });
      const following = chapter.collections.people.find().$.subscribe();
      await chapter.close();
      following.unsubscribe();
    }
  };
  await times(2);
  const [before, timersBefore] = [leftOpen(), timers()];
  await times(50);
  expect(leftOpen()).toEqual(before);
  await expect.poll(timers).toBeLessThanOrEqual(timersBefore);
  const last = await openTestChapter(id, keys, pc);
  expect(await last.collections.people.count().exec()).toBe(52);
  await last.close();
}, 60_000);

test('so do unsealed databases, closed or removed', async () => {
  const times = async (many: number): Promise<void> => {
    for (let time = 0; time < many; time += 1) {
      const database = await createRxDatabase({ name: `leak${String(time % 3)}`, storage: getRxStoragePouch(), multiInstance: false });
      const properties = { id: { type: 'string', maxLength: 20 } } as const;
      await database.addCollections({ things: { schema: { version: 0, primaryKey: 'id', type: 'object', properties } } });
      await database['things']?.upsert({ id: 'a' });
      await (time % 2 === 0 ? database.close() : database.remove());
    }
  };
  await times(6);
  const [before, timersBefore] = [leftOpen(), timers()];
  await times(48);
  expect(leftOpen()).toEqual(before);
  await expect.poll(timers).toBeLessThanOrEqual(timersBefore);
}, 60_000);

test('prototypes are wrapped once, however often chapters are opened', () => {
  class IDBDatabase {
    transaction(): void {
      throw new Error('not opened here');
    }
    close(): void {
      throw new Error('not opened here');
    }
  }
  vi.stubGlobal('IDBDatabase', IDBDatabase);
  const wrap = (): void => {
    requireStrictDurability();
    surviveFullDisk();
  };
  const wrapped = (): readonly unknown[] => ['transaction', 'close'].map((name) => Object.getOwnPropertyDescriptor(IDBDatabase.prototype, name)?.value as unknown);
  const bare = wrapped();
  wrap();
  const once = wrapped();
  for (let time = 0; time < 50; time += 1) wrap();
  expect(once).not.toEqual(bare);
  expect(wrapped()).toEqual(once);
});
