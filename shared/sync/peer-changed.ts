import type { KeptPeer } from './kept-peer.ts';

/** How a peer presents itself at the beginning of an exchange. */
export interface PeerSight {
  /** Records that it holds now. */
  readonly count: number;
  /** The number in its update sequence. */
  readonly sequence: number;
  /** Local sequence in the checkpoint of what was sent, as the peer has it; null when it has none. */
  readonly checkpoint: number | null;
}

/**
 * Whether a peer is not what it was: emptied, or restored from an older copy. It is when its own sequence went back, or
 * when it has not the checkpoint any more that it took last. Then nothing it confirmed holds any longer.
 */
export function peerSetBack(kept: Pick<KeptPeer, 'checkpoint' | 'peerSequence'>, seen: PeerSight): 'emptied' | 'restored' | null {
  const { checkpoint } = kept;
  const lostCheckpoint = checkpoint !== null && (seen.checkpoint === null || seen.checkpoint < checkpoint.lastSeq);
  if (!lostCheckpoint && seen.sequence >= kept.peerSequence) return null;
  return seen.count === 0 ? 'emptied' : 'restored';
}

/** The number that an update sequence begins with: PouchDB's and the hub's are that, CouchDB's has more behind it. 0 for none. */
export function sequenceNumber(sequence: unknown): number {
  const number = typeof sequence === 'string' ? Number.parseInt(sequence, 10) : sequence;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

/**
 * What is kept of a peer that was set back: it is safe of nothing, everything waits again, and everything is compared
 * with it before it is called safe once more. An emptied one is filled again without asking (ADR 19). `at`: ISO.
 */
export function withdrawn(kept: KeptPeer, kind: 'emptied' | 'restored', at: string): KeptPeer {
  return {
    ...kept,
    sequence: 0,
    safeAt: null,
    waitingSince: kept.waitingSince ?? at,
    verifiedAt: null,
    checkpoint: null,
    isOurs: false,
    standing: null,
    setBack: { kind, at },
    comparing: { sending: 'wanted', receiving: 'wanted' },
  };
}
