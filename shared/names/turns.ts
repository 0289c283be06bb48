/** Milliseconds of work before others, such as the screen, get their turn. */
const SLICE = 30;

/** Keeps a long piece of work from holding up the screen, and stops it when it is called off. */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #start = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Call it often: when a slice of work is over it waits until timers, clicks and painting had their turn, and answers
   * true. Rejects with the signal's reason when the work was called off.
   */
  async pause(): Promise<boolean> {
    if (performance.now() - this.#start < SLICE) return false;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#signal?.throwIfAborted();
    this.#start = performance.now();
    return true;
  }
}
