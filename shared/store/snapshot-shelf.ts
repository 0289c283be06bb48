/** Where the snapshot's sealed blobs lie on this PC. Losing them costs nothing but time at the next opening. */
export interface SnapshotShelf {
  /** The blobs of these names, each as soon as it is there; undefined where there is none. */
  read(names: readonly string[]): readonly Promise<Uint8Array | undefined>[];
  write(name: string, blob: Uint8Array): Promise<void>;
  names(): Promise<readonly string[]>;
  remove(names: readonly string[]): Promise<void>;
  close(): void;
}

const BLOBS = 'blobs';

/** A shelf in an IndexedDB database of its own, so that nothing that goes wrong in it touches the records. */
export function openIdbShelf(name: string): SnapshotShelf {
  let opening: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(BLOBS);
      request.onsuccess = () => {
        // Deleted from outside: the blobs are gone, the next call begins an empty shelf.
        request.result.onversionchange = () => {
          request.result.close();
          opening = null;
        };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error ?? new Error('The shelf was not opened.'));
    });
    opening.catch(() => (opening = null));
    return opening;
  };
  const inStore = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>[]): Promise<T[]> => {
    const transaction = (await database()).transaction(BLOBS, mode);
    const requests = ask(transaction.objectStore(BLOBS));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The shelf refused.'));
    });
    return requests.map((request) => request.result);
  };
  return {
    read(names) {
      const store = database().then((open) => open.transaction(BLOBS).objectStore(BLOBS));
      return names.map(async (name) => answerOf((await store).get(name) as IDBRequest<Uint8Array | undefined>));
    },
    write: async (one, blob) => void (await inStore('readwrite', (store) => [store.put(blob, one)])),
    names: async () => ((await inStore('readonly', (store) => [store.getAllKeys()]))[0] ?? []).map(String),
    remove: async (names) => void (await inStore('readwrite', (store) => names.map((one) => store.delete(one)))),
    close() {
      void opening?.then((open) => open.close()).catch(() => undefined);
      opening = null;
    },
  };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The shelf gave nothing.'));
  });
}

/** A shelf in memory, where there is no IndexedDB; it outlives the chapter's closing for as long as its owner keeps it. */
export function openMemoryShelf(): SnapshotShelf {
  const blobs = new Map<string, Uint8Array>();
  return {
    read: (names) => names.map((one) => Promise.resolve(blobs.get(one))),
    write: (one, blob) => Promise.resolve(void blobs.set(one, blob)),
    names: () => Promise.resolve([...blobs.keys()]),
    remove: (names) => Promise.resolve(names.forEach((one) => blobs.delete(one))),
    close: () => undefined,
  };
}
