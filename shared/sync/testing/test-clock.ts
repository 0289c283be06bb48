import type { SyncClock } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/** A clock that stands still until it is told to go on. */
export class TestClock implements SyncClock {
  #elapsed = 0;
  #wall: number;
  readonly #timers = new Set<Timer>();

  constructor(wall = Date.parse('2026-11-22T10:00:00Z')) {
    this.#wall = wall;
  }

  now(): number {
    return this.#wall + this.#elapsed;
  }

  /** Somebody sets the clock on the wall; timers do not mind. */
  setBack(ms: number): void {
    this.#wall -= ms;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#elapsed + ms, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets so many ms pass. */
  pass(ms: number): void {
    const end = this.#elapsed + ms;
    for (let next = this.#first(); next && next.at <= end; next = this.#first()) this.#ring(next);
    this.#elapsed = end;
  }

  /** Lets time pass until something rings. */
  passToNext(): void {
    const next = this.#first();
    if (next) this.#ring(next);
  }

  get pending(): number {
    return this.#timers.size;
  }

  #first(): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }

  #ring(timer: Timer): void {
    this.#elapsed = Math.max(this.#elapsed, timer.at);
    this.#timers.delete(timer);
    timer.call();
  }
}
