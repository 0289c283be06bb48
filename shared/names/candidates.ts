import { givenKeys, isInitialWord, lastSeven, matchPerson, type Comparable, type MatchPerson, type NameWord } from './match-person.ts';
import { Turns } from './turns.ts';
import { scoreMatch, type Match, type Surroundings } from './score.ts';

/** Somebody who may be the person in question. */
export interface MatchCandidate extends Match {
  readonly id: string;
}

/** Two people of the chapter who may be one. */
export interface PossibleDuplicate extends Match {
  readonly one: string;
  readonly other: string;
}

/** How a long search reports and is stopped. */
export interface SearchControl {
  /** Called with people done and people in all after every slice. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
  /** Called with every pair as it is found. */
  readonly onFound?: (pair: PossibleDuplicate) => void;
  /** Only pairs that one of these people is part of; without it, all pairs. */
  readonly among?: ReadonlySet<string>;
}

/**
 * People ready for comparing, found by what they have in common: a phone, or a surname together with a given name (by sound
 * and nickname). Only such pairs can reach "maybe", so 12,000 people need not all be compared with each other.
 */
export class MatchIndex implements Surroundings {
  readonly #people = new Map<string, MatchPerson>();
  readonly #blocks = new Map<string, Set<string>>();
  readonly #surnames = new Map<string, number>();

  /** How many people there are. */
  get people(): number {
    return this.#people.size;
  }

  /** People with that normalized word in their surnames. */
  surnameCount(word: string): number {
    return this.#surnames.get(word) ?? 0;
  }

  /** People who have that phone, the area code aside. */
  phoneCount(phone: string): number {
    return this.#blocks.get(phoneBlock(phone))?.size ?? 0;
  }

  /** Ids of the people who have a phone in common with this one, the person's own among them. */
  atPhonesOf(id: string): ReadonlySet<string> {
    const phones = this.#people.get(id)?.phones ?? [];
    return new Set(phones.flatMap((phone) => [...(this.#blocks.get(phoneBlock(phone)) ?? [])]));
  }

  /** Enters a person, or what changed of one. */
  put(person: Comparable): void {
    this.remove(person.id);
    const ready = matchPerson(person);
    this.#people.set(person.id, ready);
    for (const block of blocksOf(ready)) {
      const there = this.#blocks.get(block);
      if (there) there.add(person.id);
      else this.#blocks.set(block, new Set([person.id]));
    }
    for (const { word } of surnameWords(ready)) this.#surnames.set(word, this.surnameCount(word) + 1);
  }

  /** Takes a person out; nothing happens when the id is not here. */
  remove(id: string): void {
    const ready = this.#people.get(id);
    if (!ready) return;
    this.#people.delete(id);
    for (const block of blocksOf(ready)) this.#blocks.get(block)?.delete(id);
    for (const { word } of surnameWords(ready)) this.#surnames.set(word, this.surnameCount(word) - 1);
  }

  /** Who may be this person, at least "maybe", best first, at most `limit`; the person's own id is left out. */
  candidatesOf(person: Comparable, limit: number): MatchCandidate[] {
    const ready = matchPerson(person);
    const inside = this.#people.has(person.id);
    // Somebody who is not entered yet holds the phone as well.
    const around: Surroundings = inside
      ? this
      : {
          people: this.people,
          surnameCount: (word) => this.surnameCount(word),
          phoneCount: (phone) => this.phoneCount(phone) + 1,
        };
    const found: MatchCandidate[] = [];
    for (const id of this.#near(ready)) {
      const other = this.#people.get(id);
      if (!other || id === person.id) continue;
      const match = scoreMatch(ready, other, around);
      if (match.band !== 'new') found.push({ id, ...match });
    }
    found.sort((one, other) => Number(other.band === 'probably') - Number(one.band === 'probably') || other.score - one.score);
    return found.slice(0, limit);
  }

  /**
   * Every pair of the index that may be one person, each once. Works in slices and lets the screen live between them;
   * rejects with the signal's reason when it is aborted.
   */
  async duplicates({ onProgress, onFound, signal, among }: SearchControl = {}): Promise<PossibleDuplicate[]> {
    const pairs: PossibleDuplicate[] = [];
    const earlier = new Set<string>();
    const ids = among ?? new Set(this.#people.keys());
    const turns = new Turns(signal);
    let done = 0;
    for (const id of ids) {
      const person = this.#people.get(id);
      for (const near of person ? this.#near(person) : []) {
        const other = this.#people.get(near);
        // Each pair once: the later of two finds the earlier.
        if (!person || !other || near === id || (ids.has(near) && !earlier.has(near))) continue;
        const match = scoreMatch(other, person, this);
        if (match.band === 'new') continue;
        const pair = { one: near, other: id, ...match };
        pairs.push(pair);
        onFound?.(pair);
      }
      earlier.add(id);
      done += 1;
      if (await turns.pause()) onProgress?.(done, ids.size);
    }
    onProgress?.(done, ids.size);
    return pairs;
  }

  #near(person: MatchPerson): Set<string> {
    const near = new Set<string>();
    for (const block of looksUnder(person)) for (const id of this.#blocks.get(block) ?? []) near.add(id);
    return near;
  }
}

function surnameWords({ surnames, alsoNamed }: MatchPerson): NameWord[] {
  return [...surnames, ...alsoNamed.flatMap((named) => named.surnames)].flat();
}

function phoneBlock(phone: string): string {
  return `phone ${lastSeven(phone) || phone}`;
}

/** The keys under which a person is found. */
function blocksOf(person: MatchPerson): Set<string> {
  const blocks = new Set(person.phones.map(phoneBlock));
  for (const key of nameBlocks(person, (word) => (isInitialWord(word) ? ['initial'] : ['named', ...givenKeys(word)]))) blocks.add(key);
  return blocks;
}

/** The keys under which a person looks for others: by phone, by names, and an initial looks for every name it begins. */
function looksUnder(person: MatchPerson): Set<string> {
  const blocks = new Set(person.phones.map(phoneBlock));
  for (const key of nameBlocks(person, (word) => (isInitialWord(word) ? ['named', 'initial'] : ['initial', ...givenKeys(word)]))) blocks.add(key);
  return blocks;
}

function nameBlocks(person: MatchPerson, keysOf: (word: NameWord) => readonly string[]): string[] {
  return [person, ...person.alsoNamed].flatMap((named) => blocksOfName(named, keysOf));
}

function blocksOfName(person: MatchPerson, keysOf: (word: NameWord) => readonly string[]): string[] {
  const given = [...person.given, ...person.called].flatMap((word) =>
    keysOf(word).map((key) => (key === 'initial' || key === 'named' ? `${word.word[0] ?? ''} ${key}` : key)),
  );
  return person.surnames.flat().flatMap((family) => given.map((key) => `${family.sound} ${key}`));
}
