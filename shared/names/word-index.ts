/** Who is found under which word, by the beginning of the word. People are small whole numbers (slots). */
export class WordIndex {
  readonly #slotsByWord = new Map<string, Map<number, number>>();
  #sortedWords: string[] | null = null;

  /** Enters a slot under words, each with the worth of its match (a positive number). */
  add(slot: number, words: ReadonlyMap<string, number>): void {
    for (const [word, worth] of words) {
      const slots = this.#slotsByWord.get(word);
      if (slots) {
        slots.set(slot, worth);
      } else {
        this.#slotsByWord.set(word, new Map([[slot, worth]]));
        this.#sortedWords = null;
      }
    }
  }

  /** Takes a slot out of the words it was entered under. */
  remove(slot: number, words: Iterable<string>): void {
    for (const word of words) this.#slotsByWord.get(word)?.delete(slot);
  }

  /**
   * Raises in `found` the worth of every slot with a word that begins with `start`; a word matched whole counts half as
   * much again.
   */
  find(start: string, found: Map<number, number>): void {
    const words = this.#words();
    for (let at = firstFrom(words, start); at < words.length; at += 1) {
      const word = words[at] ?? '';
      if (!word.startsWith(start)) return;
      const factor = word === start ? 1.5 : 1;
      for (const [slot, worth] of this.#slotsByWord.get(word) ?? []) {
        if ((found.get(slot) ?? 0) < worth * factor) found.set(slot, worth * factor);
      }
    }
  }

  /** Raises in `found` to `worth` every slot that was entered under exactly this word with `enteredWorth`. */
  findWhole(word: string, enteredWorth: number, worth: number, found: Map<number, number>): void {
    for (const [slot, entered] of this.#slotsByWord.get(word) ?? []) {
      if (entered === enteredWorth && (found.get(slot) ?? 0) < worth) found.set(slot, worth);
    }
  }

  #words(): string[] {
    this.#sortedWords ??= [...this.#slotsByWord.keys()].sort();
    return this.#sortedWords;
  }
}

/** Index of the first word that is not before `start`. */
function firstFrom(words: readonly string[], start: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
