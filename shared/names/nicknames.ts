import table from './nicknames.json';
import { fold } from './normalize.ts';

// The table (domain §6.4 step 2): the name or names, then what people call them. A short form may stand for several names
// ("Beto": Alberto, Roberto, Gilberto), so names are not joined through it.
const namesOfShort = new Map<string, Set<string>>();
const shortsOfName = new Map<string, Set<string>>();

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

for (const [names, shorts] of Object.entries(table)) {
  const full = names.split(', ');
  for (const name of full) {
    // "William" and "Guillermo" are one name in two languages: each may be written for the other.
    for (const other of full) if (other !== name) put(shortsOfName, name, other);
    for (const short of shorts.split(' ').map(fold)) {
      if (short === name) continue;
      put(shortsOfName, name, short);
      put(namesOfShort, short, name);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Every name that a normalized word is also known by: what it is short for and its own short forms. Not the word itself. */
export function alsoCalled(token: string): ReadonlySet<string> {
  const shorts = shortsOfName.get(token);
  const names = namesOfShort.get(token);
  if (!names) return shorts ?? NONE;
  if (!shorts) return names;
  return new Set([...shorts, ...names]);
}

/**
 * True when two normalized given names can be one person's: equal, one short for the other, the same name in the other
 * language, or two short forms of one name ("Pepe" and "Chepe").
 */
export function sameCalled(one: string, other: string): boolean {
  if (one === other) return true;
  if (alsoCalled(one).has(other) || alsoCalled(other).has(one)) return true;
  const names = namesOfShort.get(one);
  const others = namesOfShort.get(other);
  if (!names || !others) return false;
  for (const name of names) if (others.has(name)) return true;
  return false;
}

/** The name or names a short form stands for ("beto" → alberto, roberto …), the word itself among them. */
export function fullNames(token: string): readonly string[] {
  const names = namesOfShort.get(token);
  return names ? [token, ...names] : [token];
}

/** True when the normalized word is a given name, or a short form of one, that the table knows. */
export function isKnownGiven(token: string): boolean {
  return shortsOfName.has(token) || namesOfShort.has(token);
}

const calledWords = [...new Set([...shortsOfName.keys(), ...namesOfShort.keys()])];

/**
 * Every word that somebody meant who typed this beginning of a nickname: "lupi" gives guadalupe, "pepe" gives jose. Fewer than
 * three letters begin some nickname of nearly everybody, and count only when they are a whole one ("al").
 */
export function calledByBeginning(start: string): ReadonlySet<string> {
  if (start.length < 3) return alsoCalled(start);
  const names = new Set<string>();
  for (const word of calledWords) if (word.startsWith(start)) for (const name of alsoCalled(word)) names.add(name);
  return names;
}
