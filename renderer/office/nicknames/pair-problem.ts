import type { ListedName } from '../../../shared/names/nickname-groups.ts';
import { fold, searchTokens } from '../../../shared/names/normalize.ts';

/** Why a pair cannot be added, and at which field that is said; the reasons are words of `structure:nicknames`. */
interface PairProblem {
  readonly field: 'name' | 'short';
  readonly why: 'both' | 'oneWord' | 'same' | 'there';
}

/** What is wrong with a name and a nickname as typed, or null: each is one word, they differ, and the pair is new. */
export function pairProblem(name: string, short: string, listed: readonly ListedName[]): PairProblem | null {
  for (const [field, text] of [['name', name], ['short', short]] as const) {
    const words = searchTokens(text).length;
    if (words !== 1) return { field, why: words === 0 ? 'both' : 'oneWord' };
  }
  const [full, said] = [fold(name.trim()), fold(short.trim())];
  if (full === said) return { field: 'short', why: 'same' };
  const there = listed.find(({ names }) => names.some((one) => fold(one) === full));
  const isThere = there !== undefined && [...there.names, ...there.shorts.map((one) => one.short)].some((one) => fold(one) === said);
  return isThere ? { field: 'short', why: 'there' } : null;
}
