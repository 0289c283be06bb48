import { fullNames, sameCalled } from './nicknames.ts';
import { generation, nameTokens, searchTokens, writtenOut } from './normalize.ts';
import { partsOf, type Named } from './name-parts.ts';
import { soundKey } from './sound-key.ts';
import { suffixAsWritten, surnamesIn } from './suggest-parts.ts';

/** One word of a name with how it sounds. */
export interface NameWord {
  readonly word: string;
  readonly sound: string;
}

/** The words of one surname without "de", "la" …: "Smith-Pérez" has two. */
export type Surname = readonly NameWord[];

/** A person made ready for being compared with many others (domain §6.4 steps 1–3). */
export interface MatchPerson {
  readonly id: string;
  readonly given: readonly NameWord[];
  /** Words of the name the person goes by, where it differs. */
  readonly called: readonly NameWord[];
  /** Surnames in order; a compound or hyphenated one is one surname of several words. */
  readonly surnames: readonly Surname[];
  /** `junior`, `senior`, `third` …, or an empty text. */
  readonly generation: string;
  /** E.164, or as written where unreadable. */
  readonly phones: readonly string[];
  /** Phones whose area code was guessed; only their last seven digits count. */
  readonly guessedPhones: ReadonlySet<string>;
  readonly institutions: readonly string[];
  /** The same person under the other names they are known by (domain §6.4 step 5). */
  readonly alsoNamed: readonly MatchPerson[];
}

/** What is needed of a person to compare; a directory entry is one. */
export interface Comparable extends Named {
  readonly id: string;
  readonly phones: readonly string[];
  readonly guessedPhones?: readonly string[];
  readonly institutions: readonly string[];
  readonly alsoKnownAs?: readonly string[];
}

const known = new Map<string, NameWord>();

/** Words repeat all through a chapter; each is kept once. */
function nameWord(word: string): NameWord {
  const there = known.get(word);
  if (there) return there;
  const made = { word, sound: soundKey(word) };
  known.set(word, made);
  return made;
}

function wordsIn(text: string | undefined): NameWord[] {
  return text === undefined || text === '' ? [] : nameTokens(text).map(nameWord);
}

/** Prepares a person for comparing; the work is done once for each, not once for each pair. */
export function matchPerson(person: Comparable): MatchPerson {
  const parts = partsOf(person);
  const suffix = suffixAsWritten(person.nameAsWritten);
  return {
    id: person.id,
    given: wordsIn(parts.given),
    called: wordsIn(parts.called),
    surnames: [parts.family1, ...surnamesIn(parts.family2 ?? '')].map(wordsIn).filter((surname) => surname.length > 0),
    generation: generation(suffix) ?? (suffix === '' ? '' : 'senior'),
    phones: person.phones,
    guessedPhones: new Set(person.guessedPhones ?? []),
    institutions: person.institutions,
    alsoNamed: (person.alsoKnownAs ?? []).map((nameAsWritten) => matchPerson({ id: person.id, nameAsWritten, phones: person.phones, guessedPhones: person.guessedPhones, institutions: person.institutions })),
  };
}

/** True when two words are one: equal or sounding alike. */
function soundsSame(one: NameWord, other: NameWord): boolean {
  return one === other || (one.sound.length > 2 && one.sound === other.sound);
}

/** True when two surnames are one: all words of the shorter are in the other, by spelling or by sound. */
export function sameSurname(one: Surname, other: Surname): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.every((word) => longer.some((there) => soundsSame(word, there)));
}

/** True when two given names can be one person's: equal, nicknames of each other, or sounding alike. */
export function sameGiven(one: NameWord, other: NameWord): boolean {
  return soundsSame(one, other) || sameCalled(one.word, other.word);
}

/** Words under which a given name is looked for: what it may be short for, by sound; "Beto" gives Alberto, Roberto … too. */
export function givenKeys(word: NameWord): readonly string[] {
  return fullNames(word.word).map((name) => nameWord(writtenOut(name)).sound);
}

/** The last seven digits, by which a phone with a guessed area code is still recognized; empty when there are fewer. */
export function lastSeven(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-7);
}

/** The phones that two people have in common; with a guessed area code the last seven digits decide. */
export function phoneInCommon(one: MatchPerson, other: MatchPerson): string | null {
  for (const phone of one.phones) {
    for (const there of other.phones) {
      if (phone === there) return phone;
      const guessed = one.guessedPhones.has(phone) || other.guessedPhones.has(there);
      if (guessed && lastSeven(phone) !== '' && lastSeven(phone) === lastSeven(there)) return phone;
    }
  }
  return null;
}

/** True for a word of one letter, an initial. */
export function isInitialWord({ word }: NameWord): boolean {
  return word.length === 1 && searchTokens(word).length === 1;
}
