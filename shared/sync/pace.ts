const FIRST = 200;
const MOST = 1000;
const LEAST = 10;
/** Ms a batch may take for the next to be larger, and from which on the next is smaller. */
const QUICK = 5_000;
const SLOW = 20_000;

/**
 * How many records go in one request: more while answers are quick, half when the peer finds them too many or the line
 * does not carry them in time. A batch is what is lost when the line breaks, so a bad line gets small ones.
 */
export class Pace {
  #size = FIRST;
  #isOneByOne = false;

  get size(): number {
    return this.#isOneByOne ? 1 : this.#size;
  }

  /** A batch of so many records went through in so many ms. One of a few says nothing of what the line carries. */
  done(ms: number, records: number): void {
    this.#isOneByOne = false;
    if (ms <= QUICK && records * 2 >= this.#size) this.#size = Math.min(MOST, this.#size * 2);
    else if (ms > SLOW) this.#size = Math.max(LEAST, Math.floor(this.#size / 2));
  }

  /**
   * Nothing of a batch had to be carried: both sides knew it all. That says nothing of the line, but a comparison that
   * went on one by one, as the last failures left it, would take days.
   */
  passed(): void {
    this.#isOneByOne = false;
    if (this.#size < FIRST) this.#size = Math.min(FIRST, this.#size * 2);
  }

  /** A batch did not go through: too large (413), not in time, or the line broke while it was under way. */
  failed(): void {
    if (this.#size === LEAST) this.#isOneByOne = true;
    this.#size = Math.max(LEAST, Math.floor(this.#size / 2));
  }
}
