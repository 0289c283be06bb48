import type { LineTime } from '../sync-simulation/line.ts';

/** How many times faster than life an office's timers and its line run. What is waited for a minute takes three seconds. */
export const SPEED = 20;

/** The true time, shortened. What is still to ring when it ends never does. */
export class ShortenedTime implements LineTime {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  after(ms: number, call: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      call();
    }, ms / SPEED);
    this.#timers.add(timer);
  }

  pass(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** So many true milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
