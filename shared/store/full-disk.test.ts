import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { surviveFullDisk } from './full-disk.ts';
import { writeAll, type RecordPouch } from './pouch.ts';

/** Bytes that the disk has left. */
let left = 0;
/** True once the browser has ended its connections. */
let isEnded = false;

class Connection {
  readonly name = 'records';
  readonly version = 1;
  transaction(): EventTarget {
    if (isEnded) throw new DOMException('The database connection is closing.', 'InvalidStateError');
    return new EventTarget();
  }
  close(): void {
    isEnded = true;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  const cache = {
    put: async (_place: string, response: Response) => {
      if ((await response.arrayBuffer()).byteLength > left) throw new DOMException('Unexpected internal error.', 'UnknownError');
    },
    delete: () => Promise.resolve(true),
  };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache), delete: () => Promise.resolve(true) });
  vi.stubGlobal('IDBDatabase', Connection);
  vi.stubGlobal('indexedDB', {
    open: () => {
      const request: { onsuccess?: () => void; result: Connection } = { result: new Connection() };
      queueMicrotask(() => {
        isEnded = false;
        request.onsuccess?.();
      });
      return request;
    },
  });
  surviveFullDisk();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A database as PouchDB keeps it: one connection, and whatever that throws is the answer. */
function pouchOver(connection: IDBDatabase): RecordPouch {
  const bulkDocs = async (): Promise<unknown> => {
    await Promise.resolve();
    connection.transaction('docs', 'readwrite');
    return [{ ok: true }];
  };
  return { bulkDocs } as unknown as RecordPouch;
}

test('a connection that ended on a full disk without a word is a full disk, and is there again once there is room', async () => {
  left = 1024 ** 3;
  const pouch = pouchOver(new Connection() as unknown as IDBDatabase);
  await expect(writeAll(pouch, [{ _id: 'a' }])).resolves.toEqual([{ ok: true }]);
  left = 0;
  isEnded = true;
  const refused = expect(writeAll(pouch, [{ _id: 'b' }])).rejects.toMatchObject({ code: 'storage-full' });
  await vi.advanceTimersByTimeAsync(4_000);
  await refused;
  left = 1024 ** 3;
  const kept = expect(writeAll(pouch, [{ _id: 'b' }])).resolves.toEqual([{ ok: true }]);
  await vi.advanceTimersByTimeAsync(1_000);
  await kept;
});

test('a write that fails while there is room keeps its own problem', async () => {
  left = 1024 ** 3;
  const pouch = { bulkDocs: () => Promise.reject(new DOMException('odd', 'UnknownError')) } as unknown as RecordPouch;
  await expect(writeAll(pouch, [{ _id: 'a' }])).rejects.toMatchObject({ message: 'odd' });
});
