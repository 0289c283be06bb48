import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { followDirectory } from '../../../renderer/app/follow-directory.ts';
import { Directory } from '../../../shared/names/directory.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { readySodium } from '../../../shared/store/sodium.ts';
import { openBenchChapter } from './bench-chapter.ts';
import { inventChapter, LAST } from './invented-chapter.ts';
import { beginAsTheApp, showNames, writeChapter, type ColdOpening, type OpenSide, type Side, type Start } from './side.ts';

PouchDB.plugin(idb);

const CHAPTER = 'benchbenchbenchbench';
/** Whatever shape keys have, these are a new chapter's. */
type ChapterKeys = Awaited<ReturnType<typeof newChapterKeys>>;
const KEPT = 'bench-keys';

/** The keys of the invented chapter, made by its first page and found again by the later ones. */
let keys: ChapterKeys;

function openChapter(start: Start = 'snapshot'): Promise<OpenedChapter> {
  return openBenchChapter(CHAPTER, keys, start !== 'database');
}

/** Fills a directory as the app does, from its own module; resolves when everybody is in. */
function filled(chapter: OpenedChapter): Promise<Directory> {
  const directory = new Directory();
  return new Promise((resolve) => followDirectory(chapter, directory, () => resolve(directory)));
}

/** Opens the chapter and its directory, as an unlocked app has them. */
async function openWhole(start?: Start): Promise<{ readonly chapter: OpenedChapter; readonly directory: Directory }> {
  const chapter = await openChapter(start);
  return { chapter, directory: await filled(chapter) };
}

async function countAll(chapter: OpenedChapter): Promise<number> {
  const counts = await Promise.all(Object.values(chapter.collections).map((collection) => collection.count().exec()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Convoca's own store: sealed, with revisions, strict. */
export const convoca: Side = {
  async ready() {
    await readySodium();
    await beginAsTheApp();
    const kept = localStorage.getItem(KEPT);
    keys = kept === null ? await newChapterKeys() : (JSON.parse(kept) as ChapterKeys);
    localStorage.setItem(KEPT, JSON.stringify(keys));
  },

  async fill(count) {
    const chapter = await openChapter();
    await writeChapter(chapter.collections, inventChapter(count));
    await filled(chapter);
    // In the app some seconds of idle time do this, after an import or any other few hundred changes.
    await chapter.writeSnapshot();
    await chapter.close();
  },

  async openCold(count, start): Promise<ColdOpening> {
    const began = performance.now();
    const { chapter, directory } = await openWhole(start);
    showNames(directory.sorted().slice(0, 50).map((entry) => entry.nameAsWritten));
    const first = performance.now() - began;
    const [found] = directory.search(LAST.typed, { limit: 50 });
    const there = await countAll(chapter);
    const all = performance.now() - began;
    if (found?.nameAsWritten !== LAST.nameAsWritten) throw new Error('the last person is not found');
    if (there !== count) throw new Error(`${String(there)} records instead of ${String(count)}`);
    if ((await chapter.openedFrom) !== start) throw new Error(`not opened from the ${start}`);
    return { first, all };
  },

  async hold(count) {
    const whole = await openWhole();
    if ((await countAll(whole.chapter)) !== count) throw new Error('records are missing');
    return whole;
  },

  // With all records in memory, as a moment after unlocking; without a directory, which Dexie's side has not either.
  async open(): Promise<OpenSide> {
    const chapter = await openChapter();
    await chapter.ready;
    return {
      people: chapter.collections.people,
      change: (id, patch) => chapter.change('people', id, patch),
      add: (many) => chapter.createMany('people', many),
      async searcher() {
        const directory = await filled(chapter);
        return (typed) => Promise.resolve(directory.search(typed, { limit: 50 }).length);
      },
      async lister() {
        const directory = await filled(chapter);
        const places = (await chapter.collections.institutions.find().exec()).map(({ id }) => id);
        return (place) => Promise.resolve(directory.membersOf(places[place % places.length] ?? '').slice(0, 50).length);
      },
      touch: (ids) => chapter.changeMany('people', ids, { languageOther: 'Mam' }),
      async stored(id) {
        const { _revisions, ...body } = await chapter.pouch.get(id, { revs: true });
        return { bytes: JSON.stringify(body).length, revisions: _revisions?.ids.length ?? 0 };
      },
      close: () => chapter.close(),
    };
  },
};
