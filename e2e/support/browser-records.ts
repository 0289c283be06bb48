import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** What goes wrong with a browser's databases on an old disk, done to a page whose chapter is locked. */

/** The browser throws away everything that pages have stored in databases. */
export async function deleteRecords(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('not deleted'));
        request.onblocked = () => reject(new Error('the chapter is still open'));
      });
    }
  });
}

/** Rows of these object stores are gone; `share` of them, spread over all. Says how many went. */
export async function loseRows(page: Page, stores: readonly ('document-store' | 'by-sequence')[], share: number): Promise<number> {
  return page.evaluate(
    async ([names, part]) => {
      const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('_pouch_chapter-'));
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(found?.name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      });
      const transaction = database.transaction([...names], 'readwrite');
      let gone = 0;
      for (const name of names) {
        const request = transaction.objectStore(name).openCursor();
        let at = 0;
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return;
          at += 1;
          if (Math.floor(at * part) > Math.floor((at - 1) * part)) {
            cursor.delete();
            gone += 1;
          }
          cursor.continue();
        };
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
      });
      database.close();
      return gone;
    },
    [stores, share] as const,
  );
}

/** One byte in the middle of every blob of the snapshot is another one. Says how many blobs there are. */
export function damageSnapshot(page: Page): Promise<number> {
  return overSnapshot(page, true);
}

/** How many blobs the snapshot has. */
export function snapshotBlobs(page: Page): Promise<number> {
  return overSnapshot(page, false);
}

function overSnapshot(page: Page, damage: boolean): Promise<number> {
  return page.evaluate(async (damaging) => {
    let blobs = 0;
    for (const name of await caches.keys()) {
      if (!name.startsWith('snapshot-')) continue;
      const shelf = await caches.open(name);
      for (const place of await shelf.keys()) {
        blobs += 1;
        if (!damaging) continue;
        const blob = new Uint8Array((await (await shelf.match(place))?.arrayBuffer()) ?? new ArrayBuffer(0));
        const middle = Math.floor(blob.length / 2);
        blob[middle] = (blob[middle] ?? 0) ^ 1;
        await shelf.put(place, new Response(blob));
      }
    }
    return blobs;
  }, damage);
}

/** Writes a kept text of the host's data folder anew, as `change` says; `name` is the beginning of its name. */
export function changeKept(data: string, name: string, change: (text: string) => string): void {
  const file = filesUnder(data).find((one) => path.basename(one).startsWith(name));
  if (file === undefined) throw new Error(`nothing is kept under ${name}`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));
}
