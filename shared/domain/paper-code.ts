/**
 * Codes printed on papers (design §3): device letter, three characters of the PC's own counter, check character, then a
 * dash and the page: `AK7QX-2`. Always five characters, so that a code typed without its dash can still be read.
 */

/** 23 characters, a prime number (the check needs that), of which no two look alike in print or on a keyboard. */
const ALPHABET = '2345679ACDEFHJKMNPRTWXY';
const BASE = ALPHABET.length;
const COUNTER_LENGTH = 3;
const CODE_LENGTH = COUNTER_LENGTH + 2;

/** Codes one PC can give out: 12,167, or twenty years of eleven sheets a week. */
export const CODES_PER_DEVICE = BASE ** COUNTER_LENGTH;

/** Letters (then digits) that a PC of a chapter may have, in the order in which they are given out: 23 PCs. */
export const DEVICE_LETTERS = 'ACDEFHJKMNPRTWXY2345679';

/** Spreads neighbouring counters over all three characters, so that two sheets of one day do not look the same. */
const SPREAD = 5003;

/** Different for each place: so the check catches any one wrong character and any two exchanged ones. */
const WEIGHTS = [5, 4, 3, 2, 1] as const;

/** What people type for a character that we never print, in the code itself and in its page number. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: 'D', '0': 'D', Q: 'D', Z: '2', S: '5', G: '6', '1': '7', V: 'Y' };
const DIGIT_LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };

export type CodeProblem =
  | 'empty'
  /** Not five characters before the dash. */
  | 'length'
  /** The check character does not agree, or a character is none of ours. */
  | 'mistyped'
  /** What follows the code is not a page number from 1 to 999. */
  | 'page';

export type CodeReading =
  | { readonly ok: true; readonly sheetCode: string; /** Null when no page was typed. */ readonly page: number | null }
  | { readonly ok: false; readonly problem: CodeProblem };

function weigh(characters: string): number {
  return WEIGHTS.reduce((sum, weight, place) => {
    const character = characters[place];
    return character === undefined ? sum : sum + weight * ALPHABET.indexOf(character);
  }, 0);
}

/**
 * The code of a sheet: five characters, unique in the chapter as long as no two PCs share a letter.
 * `counter` is how many codes the PC had given out before, from 0. Throws a RangeError when the letter is not one of
 * {@link DEVICE_LETTERS} or the PC has used up its {@link CODES_PER_DEVICE} codes (it then needs another letter).
 */
export function makeCode(letter: string, counter: number): string {
  if (letter.length !== 1 || !DEVICE_LETTERS.includes(letter)) throw new RangeError('not a device letter');
  if (!Number.isInteger(counter) || counter < 0 || counter >= CODES_PER_DEVICE) throw new RangeError('no codes left');
  let rest = (counter * SPREAD) % CODES_PER_DEVICE;
  let characters = '';
  for (let place = 0; place < COUNTER_LENGTH; place += 1) {
    characters = ALPHABET.charAt(rest % BASE) + characters;
    rest = Math.floor(rest / BASE);
  }
  const body = letter + characters;
  return body + ALPHABET.charAt((BASE - (weigh(body) % BASE)) % BASE);
}

/** The code in the corner of one page, such as `AK7QX-2`: what `sheet.code` keeps (domain §3.0). */
export function pageCode(sheetCode: string, page: number): string {
  return `${sheetCode}-${page}`;
}

function swapLookAlikes(text: string, table: Readonly<Record<string, string>>): string {
  return Array.from(text, (character) => table[character] ?? character).join('');
}

function readPage(typed: string): number | null | 'wrong' {
  if (typed === '') return null;
  const digits = swapLookAlikes(typed, DIGIT_LOOK_ALIKES);
  return /^\d{1,3}$/.test(digits) && Number(digits) > 0 ? Number(digits) : 'wrong';
}

/**
 * Reads a code as a person types it: lower case, spaces, a missing or different dash and look-alike characters are all
 * understood. Every single wrong character and every exchange of two neighbours in the code is found (never in the
 * page number, which has no check). Never throws.
 */
export function readCode(typed: string): CodeReading {
  const text = typed.normalize('NFKC').toUpperCase().replace(/\s+/gu, '');
  if (text === '') return { ok: false, problem: 'empty' };
  const [before = '', ...after] = text.split(/[\p{Pd}\u2212./_:,]+/u);
  const dashed = after.length > 0;
  const body = swapLookAlikes(before.slice(0, CODE_LENGTH), LOOK_ALIKES);
  if (body.length < CODE_LENGTH || (dashed && before.length > CODE_LENGTH)) return { ok: false, problem: 'length' };
  const known = Array.from(body).every((character) => ALPHABET.includes(character));
  if (!known || weigh(body) % BASE !== 0) return { ok: false, problem: 'mistyped' };
  const page = readPage(dashed ? after.join('') : before.slice(CODE_LENGTH));
  return page === 'wrong' ? { ok: false, problem: 'page' } : { ok: true, sheetCode: body, page };
}
