import type { OwnNickname } from '../domain/settings.ts';
import type { NicknameGroup } from './nickname-table.ts';
import table from './nicknames.json';
import { fold, searchTokens } from './normalize.ts';

/** What a chapter changed in the table: pairs of its own, and built-in ones that it switched off, as `name short`. */
export interface ChapterNicknames {
  readonly ownNicknames: readonly OwnNickname[];
  readonly nicknamesOff: readonly string[];
}

/** The table that comes with the app, as people write the words but without capitals (domain §6.4 step 2). */
export const builtInNicknames: readonly NicknameGroup[] = Object.entries(table).map(([names, shorts]) => {
  const full = names.split(', ');
  return { names: full, shorts: shorts.split(' ').filter((short) => !full.includes(short)) };
});

/** What stands for the pair of a full name and a nickname, however they are written. */
export function pairOf(name: string, short: string): string {
  return `${fold(name.trim())} ${fold(short.trim())}`;
}

function isOff({ names }: NicknameGroup, short: string, off: ReadonlySet<string>): boolean {
  return names.some((name) => off.has(pairOf(name, short)));
}

/** The table as the chapter uses it: without what it switched off, with its own pairs. */
export function groupsInUse({ ownNicknames, nicknamesOff }: ChapterNicknames): NicknameGroup[] {
  const off = new Set(nicknamesOff);
  return [
    ...builtInNicknames.map((group) => ({ names: group.names, shorts: group.shorts.filter((short) => !isOff(group, short, off)) })),
    ...ownNicknames.map(({ name, short }) => ({ names: searchTokens(name), shorts: searchTokens(short) })),
  ];
}

/** A nickname in the list of a name; `own` is the key of a pair that the chapter added. */
export interface ListedNickname {
  readonly short: string;
  readonly isOff: boolean;
  readonly own?: string;
}

/** A full name with everything that people say for it, used or not. */
export interface ListedName {
  /** The name, folded; the same as long as the table has the name. */
  readonly key: string;
  readonly names: readonly string[];
  readonly shorts: readonly ListedNickname[];
}

/** The whole table to look at, by name; the chapter's own pairs stand with the name they belong to. */
export function listedNicknames({ ownNicknames, nicknamesOff }: ChapterNicknames): ListedName[] {
  const off = new Set(nicknamesOff);
  const listed: { key: string; names: readonly string[]; shorts: ListedNickname[] }[] = builtInNicknames.map((group) => ({
    key: fold(group.names[0] ?? ''),
    names: group.names,
    shorts: group.shorts.map((short) => ({ short, isOff: isOff(group, short, off) })),
  }));
  const byName = new Map(listed.flatMap((group) => group.names.map((name) => [fold(name), group] as const)));
  for (const { key, name, short } of ownNicknames) {
    const own = { short, isOff: false, own: key };
    const there = byName.get(fold(name));
    if (there) {
      there.shorts.push(own);
      continue;
    }
    const made = { key: fold(name), names: [name], shorts: [own] };
    byName.set(made.key, made);
    listed.push(made);
  }
  const order = new Intl.Collator('es');
  return listed.sort((one, other) => order.compare(one.key, other.key));
}

/** The switched-off pairs after one built-in pair was switched. */
export function withNicknameOff(off: readonly string[] | undefined, { names }: Pick<ListedName, 'names'>, short: string, isOff: boolean): string[] {
  const pairs = names.map((name) => pairOf(name, short));
  const others = (off ?? []).filter((pair) => !pairs.includes(pair));
  return isOff ? [...others, ...pairs.slice(0, 1)] : others;
}

/** The chapter's pairs with one more; a pair that is there stays as it is. */
export function withOwnNickname(own: readonly OwnNickname[] | undefined, name: string, short: string): OwnNickname[] {
  const added = { key: pairOf(name, short), name: name.trim(), short: short.trim() };
  return [...(own ?? []).filter(({ key }) => key !== added.key), added];
}
