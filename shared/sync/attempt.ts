import { isStorageFull } from '../store/pouch.ts';
import type { SyncClock } from './clock.ts';
import { SyncTrouble } from './problems.ts';
import { StallWatch } from './stall.ts';
import type { GuardKind } from './status.ts';

/** A guard found what a person must decide; nothing was written for it. */
export class GuardStopped extends Error {
  readonly kind: GuardKind;
  readonly count: number;
  readonly of: number;
  constructor(kind: GuardKind, count: number, of: number) {
    super(`sync guard: ${kind}`);
    this.kind = kind;
    this.count = count;
    this.of = of;
  }
}

/**
 * One try at an exchange with one peer. Whatever ends it (a stall, a person, a trouble) ends it at once and for good:
 * what PouchDB still does afterwards reaches no database any more. PouchDB's own `cancel` may hang (anchors A2), so
 * whoever waits is let go first.
 */
export class Attempt {
  readonly #ending = new AbortController();
  readonly #stall: StallWatch;
  readonly #local = new Set<Promise<unknown>>();
  /** Rejects when the attempt ends. */
  readonly ended: Promise<never>;
  #cause: Error | null = null;

  constructor(clock: SyncClock) {
    this.ended = new Promise<never>((_resolve, reject) => {
      this.signal.addEventListener('abort', () => reject(this.#cause ?? new SyncTrouble('stalled')));
    });
    this.ended.catch(() => undefined);
    this.#stall = new StallWatch(clock, () => this.end(new SyncTrouble('stalled')));
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** What went wrong first; PouchDB wraps errors until nothing of them is left. */
  get cause(): Error | null {
    return this.#cause;
  }

  /** Ends the attempt for this reason; the first one counts. */
  end(cause: Error): void {
    this.#cause ??= cause;
    this.#stall.stop();
    this.#ending.abort();
  }

  /** The attempt ended well; what is still on its way is of no use to anybody. */
  finish(): void {
    this.#stall.stop();
    this.#ending.abort();
  }

  /** Something moved; see {@link StallWatch.moved}. */
  moved(allow?: number): void {
    this.#stall.moved(allow);
  }

  /** Asks the peer within the attempt. What goes wrong is the attempt's end. */
  async ask<T>(work: () => Promise<T>): Promise<T> {
    return this.#within(work, (problem) => (problem instanceof Error ? problem : new SyncTrouble('damaged-answer', null, { cause: problem })));
  }

  /** Works on this PC's own database within the attempt, which may be closed when {@link Attempt.idle} has resolved. */
  async here<T>(work: () => Promise<T>): Promise<T> {
    const doing = async (): Promise<T> => {
      const running = work();
      const settled = running.catch(() => undefined);
      this.#local.add(settled);
      try {
        return await running;
      } finally {
        this.#local.delete(settled);
        this.moved();
      }
    };
    return this.#within(doing, (problem) => {
      if (problem instanceof SyncTrouble || problem instanceof GuardStopped) return problem;
      return new SyncTrouble(isStorageFull(problem) ? 'this-pc-full' : 'this-pc-trouble', null, { cause: problem });
    });
  }

  /** Resolves when nothing that was begun works on this PC's database any more. */
  async idle(): Promise<void> {
    while (this.#local.size > 0) await Promise.all(this.#local);
  }

  async #within<T>(work: () => Promise<T>, read: (problem: unknown) => Error): Promise<T> {
    if (this.signal.aborted) throw this.#cause ?? new SyncTrouble('stalled');
    try {
      return await Promise.race([work(), this.ended]);
    } catch (problem) {
      if (this.#cause) throw this.#cause;
      if (isExpected(problem)) throw problem;
      const cause = read(problem);
      this.end(cause);
      throw cause;
    }
  }
}

/** A checkpoint that is not there, or that somebody wrote first: PouchDB deals with it. */
function isExpected(problem: unknown): boolean {
  const { status } = (problem ?? {}) as { status?: unknown };
  return status === 404 || status === 409;
}
