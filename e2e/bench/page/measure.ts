import { convoca } from './convoca.ts';
import { dexie } from './dexie.ts';
import { durabilities, watchDurability } from './durability.ts';
import { inventNewcomers, townOf } from './invented-chapter.ts';
import type { ColdOpening, OpenSide, Side, Start, StoredRecord } from './side.ts';
import { runSuite } from './suite.ts';
import { syncBench } from './sync/engines.ts';

watchDurability();

/** Which side this page is, by its own address: each side has an origin, and with it a database folder, of its own. */
const side: Side = location.hostname.startsWith('convoca') ? convoca : dexie(location.hostname.startsWith('dexie-indexed'));

/** Changes that are made and not counted, on both sides, so that neither is measured while its code is compiled. */
const WARM_UP = 20;

let opened: OpenSide | null = null;
/** What was read and is kept, so that the memory it takes can be weighed. */
let held: unknown = null;

function open(): OpenSide {
  if (opened === null) throw new Error('open first');
  return opened;
}

/** What the bench script asks of the page. Times are milliseconds. */
const bench = {
  durabilities,
  ...syncBench,
  suite: runSuite,
  fill: (count: number): Promise<void> => side.fill(count),
  openCold: (count: number, start: Start): Promise<ColdOpening> => side.openCold(count, start),

  async open(): Promise<void> {
    opened = await side.open();
  },

  async close(): Promise<void> {
    await open().close();
    opened = null;
  },

  /** Opens everything and keeps it, as an office does all day. */
  async hold(count: number): Promise<void> {
    held = await side.hold(count);
    if (held === null) throw new Error('nothing is held');
  },

  /** Each beginning of what is typed is one keystroke; how long each took. The first word is typed once more before, uncounted. */
  async searches(typed: readonly string[]): Promise<number[]> {
    const search = await open().searcher();
    const keystrokes = typed.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
    const warmUp = ['zu', 'zum', 'zuma', 'zumar'];
    return timesOf([...warmUp, ...keystrokes], warmUp.length, search);
  },

  /** 50 people of a town by surname, asked of RxDB on both sides; another town each time, since RxDB remembers answers. */
  async lists(many: number): Promise<number[]> {
    const towns = Array.from({ length: many + 4 }, (_, at) => townOf(at));
    return timesOf(towns, 4, async (area) => {
      const found = await open().people.find({ selector: { area }, sort: [{ family1: 'asc' }], limit: 50 }).exec();
      if (found.length !== 50) throw new Error('too few people in a town');
    });
  },

  /** 50 people by surname of one place, as each side's app would list them; another place each time. */
  async places(many: number): Promise<number[]> {
    const list = await open().lister();
    const places = Array.from({ length: many + 4 }, (_, at) => at);
    return timesOf(places, 4, async (place) => {
      const found = await list(place);
      if (found !== 50) throw new Error('too few people in a place');
    });
  },

  /** Single changes, one after another, each of another record and each acknowledged before the next. */
  async saves(many: number): Promise<number[]> {
    const ids = await someIds(many + WARM_UP);
    return timesOf(ids, WARM_UP, (id, at) => open().change(id, { languageOther: `Mixteco ${String(at)}` }));
  },

  /** Changes of one and the same record, each acknowledged before the next. */
  async edits(many: number): Promise<number[]> {
    const [id = ''] = await someIds(1);
    return timesOf(Array.from({ length: many }), 0, (_, at) => open().change(id, { languageOther: `Tseltal ${String(at)}` }));
  },

  /** Changes so many people at once, of those with the smallest ids. */
  async touch(many: number): Promise<void> {
    await open().touch(await someIds(many));
  },

  /** What is stored of the record that `edits` changes. */
  async stored(): Promise<StoredRecord | null> {
    const [id = ''] = await someIds(1);
    return open().stored(id);
  },

  /** Bulks of new people; the records are ready before the clock starts. */
  async bulks(many: number, size: number, seed: number): Promise<number[]> {
    const bulks = Array.from({ length: many + 1 }, (_, at) => inventNewcomers(size, seed + at));
    return timesOf(bulks, 1, (bulk) => open().add(bulk));
  },

  /** From the call that changes a record to the answer of a live query of 50 people, sorted and filtered, that shows it. */
  async live(many: number): Promise<number[]> {
    const query = open().people.find({ selector: { area: townOf(7) }, sort: [{ family1: 'asc' }], limit: 50 });
    let arrived: () => void = () => undefined;
    let wanted = '';
    const following = query.$.subscribe((found) => {
      if (found.some(({ languageOther }) => languageOther === wanted)) arrived();
    });
    const shown = await query.exec();
    const times: number[] = [];
    for (let at = 0; at < many + WARM_UP; at += 1) {
      const id = shown[at % shown.length]?.id ?? '';
      wanted = `Náhuatl ${String(at)}`;
      const seen = new Promise<void>((resolve) => (arrived = resolve));
      const began = performance.now();
      const written = open().change(id, { languageOther: wanted });
      await seen;
      times.push(performance.now() - began);
      await written;
    }
    following.unsubscribe();
    return times.slice(WARM_UP);
  },
};

/** Ids of people, the same on both sides, since both hold the same records in the order of their ids. */
async function someIds(many: number): Promise<string[]> {
  const found = await open().people.find({ limit: many }).exec();
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
