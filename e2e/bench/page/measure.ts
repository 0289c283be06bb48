import { convoca } from './convoca.ts';
import { dexie } from './dexie.ts';
import { durabilities, watchDurability } from './durability.ts';
import { inventNewcomers, townOf } from './invented-chapter.ts';
import type { ColdOpening, OpenSide, Side } from './side.ts';

watchDurability();

/** Which side this page is, by its own address: each side has an origin, and with it a database folder, of its own. */
const side: Side = location.hostname.startsWith('convoca') ? convoca : dexie(location.hostname.startsWith('dexie-indexed'));

/** Changes that are made and not counted, on both sides, so that neither is measured while its code is compiled. */
const WARM_UP = 20;

/** What the bench script asks of the page. Times are milliseconds. */
const bench = {
  durabilities,
  fill: (count: number): Promise<void> => side.fill(count),
  openCold: (count: number): Promise<ColdOpening> => side.openCold(count),

  /** Single changes, one after another, each of another record and each acknowledged before the next. */
  saves: (many: number): Promise<number[]> =>
    withOpen(async (open) => {
      const ids = await someIds(open, many + WARM_UP);
      return timesOf(ids, WARM_UP, (id, at) => open.change(id, { languageOther: `Mixteco ${String(at)}` }));
    }),

  /** Bulks of new people; the records are ready before the clock starts. */
  bulks: (many: number, size: number, seed: number): Promise<number[]> =>
    withOpen(async (open) => {
      const bulks = Array.from({ length: many + 1 }, (_, at) => inventNewcomers(size, seed + at));
      return timesOf(bulks, 1, (bulk) => open.add(bulk));
    }),

  /** From the call that changes a record to the answer of a live query of 50 people, sorted and filtered, that shows it. */
  live: (many: number): Promise<number[]> =>
    withOpen(async (open) => {
      const query = open.people.find({ selector: { area: townOf(7) }, sort: [{ family1: 'asc' }], limit: 50 });
      let arrived: () => void = () => undefined;
      let wanted = '';
      const following = query.$.subscribe((found) => {
        if (found.some(({ languageOther }) => languageOther === wanted)) arrived();
      });
      const shown = await query.exec();
      const changes = Array.from({ length: many + WARM_UP }, (_, at) => shown[at % shown.length]?.id ?? '');
      const times: number[] = [];
      for (const [at, id] of changes.entries()) {
        wanted = `Náhuatl ${String(at)}`;
        const seen = new Promise<void>((resolve) => (arrived = resolve));
        const began = performance.now();
        const written = open.change(id, { languageOther: wanted });
        await seen;
        times.push(performance.now() - began);
        await written;
      }
      following.unsubscribe();
      return times.slice(WARM_UP);
    }),
};

async function withOpen<T>(work: (open: OpenSide) => Promise<T>): Promise<T> {
  const open = await side.open();
  const answer = await work(open);
  await open.close();
  return answer;
}

/** Ids of people, the same on both sides, since both hold the same records in the order of their ids. */
async function someIds(open: OpenSide, many: number): Promise<string[]> {
  const found = await open.people.find({ limit: many }).exec();
  if (found.length !== many) throw new Error('too few people');
  return found.map(({ id }) => id);
}

/** How long each piece of work took; the first `skip` are done and not told. */
async function timesOf<T>(all: readonly T[], skip: number, work: (one: T, at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const [at, one] of all.entries()) {
    const began = performance.now();
    await work(one, at);
    times.push(performance.now() - began);
  }
  return times.slice(skip);
}

export type Bench = typeof bench;

declare global {
  var bench: Bench | undefined;
}

await side.ready();
globalThis.bench = bench;
