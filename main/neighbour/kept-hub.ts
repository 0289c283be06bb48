import type { SharingProblem } from '../../shared/host.ts';
import { fromHub, type HubProcess, type HubWish, type SpawnHub } from './messages.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** How long a hub may take to say goodbye and close its files. */
const STOP_MS = 6000;

/** What is known of the hub's process at this moment. */
export interface HubNow {
  readonly port: number;
  /** The hub's id for life. */
  readonly hub: string;
}

/**
 * Keeps the hub's process running: one that ends by itself is started again, later each time (a second, two, four … a
 * minute). Messages are answered in order; those to a process that ended are answered by its end.
 */
export class KeptHub {
  readonly #spawn: SpawnHub;
  readonly #start: () => Extract<HubWish, { kind: 'start' }>;
  readonly #changed: () => void;
  #process: HubProcess | null = null;
  #now: HubNow | null = null;
  #problem: SharingProblem | null = null;
  #isAnnounced = true;
  #wanted = false;
  #readyAt = Infinity;
  #pause = FIRST_PAUSE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #n = 0;
  readonly #unanswered = new Map<number, () => void>();

  /** `start` says what a fresh process is to do; `changed` hears of every start and end. */
  constructor(spawn: SpawnHub, start: () => Extract<HubWish, { kind: 'start' }>, changed: () => void) {
    this.#spawn = spawn;
    this.#start = start;
    this.#changed = changed;
  }

  /** Null while it does not run. */
  get now(): HubNow | null {
    return this.#now;
  }

  get problem(): SharingProblem | null {
    return this.#problem ?? (this.#isAnnounced ? null : 'not-announced');
  }

  /** Starts it unless it runs; resolves when it listens or has failed. */
  async run(): Promise<void> {
    this.#wanted = true;
    if (this.#process === null) await this.#begin();
  }

  /** Tells the running process something; resolves when it is done. Nothing happens while none runs. */
  tell(wish: HubWish): Promise<void> {
    const process = this.#process;
    if (process === null) return Promise.resolve();
    this.#n += 1;
    const n = this.#n;
    return new Promise((resolve) => {
      this.#unanswered.set(n, resolve);
      process.send({ ...wish, n });
    });
  }

  /** Ends it for good: it may close its files, then it is killed. */
  async end(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    const process = this.#process;
    if (process === null) return;
    const gone = new Promise<void>((resolve) => process.onExit(resolve));
    void this.tell({ kind: 'stop' });
    const enough = setTimeout(() => process.kill(), STOP_MS);
    await gone;
    clearTimeout(enough);
  }

  async #begin(): Promise<void> {
    const process = this.#spawn();
    this.#process = process;
    this.#problem = null;
    this.#isAnnounced = true;
    process.onMessage((given) => this.#hear(given));
    process.onExit(() => this.#ended(process));
    await this.tell(this.#start());
  }

  #hear(given: unknown): void {
    const message = fromHub.safeParse(given);
    if (!message.success) return;
    const { data } = message;
    if (data.kind === 'done') {
      this.#unanswered.get(data.n)?.();
      this.#unanswered.delete(data.n);
    } else if (data.kind === 'ready') {
      this.#now = { port: data.port, hub: data.hub };
      this.#readyAt = performance.now();
      this.#changed();
    } else if (data.kind === 'unannounced') {
      this.#isAnnounced = false;
    } else {
      this.#problem = data.problem;
    }
  }

  #ended(process: HubProcess): void {
    if (this.#process !== process) return;
    this.#process = null;
    this.#now = null;
    for (const answer of this.#unanswered.values()) answer();
    this.#unanswered.clear();
    this.#changed();
    if (!this.#wanted) return;
    this.#problem ??= 'not-running';
    if (performance.now() - this.#readyAt > LONGEST_PAUSE_MS) this.#pause = FIRST_PAUSE_MS;
    this.#readyAt = Infinity;
    this.#timer = setTimeout(() => void this.#begin(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE_MS, this.#pause * 2);
  }
}
