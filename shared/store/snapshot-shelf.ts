/** Where the snapshot's sealed blobs lie on this PC. Losing them costs nothing but time at the next opening. */
export interface SnapshotShelf {
  /** The blobs of these names, each as soon as it is there; undefined where there is none. */
  read(names: readonly string[]): readonly Promise<Uint8Array | undefined>[];
  write(name: string, blob: Uint8Array): Promise<void>;
  names(): Promise<readonly string[]>;
  remove(names: readonly string[]): Promise<void>;
}

/** A cache's entries need an address that looks like the web's, whatever the page's own scheme is; nothing is ever fetched. */
const ADDRESS = 'https://convoca.invalid/snapshot/';

/**
 * A shelf in the browser's cache: it is read beside IndexedDB, which is busy opening the records meanwhile, and nothing
 * that goes wrong in it touches them.
 */
export function openCacheShelf(name: string): SnapshotShelf {
  let opening: Promise<Cache> | null = null;
  const cache = (): Promise<Cache> => {
    opening ??= caches.open(name);
    opening.catch(() => (opening = null));
    return opening;
  };
  return {
    read(names) {
      const shelf = cache();
      return names.map(async (one) => {
        const found = await (await shelf).match(ADDRESS + one);
        return found && new Uint8Array(await found.arrayBuffer());
      });
    },
    write: async (one, blob) => (await cache()).put(ADDRESS + one, new Response(blob as Uint8Array<ArrayBuffer>)),
    names: async () => (await (await cache()).keys()).map(({ url }) => url.slice(ADDRESS.length)),
    remove: async (names) => {
      const shelf = await cache();
      await Promise.all(names.map((one) => shelf.delete(ADDRESS + one)));
    },
  };
}

/** A shelf in memory, where there is no cache; it outlives the chapter's closing for as long as its owner keeps it. */
export function openMemoryShelf(): SnapshotShelf {
  const blobs = new Map<string, Uint8Array>();
  return {
    read: (names) => names.map((one) => Promise.resolve(blobs.get(one))),
    write: (one, blob) => Promise.resolve(void blobs.set(one, blob)),
    names: () => Promise.resolve([...blobs.keys()]),
    remove: (names) => Promise.resolve(names.forEach((one) => blobs.delete(one))),
  };
}
