/** Everything that is left to chance in a simulation, from a seed: the same seed gives the same again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
    for (let turn = 0; turn < 4; turn += 1) this.fraction();
  }

  /** From 0 up to but not including 1 (mulberry32). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** True so often of one. */
  happens(share: number): boolean {
    return this.fraction() < share;
  }

  /** One of these; throws when there is none. */
  of<T>(some: readonly T[]): T {
    if (some.length === 0) throw new Error('Nothing to choose from.');
    return some[this.whole(0, some.length - 1)] as T;
  }

  /** One of these by weight. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][];
    let left = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) if ((left -= weight) < 0) return name;
    return (entries.at(-1) as [T, number])[0];
  }

  /** So many of these, in their order. */
  some<T>(all: readonly T[], count: number): readonly T[] {
    const left = all.map((_one, at) => at);
    const chosen = Array.from({ length: Math.min(count, all.length) }, () => left.splice(this.whole(0, left.length - 1), 1)[0] ?? 0);
    return chosen.sort((one, other) => one - other).map((at) => all[at] as T);
  }

  /** Another source of chance, which draws nothing more from this one. */
  fork(): Chance {
    return new Chance(this.whole(0, 0x7fffffff));
  }

  /** So many small letters and digits, as in ids. */
  token(length: number): string {
    const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
    return Array.from({ length }, () => letters[this.whole(0, letters.length - 1)]).join('');
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.whole(0, 255));
  }
}
