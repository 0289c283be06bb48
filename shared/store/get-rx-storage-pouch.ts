import { ensureRxStorageInstanceParamsAreCorrect, RXDB_VERSION } from 'rxdb';
import type { RxStorage, RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageMemory, type RxStorageInstanceMemory } from 'rxdb/plugins/storage-memory';
import { PlainKeeping } from './plain-keeping.ts';
import { openPouch } from './pouch.ts';
import { loadAdapter } from './pouch-adapters.ts';
import { readAll } from './reading-all.ts';
import { NO_ATTACHMENTS, RecordInstance, type RecordInternals, type Shelf } from './record-instance.ts';
import { RecordMemory } from './record-memory.ts';
import { Turns } from './turns.ts';

/** Where {@link getRxStoragePouch} keeps its databases. */
export interface RxStoragePouchOptions {
  /** PouchDB's adapter. By default `idb` where there is IndexedDB, `memory` elsewhere; others must be registered before. */
  readonly adapter?: string;
  /** Put before the name of every database. */
  readonly prefix?: string;
}

/** A collection that is open in this process, and by how many instances. */
interface OpenShelf {
  readonly shelf: Promise<Shelf<unknown, null>>;
  instances: number;
  /** Set when it is being closed or removed: whoever opens it anew waits. */
  ending: Promise<void> | null;
}

/** By adapter and PouchDB's name. Every storage of the process shares it, as it shares PouchDB's databases. */
const open = new Map<string, OpenShelf>();

/**
 * An RxStorage of RxDB over PouchDB without sealing: the code of a chapter's store, for any RxDatabase. Each collection
 * (RxDB's own bookkeeping included) is one PouchDB database, durable under the same name; the documents are in memory
 * while it is open. Instances on the same collection in one process share what they hold, and each other's events.
 * Attachments are refused (ADR 10). Rejects when the adapter is unknown.
 */
export function getRxStoragePouch(options: RxStoragePouchOptions = {}): RxStorage<RecordInternals, object> {
  const adapter = options.adapter ?? (typeof indexedDB === 'undefined' ? 'memory' : 'idb');
  const prefix = options.prefix ?? '';
  return {
    name: 'pouch',
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<R>(params: RxStorageInstanceCreationParams<R, object>) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      if (params.schema.attachments) throw new Error(NO_ATTACHMENTS);
      const name = pouchName(params);
      const key = `${adapter} ${prefix}${name}`;
      for (let ending = open.get(key)?.ending; ending; ending = open.get(key)?.ending) await ending.catch(() => undefined);
      const entry = open.get(key) ?? { shelf: takeShelf(key, name, adapter, prefix, params), instances: 0, ending: null };
      open.set(key, entry);
      entry.instances += 1;
      try {
        return new RecordInstance<R, null>((await entry.shelf) as Shelf<R, null>);
      } catch (problem) {
        if (open.get(key) === entry) open.delete(key);
        throw problem;
      }
    },
  };
}

/** Different for every collection and version, and without characters that a folder's name may not have. */
function pouchName<R>({ databaseName, collectionName, schema }: RxStorageInstanceCreationParams<R, object>): string {
  return [databaseName, collectionName, String(schema.version)].map(encodeURIComponent).join('+');
}

async function takeShelf<R>(
  key: string,
  name: string,
  adapter: string,
  prefix: string,
  params: RxStorageInstanceCreationParams<R, object>,
): Promise<Shelf<unknown, null>> {
  await loadAdapter(adapter);
  const pouch = openPouch(name, adapter, prefix);
  // States of its own: RxDB's memory storage otherwise shares one between all databases of the process.
  const storage = { ...getRxStorageMemory(), collectionStates: new Map() };
  const rx = (await storage.createStorageInstance<R>(params)) as unknown as RxStorageInstanceMemory<unknown>;
  const memory = new RecordMemory<unknown, null>(rx, new PlainKeeping());
  const end = async (erase: boolean): Promise<void> => {
    open.delete(key);
    await memory.end();
    await (erase ? pouch.destroy() : pouch.close());
  };
  const shelf: Shelf<unknown, null> = {
    pouch,
    memory,
    turns: new Turns(),
    async release(erase) {
      const entry = open.get(key);
      // Removed by another instance already.
      if (!entry || entry.ending) return;
      entry.instances -= 1;
      if (!erase && entry.instances > 0) return;
      await (entry.ending = end(erase));
    },
  };
  await new RecordInstance(shelf).fill((hand) => readAll(pouch, memory.keeping.ranges, hand));
  return shelf;
}
