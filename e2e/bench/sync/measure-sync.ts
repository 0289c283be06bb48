import { BenchBrowser, type Visit } from '../bench-browser.ts';
import { compare, median, row, time, type Pair } from '../figures.ts';
import type { EngineName } from '../page/sync/engines.ts';
import type { Given, Pulled } from '../page/sync/engine.ts';
import { startHubUnderBench, type HubUnderBench } from './hub-under-bench.ts';
import type { Traffic } from './counted-wire.ts';

const DATABASE = 'chapter-benchbenchbenchbench';
const RECORDS = 10_000;
/** RxDB's plugin with its own batches of 100, and with as large ones as ours. */
const OTHERS = ['rxdb', 'rxdb-1000', 'pouch'] as const satisfies readonly EngineName[];
const NAMES: Readonly<Record<(typeof OTHERS)[number], string>> = {
  rxdb: "RxDB's plugin (batches of 100)",
  'rxdb-1000': "RxDB's plugin (batches of 1,000)",
  pouch: 'plain PouchDB',
};

interface Measured<T> {
  readonly answer: T;
  readonly traffic: Traffic;
}
type Round<T> = Record<EngineName, Measured<T>>;

/** First push and first pull of 10,000 sealed records: Convoca's session, RxDB's plugin into Dexie, plain PouchDB. */
export async function measureSync(rounds: number, profiling: boolean): Promise<void> {
  const hub = await startHubUnderBench();
  const browser = await BenchBrowser.start(profiling, (request, response) => hub.answer(request, response));
  try {
    await new SyncRun(browser, hub, rounds).measure();
  } finally {
    await browser.remove();
    await hub.remove();
  }
}

class SyncRun {
  readonly #browser: BenchBrowser;
  readonly #hub: HubUnderBench;
  readonly #rounds: number;
  #keys!: Given['keys'];

  constructor(browser: BenchBrowser, hub: HubUnderBench, rounds: number) {
    this.#browser = browser;
    this.#hub = hub;
    this.#rounds = rounds;
  }

  async measure(): Promise<void> {
    this.#keys = await this.#browser.visit('convoca-push', (visit) => visit.ask('syncKeys', []));
    await this.#fill('convoca');
    await this.#push('convoca', -1);
    for (const other of OTHERS) await this.#fill(other);
    const pushes = await this.#eachRound((name, round) => this.#push(name, round));
    await this.#push('convoca', this.#rounds);
    const pulls = await this.#eachRound((name, round) => this.#pull(name, round));
    this.#hub.pack(false);
    const unpacked = await this.#once((name) => this.#pull(name, -1));
    const size = RECORDS.toLocaleString('en-US');
    for (const other of OTHERS) {
      const pairs = (rounds: readonly Round<Pulled>[], what: 'first' | 'all'): Pair[] =>
        rounds.map((round) => ({ convoca: round.convoca.answer[what], dexie: round[other].answer[what] }));
      compare(`first pull of ${size} records`, pairs(pulls, 'all'), other === 'rxdb' ? 1 / 0.7 : null, NAMES[other]);
      compare(`first pull, until 100 records can be shown`, pairs(pulls, 'first'), null, NAMES[other]);
      compare(`first push of ${size} records`, pushes.map((round) => ({ convoca: round.convoca.answer, dexie: round[other].answer })), null, NAMES[other]);
    }
    row('whole first exchange, with comparing every record once', time(median(pulls.map(({ convoca }) => convoca.answer.whole ?? Number.NaN))));
    for (const name of ['convoca', ...OTHERS] as const) {
      const said = name === 'convoca' ? 'Convoca' : NAMES[name];
      row(`bytes a record on the wire, first pull, ${said}`, perRecord(pulls.map((round) => round[name].traffic)), `not packed: ${perRecord([unpacked[name].traffic])}`);
      row(`bytes a record on the wire, first push, ${said}`, perRecord(pushes.map((round) => round[name].traffic)));
    }
  }

  #given(round: number): Given {
    return { count: RECORDS, keys: this.#keys, round };
  }

  async #fill(name: EngineName): Promise<void> {
    await this.#browser.visit(`${name}-push`, (visit) => visit.ask('syncFill', [name, this.#given(0)]));
    await this.#browser.restart();
  }

  /** From the records that were filled in, to a database made anew. */
  async #push(name: EngineName, round: number): Promise<Measured<number>> {
    await this.#hub.empty(DATABASE);
    const measured = await this.#counted(`${name}-push`, (visit) => visit.ask('push', [name, this.#given(round)], `sync-push-${String(round)}`));
    if ((await this.#hub.count(DATABASE)) !== RECORDS) throw new Error(`${name} has not sent everything`);
    return measured;
  }

  /** Into a database of its own each time. */
  #pull(name: EngineName, round: number): Promise<Measured<Pulled>> {
    return this.#counted(`${name}-pull-${String(round + 1)}`, (visit) => visit.ask('pull', [name, this.#given(round)], `sync-pull-${String(round)}`));
  }

  /** A visit to a page of that side, with its bytes counted. */
  #counted<T>(host: string, work: (visit: Visit) => Promise<T>): Promise<Measured<T>> {
    return this.#browser.visit(host, async (visit) => {
      this.#hub.wire.start();
      const answer = await work(visit);
      return { answer, traffic: this.#hub.wire.read() };
    });
  }

  /** All sides in each round, each once the first and once the last of them. */
  async #eachRound<T>(work: (name: EngineName, round: number) => Promise<Measured<T>>): Promise<Round<T>[]> {
    const answers: Round<T>[] = [];
    for (let round = 0; round < this.#rounds; round += 1) answers.push(await this.#once((name) => work(name, round), round));
    return answers;
  }

  async #once<T>(work: (name: EngineName) => Promise<Measured<T>>, round = 0): Promise<Round<T>> {
    const names: readonly EngineName[] = ['convoca', ...OTHERS];
    const found: Partial<Round<T>> = {};
    for (const [at] of names.entries()) {
      const name = names[(at + round) % names.length] ?? 'convoca';
      found[name] = await work(name);
    }
    return found as Round<T>;
  }
}

function perRecord(traffics: readonly Traffic[]): string {
  const [up, down] = (['toHub', 'fromHub'] as const).map((way) => median(traffics.map((traffic) => traffic[way] / RECORDS)).toFixed(0));
  return `${up ?? ''} up ${down ?? ''} down`;
}
