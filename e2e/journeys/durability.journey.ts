import { expect, test } from '@playwright/test';
import { startOffice } from '../support/office.ts';
import { startChapter } from '../support/steps.ts';

test('every write to the browser’s database is strict: it is acknowledged when it is on the disk', async () => {
  const office = await startOffice();
  try {
    await startChapter(office.page);
    const found = await office.page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.includes('chapter-'));
      const open = (name: string): Promise<IDBDatabase> =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('not opened'));
        });
      return Promise.all(
        names.map(async (name) => {
          const database = await open(name);
          const stores = [...database.objectStoreNames];
          const durabilities = [database.transaction(stores, 'readwrite').durability, database.transaction(stores).durability];
          database.close();
          return durabilities;
        }),
      );
    });
    expect(found.length).toBeGreaterThan(0);
    for (const [writing, reading] of found) {
      expect(writing).toBe('strict');
      expect(reading).toBe('default');
    }
  } finally {
    await office.remove();
  }
});
