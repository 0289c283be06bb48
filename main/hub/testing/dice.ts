/** Seeded chance (mulberry32), so that a failure can be run again. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to, but not including, 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, but not including, `below`. */
  upTo(below: number): number {
    return Math.floor(this.roll() * below);
  }

  chance(part: number): boolean {
    return this.roll() < part;
  }

  pick<T>(all: readonly [T, ...T[]]): T {
    return all[this.upTo(all.length)] ?? all[0];
  }
}
