/**
 * `npm run bench`: what an office feels, in numbers. The import, the search and unlocking are measured in the real app with
 * a list of 12,000 people. The store is measured beside RxDB on its Dexie storage without any sealing, in the same browser:
 * the same records, strict durability on both sides (each page counts the durability of its write transactions, and one
 * that is not strict ends the bench), each side in a renderer process and a database folder of its own, Convoca first in
 * one round and Dexie first in the next. A ratio is of one round; printed are the rounds' median and (smallest–largest).
 *
 * `--only open,save` measures some parts, `--rounds 9` repeats more, `--records 20000` opens chapters of other sizes,
 * `--profile` writes CPU profiles of Convoca's side.
 */
import { measureApp } from './app.ts';
import { BenchBrowser } from './bench-browser.ts';
import { summary } from './figures.ts';
import { measureGrowth } from './growth.ts';
import { measureHeap } from './heap.ts';
import { fill, measureBulks, measureLists, measureLive, measureOpening, measureSaves, measureSearch } from './store-parts.ts';
import { measureSuite } from './suite.ts';
import { measureSync } from './sync/measure-sync.ts';
import { readWanted } from './wanted.ts';

/** People in the list that the app brings in. */
const LISTED = 12_000;
/** Records of the chapter in which single measures are taken. */
const WARM = 20_000;
/** Records of one chapter's PC (design §3). */
const WEIGHED = 40_000;

const { parts, rounds, sizes, profile } = readWanted(process.argv.slice(2));
const has = (...some: readonly string[]): boolean => some.some((part) => (parts as ReadonlySet<string>).has(part));

console.log('Convoca bench, this computer, one run\n');
if (has('app')) await measureApp(LISTED);
if (has('sync')) await measureSync(rounds, profile);
const browser = await BenchBrowser.start(profile);
try {
  const run = { browser, rounds };
  const filled = new Set<string>();
  const ready = async (hosts: readonly string[], count: number): Promise<void> => {
    const missing = hosts.map((host) => `${host}-${String(count)}`).filter((host) => !filled.has(host));
    await fill(browser, missing, count);
    for (const host of missing) filled.add(host);
  };
  if (has('open')) {
    for (const size of sizes) {
      await ready(['convoca', 'dexie', 'dexie-indexed'], size);
      await measureOpening(run, size, size === sizes[0]);
    }
  }
  if (has('search', 'list', 'save', 'live', 'bulk')) await ready(['convoca', 'dexie'], WARM);
  if (has('list')) await ready(['dexie-indexed'], WARM);
  if (has('search')) await measureSearch(run, WARM);
  if (has('list')) await measureLists(run, WARM);
  if (has('save')) await measureSaves(run, WARM);
  if (has('live')) await measureLive(run, WARM);
  if (has('bulk')) await measureBulks(run, WARM);
  if (has('heap')) {
    await ready(['convoca', 'dexie'], WEIGHED);
    await measureHeap(run, WEIGHED);
  }
  if (has('growth')) await measureGrowth(run, ready);
  if (has('suite')) await measureSuite(run);
  summary();
} finally {
  await browser.remove();
}
