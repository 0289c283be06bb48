import { z } from 'zod';
import type { PeerInfo } from '../host.ts';
import type { RecordPouch } from '../store/pouch.ts';
import { DENIED_REASONS, GUARD_KINDS } from './status.ts';

const moment = z.string().nullable();

const keptDenied = z.object({
  id: z.string(),
  rev: z.string(),
  reason: z.enum(DENIED_REASONS),
  since: z.string(),
  triedAt: z.string(),
  direction: z.enum(['sending', 'receiving']),
});

/** How far a comparison of everything has come, one direction at a time; it outlives a broken line and a restart. */
const comparing = z.object({ sending: z.enum(['wanted', 'begun', 'done']), receiving: z.enum(['wanted', 'begun', 'done']) });

/**
 * What outlives a restart of what is known of one peer, in a `_local` document, which is never replicated. Ids,
 * revisions, numbers and the peer's address; nothing of what records say.
 */
const keptPeer = z.object({
  format: z.literal(2),
  address: z.string(),
  /** Everything up to this sequence of the local database is at the peer, except the denied. */
  sequence: z.number(),
  safeAt: moment,
  waitingSince: moment,
  contactAt: moment,
  verifiedAt: moment,
  denied: z.array(keptDenied),
  /** The last checkpoint of what was sent that the peer took; when it has an older one, it is older itself. */
  checkpoint: z.object({ id: z.string(), lastSeq: z.number() }).nullable(),
  /** The number in the peer's own update sequence at the last contact. */
  peerSequence: z.number(),
  /** Version of its rules, where it tells it. */
  rules: z.string().nullable(),
  clockMinutes: z.number(),
  /** Its records were seen to be of this chapter. */
  isOurs: z.boolean(),
  guard: z.object({ kind: z.enum(GUARD_KINDS), count: z.number(), of: z.number(), since: z.string(), answer: z.literal('stop').nullable() }).nullable(),
  /** What a person let go on, until an exchange has ended well. */
  allowed: z.enum(GUARD_KINDS).nullable(),
  setBack: z.object({ kind: z.enum(['emptied', 'restored']), at: z.string() }).nullable(),
  comparing: comparing.nullable(),
  /** Since everything was last compared: whether something went wrong, and how many exchanges ended well. */
  hadTrouble: z.boolean(),
  exchanges: z.number(),
  /** Where both sides stood when they were last found equal. */
  standing: z.object({ here: z.number(), countHere: z.number(), there: z.union([z.string(), z.number()]), countThere: z.number() }).nullable(),
});
export type KeptPeer = z.infer<typeof keptPeer>;

/** A peer of which nothing is known. */
export function unknownPeer(address: string): KeptPeer {
  return {
    format: 2,
    address,
    sequence: 0,
    safeAt: null,
    waitingSince: null,
    contactAt: null,
    verifiedAt: null,
    denied: [],
    checkpoint: null,
    peerSequence: 0,
    rules: null,
    clockMinutes: 0,
    isOurs: false,
    guard: null,
    allowed: null,
    setBack: null,
    // What may have been agreed before with a peer that is not known any more is not relied on.
    comparing: { sending: 'wanted', receiving: 'wanted' },
    hadTrouble: false,
    exchanges: 0,
    standing: null,
  };
}

/** Id of the `_local` document of a peer. */
export function keptPeerId(peer: string): string {
  return `_local/convoca-peer-${peer}`;
}

/** The document of the time when a chapter had one peer. */
const OLD_ID = '_local/convoca-confirmed';
const oldConfirmed = z.object({ address: z.string(), sequence: z.number(), safeAt: moment });

/**
 * What is kept of a peer. A server at another address than before begins with nothing: it is another server. A
 * neighbour's address changes with the network; its id says who it is.
 */
export async function readKeptPeer(pouch: RecordPouch, { id, kind, address }: Pick<PeerInfo, 'id' | 'kind' | 'address'>): Promise<KeptPeer> {
  const read = keptPeer.safeParse(await local(pouch, keptPeerId(id)));
  if (read.success && (read.data.address === address || kind === 'neighbour')) return { ...read.data, address };
  const old = kind === 'server' && !read.success ? oldConfirmed.safeParse(await local(pouch, OLD_ID)) : null;
  // What was refused then is not told apart: everything is compared once, and asked again.
  if (old?.success && old.data.address === address) {
    return { ...unknownPeer(address), sequence: old.data.sequence, safeAt: old.data.safeAt };
  }
  return unknownPeer(address);
}

/** Keeps what is known of a peer. One caller at a time. */
export async function writeKeptPeer(pouch: RecordPouch, peer: string, kept: KeptPeer): Promise<void> {
  const id = keptPeerId(peer);
  const before = await local(pouch, id);
  await pouch.put({ ...kept, _id: id, ...(before ? { _rev: before._rev } : {}) });
}

async function local(pouch: RecordPouch, id: string): Promise<{ _rev: string } | null> {
  return pouch.get(id).catch((problem: unknown) => {
    if ((problem as { status?: unknown }).status === 404) return null;
    throw problem;
  });
}
