import { builtInNicknames, groupsInUse, type ChapterNicknames } from './nickname-groups.ts';
import { NicknameTable } from './nickname-table.ts';

const builtIn = new NicknameTable(builtInNicknames);
/** The table of the chapter that is open; the built-in one while none is. */
let inUse = builtIn;
let chosen = '';

/**
 * Takes what the opened chapter added and switched off into the table, from this moment on in search and comparing; null
 * when it is locked. True when the table is another one than before. What was taken apart with the built-in table, such as
 * the words under which the directory has somebody, stays right: only what is asked for is widened by nicknames.
 */
export function setNicknames(choice: ChapterNicknames | null): boolean {
  const { ownNicknames, nicknamesOff } = choice ?? { ownNicknames: [], nicknamesOff: [] };
  const next = ownNicknames.length + nicknamesOff.length === 0 ? '' : JSON.stringify([ownNicknames, nicknamesOff]);
  if (next === chosen) return false;
  chosen = next;
  inUse = next === '' ? builtIn : new NicknameTable(groupsInUse({ ownNicknames, nicknamesOff }));
  return true;
}

/** The table in use, another object whenever it changed: who keeps what was found with it looks anew then. */
export function nicknamesInUse(): object {
  return inUse;
}

/**
 * True when two normalized given names can be one person's: equal, one short for the other, the same name in the other
 * language, or two short forms of one name ("Pepe" and "Chepe").
 */
export function sameCalled(one: string, other: string): boolean {
  if (one === other) return true;
  if (inUse.alsoCalled(one).has(other) || inUse.alsoCalled(other).has(one)) return true;
  const others = inUse.namesOf(other);
  for (const name of inUse.namesOf(one)) if (others.has(name)) return true;
  return false;
}

/** The name or names a short form stands for ("beto" → alberto, roberto …), the word itself among them. */
export function fullNames(token: string): readonly string[] {
  return [token, ...inUse.namesOf(token)];
}

/**
 * True when the normalized word is a given name, or a short form of one, that the built-in table knows. How a name is taken
 * apart does not hang on what a chapter chose: the parts are kept on each PC.
 */
export function isKnownGiven(token: string): boolean {
  return builtIn.has(token);
}

/**
 * Every word that somebody meant who typed this beginning of a nickname: "lupi" gives guadalupe, "pepe" gives jose. Fewer than
 * three letters begin some nickname of nearly everybody, and count only when they are a whole one ("al").
 */
export function calledByBeginning(start: string): ReadonlySet<string> {
  return start.length < 3 ? inUse.alsoCalled(start) : inUse.calledByBeginning(start);
}
