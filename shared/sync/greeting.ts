import { isOtherChapters } from './arriving-chapter.ts';
import { GuardStopped } from './attempt.ts';
import { isoNow } from './clock.ts';
import type { PeerAbout } from './peer-database.ts';
import { peerSetBack } from './peer-changed.ts';
import { SyncTrouble } from './problems.ts';
import { withdraw } from './set-back.ts';
import { CLOCK_TOLERANCE_MINUTES } from './status.ts';
import type { VisitWork } from './visit-work.ts';

/** Records of an unknown peer that are looked at to see whose they are. */
const SAMPLE = 20;

/**
 * Asks the peer whether it is there, still has what it had, and keeps this chapter's records. What it does not confirm
 * any more is withdrawn at once. Rejects with {@link SyncTrouble} or {@link GuardStopped} before anything is exchanged.
 * Resolves with whether the peer's rules are others than last time.
 */
export async function greet(work: VisitWork): Promise<{ readonly hasNewRules: boolean }> {
  const { chapter, peers, clock, book, attempt, database } = work;
  const answer = await attempt.ask(() => peers.probe(chapter.database, book.peer.id));
  if (!answer.ok) throw new SyncTrouble(answer.problem);
  const about = await attempt.ask(() => database.about());
  work.onLetIn();
  const { checkpoint, rules } = book.kept;
  const seen = { ...about, checkpoint: checkpoint ? await attempt.ask(() => database.checkpoint(checkpoint.id)) : null };
  const at = isoNow(clock);
  const kind = peerSetBack(book.kept, seen);
  if (kind) await withdraw(work, kind);
  await attempt.here(() =>
    book.update({
      contactAt: at,
      clockMinutes: wrongMinutes(answer.clockAhead),
      peerSequence: about.sequence,
      rules: about.rules,
    }),
  );

  const { guard } = book.kept;
  if (guard) throw new GuardStopped(guard.kind, guard.count, guard.of);
  await requireOurs(work, about);
  return { hasNewRules: rules !== about.rules };
}

/** Nothing is sent to, or taken from, a peer whose records are another chapter's. */
async function requireOurs({ chapter, book, attempt, database }: VisitWork, { count }: PeerAbout): Promise<void> {
  if (book.kept.isOurs || count === 0) return;
  const sample = await attempt.ask(() => database.sample(SAMPLE));
  if (isOtherChapters(chapter.id, sample)) throw new GuardStopped('other-chapter', count, count);
  await attempt.here(() => book.update({ isOurs: true }));
}

/** Whole minutes that the clocks differ by, 0 while that is nothing to speak of. `ahead` in milliseconds. */
export function wrongMinutes(ahead: number): number {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return minutes > CLOCK_TOLERANCE_MINUTES ? minutes : 0;
}
