import { hasSeen, type VersionVector } from './stamps.ts';
import type { Variant } from './variants.ts';

type Variants = readonly Variant[];

/**
 * Putting a record in the bin against an edit that had not seen it (design §4): the edit says that the record is wanted,
 * although it did not touch the field. So a side that never saw the other's bin, and has none of its own, says "not in
 * the bin" with the last change of each of its devices; of these, what the other side had seen before gives way as ever.
 */
export function assertAlive(left: Variants, leftSeen: VersionVector, right: Variants, rightSeen: VersionVector): readonly [Variants, Variants] {
  return [alive(left, leftSeen, right), alive(right, rightSeen, left)];
}

function alive(mine: Variants, seen: VersionVector, other: Variants): Variants {
  const isNews = other.some((one) => isBinned(one) && !hasSeen(seen, [one.dot]));
  if (!isNews || mine.some(isBinned)) return mine;
  const named = new Set(mine.map(({ dot }) => JSON.stringify(dot)));
  const implied = Object.entries(seen).map((dot) => ({ dot, value: undefined }));
  return [...mine, ...implied.filter(({ dot }) => !named.has(JSON.stringify(dot)))];
}

function isBinned({ value }: Variant): boolean {
  return value !== undefined && value !== null;
}
