import idb from 'pouchdb-adapter-idb';
import { PouchDB } from '../../../../shared/store/replicating-pouch.ts';
import { DATABASE, FIRST_SHOWN, mustBe, REMOTE, sealedRecords, stopwatch, syncFetch, type Engine } from './engine.ts';

PouchDB.plugin(idb);

type Documents = PouchDB.Database<Record<string, unknown>>;

const here = (): Documents => new PouchDB(DATABASE, { adapter: 'idb' });
const there = (): Documents => new PouchDB(REMOTE, { adapter: 'http', skip_setup: true, fetch: syncFetch });

/** PouchDB as it comes, with its own batches of 100. */
export const plainPouch: Engine = {
  async fill() {
    const pouch = here();
    const records = await sealedRecords();
    for (let at = 0; at < records.length; at += 500) await pouch.bulkDocs(records.slice(at, at + 500).map((record) => ({ ...record })), { new_edits: false });
    await pouch.close();
  },

  async push({ count }) {
    const pouch = here();
    mustBe(count, (await pouch.info()).doc_count, 'plain PouchDB');
    const watch = stopwatch();
    await PouchDB.replicate(pouch, there());
    return watch.time();
  },

  async pull({ count }) {
    const pouch = here();
    mustBe(0, (await pouch.info()).doc_count, 'plain PouchDB');
    const first = stopwatch();
    const replication = PouchDB.replicate(there(), pouch);
    void replication.on('change', ({ docs_written }) => {
      if (docs_written >= FIRST_SHOWN) void pouch.allDocs({ include_docs: true, limit: FIRST_SHOWN }).then(() => first.stop());
    });
    await replication;
    const all = first.time();
    mustBe(count, (await pouch.info()).doc_count, 'plain PouchDB');
    return { first: await first.stopped, all };
  },
};
