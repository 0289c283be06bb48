import type { KeptPeer } from './kept-peer.ts';
import type { DeniedRecord } from './status.ts';
import type { VisitWork } from './visit-work.ts';

/** That everything is compared with the peer anew, whatever was agreed before on how far both are. */
export const COMPARE_EVERYTHING: Pick<KeptPeer, 'comparing'> = { comparing: { sending: 'wanted', receiving: 'wanted' } };

/**
 * Changes are read from this sequence on. Once that is the very beginning the checkpoints on both sides say how far a
 * wanted comparison has come, so that a line that breaks does not begin it anew.
 */
export function noteComparing({ book, attempt }: VisitWork, direction: DeniedRecord['direction'], since: string | number): void {
  const { comparing, checkpoint } = book.kept;
  if (Number(since) !== 0 || comparing?.[direction] !== 'wanted') return;
  // What is sent from the beginning has put the peer's checkpoint back to 0. It stays known even so, for the comparison may
  // take days: a peer that is emptied meanwhile and filled by others has a sequence that looks right.
  const restarted = direction === 'sending' ? { checkpoint: checkpoint && { ...checkpoint, lastSeq: 0 } } : {};
  attempt.here(() => book.update({ comparing: { ...comparing, [direction]: 'begun' }, ...restarted })).catch(() => undefined);
}

/** What to keep when one direction has come to its end. `at`: ISO. */
export function noteCompared(kept: Pick<KeptPeer, 'comparing'>, direction: DeniedRecord['direction'], at: string): Partial<KeptPeer> {
  const { comparing } = kept;
  if (!comparing) return {};
  const now = { ...comparing, [direction]: 'done' as const };
  return now.sending === 'done' && now.receiving === 'done' ? { comparing: null, verifiedAt: at, hadTrouble: false, exchanges: 0 } : { comparing: now };
}
