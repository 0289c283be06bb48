import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ChapterProof } from '../../shared/host.ts';
import { announcedTag } from '../../shared/sync/neighbour-proof.ts';

/** `_convoca._tcp` */
export const SERVICE_TYPE = 'convoca';
/** A new salt and a new name this often: who only listens cannot follow a PC from one day to the next by its words. */
export const NEW_SALT_MS = 30 * 60_000;
const MOST_CHAPTERS = 4;

const tag = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/**
 * All that a PC says of itself to everybody on the network: for each chapter, under a salt that changes, a keyed hash
 * that says "this chapter" and one that says "this PC" to those who hold the chapter's key, and to nobody else anything.
 */
export const announcement = z.object({
  v: z.literal('1'),
  s: tag,
  /** Chapter tag and PC tag, in turn, with a point between; an empty text does not arrive. */
  t: z.string().max(230).default(''),
  /** Id of an invitation that is offered at this moment. */
  o: z.string().regex(/^[A-Za-z0-9_-]{16}$/).optional(),
});
export type Announcement = z.infer<typeof announcement>;

/** What to announce: the chapters that are shared, the own peer id, an offered invitation. */
export async function announce(chapters: readonly ChapterProof[], peerId: string, offer: string | null): Promise<Announcement> {
  const s = randomBytes(16).toString('base64url');
  const tags = await Promise.all(
    chapters.slice(0, MOST_CHAPTERS).flatMap(({ key }) => [announcedTag(key, s, ''), announcedTag(key, s, peerId)]),
  );
  return { v: '1', s, t: tags.join('.'), ...(offer === null ? {} : { o: offer }) };
}

/** Whether a holder of this key recognises its chapter in an announcement; with a peer id, whether it is that very PC. */
export async function recognises(key: string, said: Announcement, peerId = ''): Promise<boolean> {
  const expected = await announcedTag(key, said.s, peerId);
  return said.t.split('.').includes(expected);
}
