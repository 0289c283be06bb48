import type { Person } from '../domain/person.ts';
import { fold, generation, isJoiningWord, isTitle, searchTokens, writtenOut } from './normalize.ts';
import { isKnownGiven } from './nicknames.ts';
import { inNameCase } from './name-case.ts';

/** Parts of a person's name as the record keeps them (domain §2.3). A part that is not there is left out. */
export type NameParts = Pick<Person, 'given' | 'family1' | 'family2' | 'called' | 'title'>;

/** First names that often have a second one, which may also be a surname: "José Luis", "Miguel Ángel". */
const FIRST_OF_TWO = new Set(
  'jose juan luis miguel marco marcos jorge carlos victor pedro maria rosa ana hector oscar cesar francisco manuel'.split(' '),
);

/** Given names that are surnames as well; as a second word they count as given only after a first of two. */
const ALSO_SURNAMES = new Set(
  (
    'cruz luis martin santiago angel salvador jesus rosario simon tomas vicente roman pascual trinidad vidal urbano ' +
    'fabian felix marcos marco lorenzo clemente benito bernardino domingo gil santos israel leonor soledad remedios reyna ' +
    'george james thomas henry lawrence albert stanley walter russell douglas patrick david andres joseph anthony ' +
    'francisco elias matias candelaria columba pilar paz luz esperanza guadalupe bernardo mariano serafin valentin'
  ).split(' '),
);
const SECOND_AFTER_MARIA = new Set(
  'luisa cruz jesus rosario trinidad leonor soledad remedios pilar paz luz esperanza guadalupe candelaria reyna'.split(' '),
);

/** "María del Carmen", "José de Jesús": what stands after "de" belongs to the given name. */
const DEVOTIONS = new Set(
  (
    'carmen rosario socorro refugio pilar consuelo luz angeles jesus lourdes guadalupe dolores mercedes remedios ' +
    'soledad rocio mar corazon concepcion transito milagro milagros carmelo dios nieves pueblito'
  ).split(' '),
);

/** Splits at spaces and joins "de la Cruz", "Ortega y Gasset" and "San Juan" into one unit each. */
function unitsOf(words: readonly string[]): string[] {
  const units: string[] = [];
  let pending: string[] = [];
  for (const word of words) {
    const joins = isJoiningWord(word);
    if (joins && ['y', 'e'].includes(fold(word)) && units.length > 0 && pending.length === 0) {
      pending.push(units.pop() ?? '', word);
    } else if (joins) {
      pending.push(word);
    } else {
      units.push([...pending, word].join(' '));
      pending = [];
    }
  }
  if (pending.length > 0) units.push(pending.join(' '));
  return units;
}

function lastWord(unit: string): string {
  return writtenOut(searchTokens(unit).at(-1) ?? '');
}

function isInitial(unit: string): boolean {
  return /^\p{L}\.?$/u.test(unit);
}

/** True when the second or later unit still belongs to the given name rather than to the surnames. */
function continuesGiven(first: string, unit: string): boolean {
  const start = lastWord(first);
  const word = lastWord(unit);
  if (isInitial(unit)) return true;
  if (unit.includes(' ')) return DEVOTIONS.has(word) && FIRST_OF_TWO.has(start) && /^(de|del)\s/i.test(unit);
  if (start === 'maria') return isKnownGiven(word) && (!ALSO_SURNAMES.has(word) || SECOND_AFTER_MARIA.has(word));
  if (['rosa', 'ana'].includes(start) && ALSO_SURNAMES.has(word)) return ['luz', 'guadalupe'].includes(word);
  return isKnownGiven(word) && word.length > 2 && (!ALSO_SURNAMES.has(word) || FIRST_OF_TWO.has(start));
}

function splitByOrder(units: readonly string[]): NameParts {
  const [first = '', ...rest] = units;
  if (rest.length === 0) return { given: first };
  // Two surnames are the rule among four words or more, one or two among three.
  let given = Math.max(1, units.length - 2);
  const next = units[given] ?? '';
  const oneMore = units.length === 3 || (units.length > 3 && !ALSO_SURNAMES.has(lastWord(next)));
  if (oneMore && continuesGiven(first, next)) given += 1;
  else if (given > 1 && units.length === 4 && !continuesGiven(first, units[1] ?? '') && lastWord(units[1] ?? '').endsWith('ez')) {
    given = 1;
  }
  const families = units.slice(given);
  return {
    given: units.slice(0, given).join(' '),
    family1: families[0],
    family2: families.length > 1 ? families.slice(1).join(' ') : undefined,
  };
}

function splitAtComma(family: readonly string[], given: readonly string[]): NameParts {
  const [family1, ...others] = family;
  return { given: given.join(' ') || undefined, family1, family2: others.join(' ') || undefined };
}

/** The mark of a generation as written at the end of a name, "Jr." or "hijo"; an empty text when there is none. */
export function suffixAsWritten(nameAsWritten: string): string {
  const bare = nameAsWritten.replace(CALLED, ' ').trim();
  const words = bare.split(/[\s,]+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length < 2) return '';
  return generation(last) !== null || /^(sr|senior)\.?$/i.test(last) ? last : '';
}

const CALLED = /\(([^)]*)\)|["“”«]([^"“”«»]*)["“”»]/g;

/**
 * Suggests the parts of a name as written; a person confirms them (domain §2.3, §6.4). Knows "Hernández Ríos, María
 * (Lupita)", surnames with de/del/y, hyphens, titles, Jr./II/hijo, English names with one surname. A name written all in
 * capitals or without any gets ordinary ones in the parts; the name as written is never altered.
 */
export function suggestNameParts(nameAsWritten: string): NameParts {
  let called: string | undefined;
  const bare = inNameCase(nameAsWritten).replace(CALLED, (_all, round?: string, quoted?: string) => {
    called ??= (round ?? quoted ?? '').trim() || undefined;
    return ' ';
  });
  const suffix = suffixAsWritten(bare);
  const titles: string[] = [];
  const sides = bare.split(',').map((side) => {
    const words = side.split(/\s+/).filter((word) => word !== '' && word !== suffix && /[\p{L}\p{N}]/u.test(word));
    while (words.length > 1 && isTitle(words[0] ?? '')) titles.push(words.shift() ?? '');
    return unitsOf(words);
  });
  const filled = sides.filter((side) => side.length > 0);
  const title = titles.join(' ') || undefined;
  const [family = [], ...given] = filled;
  const parts = given.length > 0 ? splitAtComma(family, given.flat()) : splitByOrder(family);
  if (title !== undefined && parts.family1 === undefined && parts.given !== undefined && !isKnownGiven(lastWord(parts.given))) {
    // "Sra. Chávez": a title before one word that is no given name.
    return withoutGaps({ family1: parts.given, called, title });
  }
  return withoutGaps({ ...parts, called, title });
}

function withoutGaps(parts: NameParts): NameParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}

/** The surnames in a text that holds nothing else: "De la Cruz Gómez" gives "De la Cruz" and "Gómez". */
export function surnamesIn(text: string): string[] {
  return unitsOf(text.split(/[\s,]+/).filter((word) => word !== ''));
}
