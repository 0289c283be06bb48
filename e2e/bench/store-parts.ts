import type { BenchBrowser } from './bench-browser.ts';
import { compare, median, percentile, type Pair } from './figures.ts';
import type { Bench } from './page/measure.ts';
import type { Start } from './page/side.ts';

/** What a comparison needs to know of the run. */
export interface Run {
  readonly browser: BenchBrowser;
  readonly rounds: number;
}

type Times = 'saves' | 'live' | 'bulks' | 'searches' | 'lists' | 'places';

/** The two hosts whose pages are compared. */
export interface Hosts {
  readonly convoca: string;
  readonly dexie: string;
}

/** Chapters of that many records; `indexed` for what asks Dexie by one of its indexes. */
export function hostsOf(count: number, indexed = false): Hosts {
  return { convoca: `convoca-${String(count)}`, dexie: `dexie-${indexed ? 'indexed-' : ''}${String(count)}` };
}

/** Measures both sides in every round, Convoca first in the even rounds and Dexie first in the odd ones. */
export async function alternate<T>(rounds: number, convoca: (round: number) => Promise<T>, dexie: (round: number) => Promise<T>): Promise<{ readonly convoca: T; readonly dexie: T }[]> {
  const answers: { readonly convoca: T; readonly dexie: T }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await convoca(round);
      answers.push({ convoca: first, dexie: await dexie(round) });
    } else {
      const first = await dexie(round);
      answers.push({ convoca: await convoca(round), dexie: first });
    }
  }
  return answers;
}

/** Writes a chapter of so many records for each of the sides that are asked for. */
export async function fill(browser: BenchBrowser, hosts: readonly string[], count: number): Promise<void> {
  for (const host of hosts) {
    await browser.visit(host, (visit) => visit.ask('fill', [count], `fill-${String(count)}`));
    await browser.restart();
  }
}

/** Changes since the last snapshot that an office may well have when it is opened; about as many start a new one. */
const CHANGED = 250;

/**
 * Cold openings: a new browser on a profile that an earlier one wrote, code loaded and sodium ready before the clock.
 * Convoca's two times are of one opening, as in the app; Dexie's two are of two openings, each of which does only its own.
 * `whatElse`: also what an opening takes when the snapshot is old or lost, against the Dexie openings of before.
 */
export async function measureOpening({ browser, rounds }: Run, count: number, whatElse: boolean): Promise<void> {
  const hosts = hostsOf(count);
  const cold = async (host: string, start: Start, profile: string): Promise<{ first: number; all: number }> => {
    await browser.restart();
    return browser.visit(host, (visit) => visit.ask('openCold', [count, start], `${profile}-${String(count)}`));
  };
  const size = count.toLocaleString('en-US');
  const answers = await alternate(
    rounds,
    () => cold(hosts.convoca, 'snapshot', 'open'),
    async () => ({
      all: (await cold(hosts.dexie, 'snapshot', '')).all,
      first: (await cold(hostsOf(count, true).dexie, 'snapshot', '')).first,
    }),
  );
  const of = (what: 'first' | 'all'): Pair[] => answers.map(({ convoca, dexie }) => ({ convoca: convoca[what], dexie: dexie[what] }));
  compare(`cold open of ${size} records until everything is found`, of('all'), 0.6);
  compare(`cold open of ${size} records to the first 50 by surname`, of('first'), 2);
  if (!whatElse) return;
  const beside = async (what: string, start: Start, profile: string): Promise<void> => {
    const pairs: Pair[] = [];
    for (const { dexie } of answers) pairs.push({ convoca: (await cold(hosts.convoca, start, profile)).all, dexie: dexie.all });
    compare(`the same, ${what}`, pairs, null);
  };
  await browser.visit(hosts.convoca, async (visit) => {
    await visit.ask('open', []);
    await visit.ask('touch', [CHANGED]);
    await visit.ask('close', []);
  });
  await beside(`${String(CHANGED)} changes after the snapshot`, 'snapshot', 'open-changed');
  await beside('without any snapshot', 'database', 'open-bare');
}

/** One of the measures that give many times, in each round in a new page of each side, opened before. */
async function timesOf<N extends Times>(run: Run, measure: N, given: (round: number) => Parameters<Bench[N]>, hosts: Hosts): Promise<{ readonly convoca: number[]; readonly dexie: number[] }[]> {
  const ask = (host: string, round: number): Promise<number[]> =>
    run.browser.visit(host, async (visit) => {
      await visit.ask('open', []);
      const times = (await visit.ask(measure, given(round), `${measure}-${String(round)}`)) as number[];
      await visit.ask('close', []);
      return times;
    });
  return alternate(
    run.rounds,
    (round) => ask(hosts.convoca, round),
    (round) => ask(hosts.dexie, round),
  );
}

function at(share: number, answers: readonly { readonly convoca: readonly number[]; readonly dexie: readonly number[] }[]): Pair[] {
  return answers.map(({ convoca, dexie }) => ({ convoca: percentile(convoca, share), dexie: percentile(dexie, share) }));
}

/** 100 single changes a round, each of another record of an open chapter. */
export async function measureSaves(run: Run, count: number): Promise<void> {
  const answers = await timesOf(run, 'saves', () => [100], hostsOf(count));
  compare('one acknowledged save, median of 100', at(0.5, answers), 1.2);
  compare('one acknowledged save, slowest but 5 of 100', at(0.95, answers), null);
}

/** 100 changes a round, from the call to the live query that shows it. */
export async function measureLive(run: Run, count: number): Promise<void> {
  const answers = await timesOf(run, 'live', () => [100], hostsOf(count));
  compare('live query after one change, median of 100', at(0.5, answers), 1);
  compare('live query after one change, slowest but 5 of 100', at(0.95, answers), null);
}

/** Three bulks of 500 a round. */
export async function measureBulks(run: Run, count: number): Promise<void> {
  const answers = await timesOf(run, 'bulks', (round) => [3, 500, 1_000 * (round + 1)], hostsOf(count));
  const pairs = answers.map(({ convoca, dexie }) => ({ convoca: median(convoca), dexie: median(dexie) }));
  compare('500 new records in one bulk', pairs, 1.5);
}

/**
 * What people type, letter by letter; each round another. With accents and in the order of the names, since RxDB's regular
 * expression would find nobody otherwise, and would have to read everybody to say so.
 */
const TYPED = ['José Luis García', 'María Guadalupe', 'Hernández López', 'Smith-Pérez', 'Esperanza Tzoc', 'Del Valle'];

/** One keystroke of a search over all people: Convoca's directory, and RxDB's regular expression on Dexie. */
export async function measureSearch(run: Run, count: number): Promise<void> {
  const answers = await timesOf(run, 'searches', (round) => [[TYPED[round % TYPED.length] ?? '']], hostsOf(count));
  compare('search while typing, one keystroke, median', at(0.5, answers), 0.1);
  compare('search while typing, slowest keystroke', at(1, answers), null);
}

/** Lists of 50, sorted and filtered, against Dexie with the index for just that. */
export async function measureLists(run: Run, count: number): Promise<void> {
  const asked = await timesOf(run, 'lists', () => [30], hostsOf(count, true));
  compare('sorted and filtered list of 50, the same RxDB query', at(0.5, asked), 0.3);
  const listed = await timesOf(run, 'places', () => [30], hostsOf(count, true));
  compare('sorted and filtered list of 50, as the app makes it', at(0.5, listed), 0.3);
}
