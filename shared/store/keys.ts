import type { ChapterKeys } from './key-ring.ts';
import { readySodium, toBase64 } from './sodium.ts';

/** Numbers of one generation: so many that two administrators who rotate apart from each other never choose the same. */
const GENERATION = 2 ** 31;

/** Fresh random keys for a new chapter: one for what all in the office read, one for what organizers read. */
export async function newChapterKeys(): Promise<ChapterKeys> {
  const sodium = await readySodium();
  const fresh = (): string => toBase64(sodium.randombytes_buf(32));
  return {
    chapter: { current: 1, keys: { 1: fresh() } },
    organizers: { current: 1, keys: { 1: fresh() } },
  };
}

/**
 * A number for a new key of a part: of the generation after all that are known, random within it. Greater numbers are
 * newer wherever one was made after seeing the other; of two made apart from each other either may be the greater.
 */
export function newKeyNumber(known: readonly number[]): number {
  const generation = Math.floor(Math.max(0, ...known) / GENERATION) + 1;
  return generation * GENERATION + authorKeyNumber();
}

/** A number for a user's own key of the part `author`: random, up to 2^31, so that two users' never meet. */
export function authorKeyNumber(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (random >>> 1) + 1;
}
