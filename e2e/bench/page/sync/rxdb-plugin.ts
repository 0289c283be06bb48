import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { DATABASE, FIRST_SHOWN, mustBe, REMOTE, sealedRecords, stopwatch, syncFetch, type Engine } from './engine.ts';

/** A sealed record as it is: the plugin gets no work that Convoca's side has not, and none of sealing. */
interface Envelope {
  id: string;
  chapter: string;
  schema: number;
  parts: object;
}

const SCHEMA: RxJsonSchema<Envelope> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 64 }, chapter: { type: 'string' }, schema: { type: 'number' }, parts: { type: 'object' } },
  required: ['id'],
};

/** One collection for all records, since the plugin wants a database on the server for each. */
async function open(): Promise<RxCollection<Envelope>> {
  const database = await createRxDatabase({ name: DATABASE, storage: getRxStorageDexie(), multiInstance: false });
  const { records } = await database.addCollections({ records: { schema: SCHEMA } });
  return records as RxCollection<Envelope>;
}

/** RxDB's CouchDB plugin into RxDB on Dexie, in batches of `batchSize`. */
export function rxdbPlugin(batchSize: number): Engine {
  const replicate = async (collection: RxCollection<Envelope>, round: number, way: 'pull' | 'push'): Promise<void> => {
    const replication = replicateCouchDB<Envelope>({
      replicationIdentifier: `bench-${way}-${String(round)}`,
      collection,
      url: `${REMOTE}/`,
      fetch: syncFetch,
      live: false,
      waitForLeadership: false,
      [way]: { batchSize },
    });
    const failed = new Promise<never>((_resolve, reject) => replication.error$.subscribe(reject));
    await Promise.race([replication.awaitInitialReplication(), failed]);
  };
  return {
    async fill() {
      const collection = await open();
      const records = (await sealedRecords()).map(({ _id, _rev: _ours, ...fields }) => ({ id: _id, ...fields }) as unknown as Envelope);
      for (let at = 0; at < records.length; at += 500) {
        const { error } = await collection.bulkInsert(records.slice(at, at + 500));
        mustBe(0, error.length, 'RxDB refused');
      }
      await collection.database.close();
    },

    async push({ count, round }) {
      const collection = await open();
      mustBe(count, await collection.count().exec(), 'RxDB');
      const watch = stopwatch();
      await replicate(collection, round, 'push');
      return watch.time();
    },

    async pull({ count, round }) {
      const collection = await open();
      mustBe(0, await collection.count().exec(), 'RxDB');
      const first = stopwatch();
      const shown = collection.find({ limit: FIRST_SHOWN }).$.subscribe((found) => {
        if (found.length < FIRST_SHOWN) return;
        first.stop();
        shown.unsubscribe();
      });
      await replicate(collection, round, 'pull');
      const all = first.time();
      mustBe(count, await collection.count().exec(), 'RxDB');
      return { first: await first.stopped, all };
    },
  };
}
