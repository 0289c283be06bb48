import idb from 'pouchdb-adapter-idb';
import { openRecords, type OpenedChapter } from '../../../../shared/store/open-records.ts';
import { openMemoryShelf } from '../../../../shared/store/snapshot-shelf.ts';
import { PouchDB } from '../../../../shared/store/replicating-pouch.ts';
import { inventChapter } from '../invented-chapter.ts';
import { writeChapter } from '../side.ts';
import { CHAPTER, FIRST_SHOWN, mustBe, REMOTE, stopwatch, syncFetch, type Engine, type Given } from './engine.ts';

PouchDB.plugin(idb);

function open({ keys }: Given): Promise<OpenedChapter> {
  return openRecords({
    shelf: openMemoryShelf(),
    id: CHAPTER,
    keys,
    user: { id: 'user:bench', name: '' },
    device: 'device:bbbbbbbbbbbbbbbbbbbb',
    adapter: 'idb',
    onFailure: (problem) => {
      throw problem;
    },
  });
}

async function countAll(chapter: OpenedChapter): Promise<number> {
  const counts = await Promise.all(Object.values(chapter.collections).map((collection) => collection.count().exec()));
  return counts.reduce((sum, count) => sum + count, 0);
}

const there = (): PouchDB.Database<Record<string, unknown>> => new PouchDB(REMOTE, { adapter: 'http', skip_setup: true, fetch: syncFetch });

/** An opened chapter and its session: what comes is unsealed and in the open queries too when the clock stops. */
export const convocaSession: Engine = {
  async fill(given) {
    const chapter = await open(given);
    await writeChapter(chapter.collections, inventChapter(given.count));
    await chapter.close();
  },

  async push(given) {
    const chapter = await open(given);
    await chapter.ready;
    mustBe(given.count, await countAll(chapter), 'Convoca');
    const watch = stopwatch();
    await PouchDB.replicate(chapter.pouch, there(), { batch_size: 1000, batches_limit: 1 });
    return watch.time();
  },

  async pull(given) {
    const chapter = await open(given);
    await chapter.ready;
    mustBe(0, await countAll(chapter), 'Convoca');
    const first = stopwatch();
    const shown = chapter.collections.people.find({ limit: FIRST_SHOWN }).$.subscribe((found) => {
      if (found.length < FIRST_SHOWN) return;
      first.stop();
      shown.unsubscribe();
    });
    await PouchDB.replicate(there(), chapter.pouch, { batch_size: 1000, batches_limit: 1 });
    await chapter.settled();
    mustBe(given.count, await countAll(chapter), 'Convoca');
    const all = first.time();
    return { first: await first.stopped, all };
  },
};
