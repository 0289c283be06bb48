import { fold } from './normalize.ts';

/** A full name, in the spellings and languages it has, and what people call those who have it; each is one word. */
export interface NicknameGroup {
  readonly names: readonly string[];
  readonly shorts: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/**
 * Who may be called what (domain §6.4 step 2). Takes and gives normalized words. A short form may stand for several names
 * ("Beto": Alberto, Roberto, Gilberto), so names are not joined through it.
 */
export class NicknameTable {
  readonly #namesOfShort = new Map<string, Set<string>>();
  readonly #shortsOfName = new Map<string, Set<string>>();
  readonly #words: readonly string[];

  constructor(groups: Iterable<NicknameGroup>) {
    for (const group of groups) {
      const names = group.names.map(fold);
      for (const name of names) {
        // "William" and "Guillermo" are one name in two languages: each may be written for the other.
        for (const other of names) if (other !== name) put(this.#shortsOfName, name, other);
        for (const short of group.shorts.map(fold)) {
          if (short === name) continue;
          put(this.#shortsOfName, name, short);
          put(this.#namesOfShort, short, name);
        }
      }
    }
    this.#words = [...new Set([...this.#shortsOfName.keys(), ...this.#namesOfShort.keys()])];
  }

  /** What a word is short for and its own short forms; not the word itself. */
  alsoCalled(token: string): ReadonlySet<string> {
    const shorts = this.#shortsOfName.get(token);
    const names = this.#namesOfShort.get(token);
    if (!names) return shorts ?? NONE;
    if (!shorts) return names;
    return new Set([...shorts, ...names]);
  }

  /** The names that a short form stands for; none for a word that is no short form. */
  namesOf(short: string): ReadonlySet<string> {
    return this.#namesOfShort.get(short) ?? NONE;
  }

  /** True for a name or a short form that the table has. */
  has(token: string): boolean {
    return this.#shortsOfName.has(token) || this.#namesOfShort.has(token);
  }

  /** What any word that begins so is also called. */
  calledByBeginning(start: string): ReadonlySet<string> {
    const names = new Set<string>();
    for (const word of this.#words) if (word.startsWith(start)) for (const name of this.alsoCalled(word)) names.add(name);
    return names;
  }
}
