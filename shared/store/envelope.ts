import { z } from 'zod';

/** The parts of a sealed body, each under a key of its own (design §5): L1 chapter, L2 organizers, L3 author. */
export const PARTS = ['chapter', 'organizers', 'author'] as const;
export type Part = (typeof PARTS)[number];

/** One sealed part: number of its key, nonce (24 bytes) and ciphertext, both base64url without padding. */
export const sealedPart = z.strictObject({
  k: z.number().int().positive(),
  n: z.string().regex(/^[A-Za-z0-9_-]{32}$/),
  c: z.string().regex(/^[A-Za-z0-9_-]+$/),
});
export type SealedPart = z.infer<typeof sealedPart>;

/** What PouchDB, the hub and the central CouchDB hold of a record: nothing else is in the clear (design §3). */
export const envelope = z.strictObject({
  chapter: z.string(),
  schema: z.number().int().positive(),
  parts: z.strictObject({
    chapter: sealedPart,
    organizers: sealedPart.optional(),
    /** A list only where several people have written a part of their own, in the order of their keys' numbers. */
    author: z.union([sealedPart, z.array(sealedPart).min(2).max(100)]).optional(),
  }),
});
export type Envelope = z.infer<typeof envelope>;

/**
 * What remains of a deleted record or of a revision that lost a merge: why (see `tombstones.ts`; none in the oldest), its
 * MAC under the chapter key (design §5), and, sealed, what its writer had seen.
 */
export const tombstone = z.strictObject({
  chapter: z.string(),
  schema: z.number().int().positive(),
  kind: z.enum(['merged', 'erased']).optional(),
  mac: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  seen: sealedPart.optional(),
});
export type Tombstone = z.infer<typeof tombstone>;
