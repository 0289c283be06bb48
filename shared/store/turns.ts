/** Lets one piece of work in at a time, in the order of asking; a failed one does not stop the next. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all earlier work has ended; resolves or rejects as it does. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when nothing that was asked before is still running. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
