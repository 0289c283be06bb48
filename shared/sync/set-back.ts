import { isoNow } from './clock.ts';
import type { KeptPeer } from './kept-peer.ts';
import { withdrawn } from './peer-changed.ts';
import { SyncTrouble } from './problems.ts';
import type { VisitWork } from './visit-work.ts';

/** Withdraws at once all that a peer confirmed which is not what it was. */
export async function withdraw({ book, attempt, clock, note }: VisitWork, kind: 'emptied' | 'restored'): Promise<void> {
  const at = isoNow(clock);
  note({ step: kind });
  await attempt.here(() => book.recount(at, 0));
  await attempt.here(() => book.update(withdrawn(book.kept, kind, at)));
}

/**
 * Ends the visit when a peer shows an older checkpoint than it has `taken`, or none: it was put back to an older copy in the
 * midst of the visit, and what it said before is true no longer. The next visit begins anew. `lastSeq`: null where it has none.
 */
export async function requireTaken(work: VisitWork, taken: KeptPeer['checkpoint'], id: string, lastSeq: number | null): Promise<void> {
  if (taken?.id !== id || (lastSeq !== null && lastSeq >= taken.lastSeq)) return;
  await endAsSetBack(work);
}

/** Ends the visit with a peer that has not what it had in the midst of it; always rejects. */
export async function endAsSetBack(work: VisitWork): Promise<never> {
  await withdraw(work, 'restored');
  const trouble = new SyncTrouble('busy');
  work.attempt.end(trouble);
  throw trouble;
}
