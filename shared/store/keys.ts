import type { ChapterKeys } from './sealing.ts';
import { readySodium, toBase64 } from './sodium.ts';

/** Fresh random keys for a new chapter: one for what all in the office read, one for what organizers read. */
export async function newChapterKeys(): Promise<ChapterKeys> {
  const sodium = await readySodium();
  const fresh = (): string => toBase64(sodium.randombytes_buf(32));
  return {
    chapter: { current: 1, keys: { 1: fresh() } },
    organizers: { current: 1, keys: { 1: fresh() } },
  };
}
