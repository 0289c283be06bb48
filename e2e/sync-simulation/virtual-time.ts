import type { SyncClock } from '../../shared/sync/clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

/** The first moment of every schedule. */
export const BEGINNING = Date.parse('2026-03-04T10:00:00.000Z');

/**
 * Time that passes only when nothing else can happen: no work is under way in the process, and everybody waits for an
 * answer or a timer. Weeks pass in milliseconds.
 */
export class VirtualTime {
  now = BEGINNING;
  #order = 0;
  #timers: Timer[] = [];
  #busy = 0;

  /** Calls after so many virtual milliseconds; the answer ends it. */
  after(ms: number, call: () => void): () => void {
    const timer: Timer = { at: this.now + Math.max(0, ms), order: this.#order++, call };
    const before = this.#timers.findLastIndex(({ at }) => at <= timer.at);
    this.#timers.splice(before + 1, 0, timer);
    return () => {
      const found = this.#timers.indexOf(timer);
      if (found >= 0) this.#timers.splice(found, 1);
    };
  }

  /** Resolves after so many virtual milliseconds. */
  pass(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve));
  }

  /** Work that does not wait for virtual time, and that {@link quiet} cannot see by itself, such as reading a file. */
  async working<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
    }
  }

  /** Lets time pass until that moment, or until `enough` says so. */
  async runUntil(until: number, enough: () => boolean = () => false): Promise<void> {
    for (;;) {
      await this.quiet();
      if (enough()) return;
      const next = this.#timers[0];
      if (!next || next.at > until) break;
      this.#timers.shift();
      this.now = Math.max(this.now, next.at);
      next.call();
    }
    this.now = Math.max(this.now, until);
  }

  /** Resolves when nothing in this process can go on without time passing. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 2; ) {
      await new Promise((resolve) => setImmediate(resolve));
      calm = this.#busy === 0 && !hasWork() ? calm + 1 : 0;
    }
  }

  /** Ends all timers: nobody waits for them any more. */
  end(): void {
    this.#timers = [];
  }
}

/** PouchDB's in-memory databases work in immediates; what else there is to do is counted by {@link VirtualTime.working}. */
function hasWork(): boolean {
  return process.getActiveResourcesInfo().includes('Immediate');
}

/** A PC's clock, which may be wrong; its timers are right. */
export class OfficeClock implements SyncClock {
  readonly #time: VirtualTime;
  #readings = new Map<string, number>();
  #dead = false;
  /** Milliseconds that it is ahead of the true time. */
  ahead = 0;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  now(): number {
    const shown = this.#time.now + this.ahead;
    this.#readings.set(new Date(shown).toISOString(), this.#time.now);
    return shown;
  }

  after(ms: number, call: () => void): () => void {
    return this.#time.after(ms, () => {
      if (!this.#dead) call();
    });
  }

  /** The true moment of the last time at which this clock showed that; null when it never did. */
  trueMoment(iso: string): number | null {
    return this.#readings.get(iso) ?? null;
  }

  /** The clock of the PC's next life, after its program was killed: none of this one's timers rings any more. */
  next(): OfficeClock {
    this.#dead = true;
    const clock = new OfficeClock(this.#time);
    clock.ahead = this.ahead;
    clock.#readings = this.#readings;
    return clock;
  }
}
