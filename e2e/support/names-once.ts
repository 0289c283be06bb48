import { searchTokens } from '../../shared/names/normalize.ts';

/** Names that stand once in a list of members, written in full with capitals, so that typing one in full finds one person. */
export function namesOnce(list: string): string[] {
  const names = list.split(/\r?\n/).slice(1).map((line) => line.split(',')[0]?.trim() ?? '');
  const keyOf = (name: string): string => [...searchTokens(name)].sort().join(' ');
  const times = new Map<string, number>();
  for (const name of names) times.set(keyOf(name), (times.get(keyOf(name)) ?? 0) + 1);
  return names.filter((name) => /^\p{Lu}\p{Ll}+ .*\p{Lu}\p{Ll}+ .*\p{Lu}\p{Ll}{3}/u.test(name) && times.get(keyOf(name)) === 1);
}
