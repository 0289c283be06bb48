import type { SyncClock } from './clock.ts';

/** Ms without any movement after which an exchange is given up and begun anew. */
export const STALLED = 60_000;

/**
 * Notices that nothing moves any more, whatever PouchDB still waits for: its own retry knows only of requests that fail,
 * not of those that never end (anchors A2).
 */
export class StallWatch {
  readonly #clock: SyncClock;
  readonly #onStall: () => void;
  #end: (() => void) | null = null;
  #stopped = false;

  constructor(clock: SyncClock, onStall: () => void) {
    this.#clock = clock;
    this.#onStall = onStall;
    this.moved();
  }

  /** Something moved; from now on it may be still for so many ms, longer where a request has more time. */
  moved(allow: number = STALLED): void {
    if (this.#stopped) return;
    this.#end?.();
    this.#end = this.#clock.after(Math.max(allow, STALLED), () => {
      this.stop();
      this.#onStall();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#end?.();
    this.#end = null;
  }
}
