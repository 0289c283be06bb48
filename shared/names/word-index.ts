/** The words of an index that was frozen, for {@link WordIndex.thaw}: slots of word `i` stand from `offsets[i]` to `offsets[i + 1]`. */
export interface FrozenWords {
  /** Sorted by code units. */
  readonly words: readonly string[];
  readonly offsets: Int32Array;
  readonly slots: Int32Array;
  readonly worths: Int32Array;
}

const EMPTY: FrozenWords = { words: [], offsets: new Int32Array(1), slots: new Int32Array(), worths: new Int32Array() };

/**
 * Who is found under which word, by the beginning of the word. People are small whole numbers (slots). What was frozen
 * stays as it is: a slot that is given up is never used again, so it is only passed over.
 */
export class WordIndex {
  readonly #slotsByWord = new Map<string, Map<number, number>>();
  /** Slots of the frozen words that were given up. */
  readonly #gone = new Set<number>();
  #frozen = EMPTY;
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
    if (this.#frozen.slots.length > 0) this.#gone.add(slot);
  }

  /**
   * Raises in `found` the worth of every slot with a word that begins with `start`; a word matched whole counts half as
   * much again.
   */
  find(start: string, found: Map<number, number>): void {
    const raise = (word: string, slot: number, worth: number): void => {
      const counted = word === start ? worth * 1.5 : worth;
      if ((found.get(slot) ?? 0) < counted && !this.#gone.has(slot)) found.set(slot, counted);
    };
    const { words, offsets, slots, worths } = this.#frozen;
    for (let at = firstFrom(words, start); words[at]?.startsWith(start); at += 1) {
      const end = offsets[at + 1] ?? 0;
      for (let row = offsets[at] ?? 0; row < end; row += 1) raise(words[at] ?? '', slots[row] ?? 0, worths[row] ?? 0);
    }
    const later = this.#words();
    for (let at = firstFrom(later, start); later[at]?.startsWith(start); at += 1) {
      const word = later[at] ?? '';
      for (const [slot, worth] of this.#slotsByWord.get(word) ?? []) raise(word, slot, worth);
    }
  }

  /** Raises in `found` to `worth` every slot with a word that has `part` anywhere in it. Looks at every word: for when nothing else is found. */
  findWithin(part: string, worth: number, found: Map<number, number>): void {
    const raise = (slot: number): void => {
      if ((found.get(slot) ?? 0) < worth && !this.#gone.has(slot)) found.set(slot, worth);
    };
    const { words, offsets, slots } = this.#frozen;
    for (const [at, word] of words.entries()) {
      if (!word.includes(part)) continue;
      for (let row = offsets[at] ?? 0; row < (offsets[at + 1] ?? 0); row += 1) raise(slots[row] ?? 0);
    }
    for (const [word, entered] of this.#slotsByWord) {
      if (!word.includes(part)) continue;
      for (const slot of entered.keys()) raise(slot);
    }
  }

  /** Raises in `found` to `worth` every slot that was entered under exactly this word with `enteredWorth`. */
  findWhole(word: string, enteredWorth: number, worth: number, found: Map<number, number>): void {
    const raise = (slot: number, entered: number): void => {
      if (entered === enteredWorth && (found.get(slot) ?? 0) < worth && !this.#gone.has(slot)) found.set(slot, worth);
    };
    const { words, offsets, slots, worths } = this.#frozen;
    const at = firstFrom(words, word);
    if (words[at] === word) {
      for (let row = offsets[at] ?? 0; row < (offsets[at + 1] ?? 0); row += 1) raise(slots[row] ?? 0, worths[row] ?? 0);
    }
    for (const [slot, entered] of this.#slotsByWord.get(word) ?? []) raise(slot, entered);
  }

  /** The whole index under new slot numbers; a slot whose new number is -1 is left out, and words without slots too. */
  freeze(newSlots: Int32Array): FrozenWords {
    const words: string[] = [];
    const offsets: number[] = [0];
    const slots: number[] = [];
    const worths: number[] = [];
    const enter = (slot: number, worth: number): void => {
      const renamed = newSlots[slot] ?? -1;
      if (renamed < 0) return;
      slots.push(renamed);
      worths.push(worth);
    };
    const old = this.#frozen;
    const all = new Set([...old.words, ...this.#words()]);
    for (const word of [...all].sort()) {
      const at = firstFrom(old.words, word);
      if (old.words[at] === word) {
        for (let row = old.offsets[at] ?? 0; row < (old.offsets[at + 1] ?? 0); row += 1) enter(old.slots[row] ?? 0, old.worths[row] ?? 0);
      }
      for (const [slot, worth] of this.#slotsByWord.get(word) ?? []) enter(slot, worth);
      if (slots.length === offsets.at(-1)) continue;
      words.push(word);
      offsets.push(slots.length);
    }
    return { words, offsets: Int32Array.from(offsets), slots: Int32Array.from(slots), worths: Int32Array.from(worths) };
  }

  /** Begins with what was frozen; the index must be empty. */
  thaw(frozen: FrozenWords): void {
    this.#frozen = frozen;
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
