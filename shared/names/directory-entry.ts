import type { ContactPoint, Person } from '../domain/person.ts';
import { partsOf } from './name-parts.ts';
import { searchTokens, writtenOut } from './normalize.ts';
import { soundKey } from './sound-key.ts';

/** What the directory keeps of a person: names, phones and where they belong; no notes, nothing sensitive. */
export interface DirectoryEntry {
  readonly id: string;
  readonly nameAsWritten: string;
  readonly given?: string;
  readonly family1?: string;
  readonly family2?: string;
  readonly called?: string;
  /** E.164 where a phone could be read, else as written. */
  readonly phones: readonly string[];
  /** Those of `phones` whose area code was guessed. */
  readonly guessedPhones: readonly string[];
  /** Ids of institutions, the main one first. */
  readonly institutions: readonly string[];
  /** Code of `language_pref`. */
  readonly language?: string;
  readonly doNotContact?: boolean;
  /** Other names that the person uses or used (domain §6.4 step 5). */
  readonly alsoKnownAs?: readonly string[];
  /** Id of the person that this record was found to be. */
  readonly mergedInto?: string;
  /** Ids of people whom an import marked as perhaps the same, and of those whom somebody knows to be others. */
  readonly mayBe?: readonly string[];
  readonly isNot?: readonly string[];
}

/** Nothing at all for an empty list, so that it takes no room. */
function filled(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

/** The lean entry of a person's record; parts of the name that the record lacks are suggested from the name as written. */
export function directoryEntry(person: Person): DirectoryEntry {
  const { given, family1, family2, called } = partsOf(person);
  // Calls for somebody under 18 go to mother, father or guardian: nobody finds a minor by the minor's own phone (domain §5.5).
  const mayFind = (contact: ContactPoint): boolean => person.isMinor !== true || contact.ofGuardian === true;
  const phones = person.contacts.filter((contact) => contact.kind === 'phone' && contact.status !== 'wrong' && mayFind(contact));
  const affiliations = [...person.affiliations].sort((one, other) => Number(other.isMain) - Number(one.isMain));
  return {
    id: person.id,
    nameAsWritten: person.nameAsWritten,
    given,
    family1,
    family2,
    called,
    phones: phones.map((contact) => contact.value),
    guessedPhones: phones.filter((contact) => contact.check).map((contact) => contact.value),
    institutions: affiliations.map((affiliation) => affiliation.institution),
    language: person.language,
    doNotContact: person.doNotContact,
    alsoKnownAs: filled(person.alsoKnownAs),
    mergedInto: person.mergedInto,
    mayBe: filled(person.possibleDuplicates),
    isNot: filled(person.notSameAs),
  };
}

/** How much a match of a word says: a surname more than a given name or the name a person goes by. */
const FAMILY = 10;
export const GIVEN_WORTH = 9;
const OTHER_WORD = 6;
const PHONE = 8;

/** The words under which an entry is found, each with what a match of it is worth. */
export function wordsOf(entry: DirectoryEntry): Map<string, number> {
  const words = new Map<string, number>();
  const give = (word: string, worth: number): void => {
    if ((words.get(word) ?? 0) < worth) words.set(word, worth);
  };
  const family = searchTokens(`${entry.family1 ?? ''} ${entry.family2 ?? ''}`);
  const given = searchTokens(entry.given ?? '');
  const called = searchTokens(entry.called ?? '');
  for (const name of [entry.nameAsWritten, ...(entry.alsoKnownAs ?? [])]) for (const word of searchTokens(name)) give(word, OTHER_WORD);
  for (const word of family) give(word, FAMILY);
  for (const word of given) give(word, GIVEN_WORTH);
  for (const word of called) give(word, GIVEN_WORTH);
  for (const word of family) give(writtenOut(word), FAMILY);
  for (const word of given) give(writtenOut(word), GIVEN_WORTH);
  return words;
}

/** How the surnames and given names of an entry sound, for words that were typed by ear. */
export function soundsOf(entry: DirectoryEntry): Map<string, number> {
  const names = `${entry.family1 ?? ''} ${entry.family2 ?? ''} ${entry.given ?? ''} ${entry.called ?? ''} ${(entry.alsoKnownAs ?? []).join(' ')}`;
  const keys = names.split(/[\s-]+/).map(soundKey);
  return new Map(keys.filter((key) => key.length > 1).map((key) => [key, 1]));
}

/** Beginnings by which a phone is looked up: whole, national, the last seven and the last four digits. */
export function phoneStartsOf(entry: DirectoryEntry): Map<string, number> {
  const starts = new Map<string, number>();
  for (const phone of entry.phones) {
    const digits = phone.replace(/\D/g, '');
    const national = phone.startsWith('+1') ? digits.slice(1) : digits;
    for (const start of [digits, national, digits.slice(-7), digits.slice(-4)]) starts.set(start, PHONE);
  }
  return starts;
}
