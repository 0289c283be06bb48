import { SyncTrouble } from './problems.ts';
import { tryRefusedAgain } from './refused-again.ts';
import { replicateOnce } from './replicating.ts';
import { requireTaken } from './set-back.ts';
import { sourceHere, targetThere } from './sending-side.ts';
import { SentPage } from './sent-page.ts';
import { listRefused, type VisitWork } from './visit-work.ts';
import { noteCompared, noteComparing } from './whole-comparison.ts';

/**
 * Sends what the peer does not have. When it resolves, the peer has confirmed everything up to `before`, the sequence
 * of the database at the moment `at` (ISO), except what is listed as refused; that is kept.
 */
export async function send(work: VisitWork, before: number, at: string): Promise<void> {
  const { chapter, clock, book, pace, attempt, database, refusedBefore, onActivity, onCount } = work;
  onActivity('sending');
  let checkpoint = book.kept.checkpoint;
  let isEased = false;
  const page = new SentPage(work);
  const source = sourceHere({
    pouch: chapter.pouch,
    attempt,
    pace,
    onPage: (since) => noteComparing(work, 'sending', since),
    onMissing: (missing) => listRefused(work, 'sending', missing.map((one) => ({ ...one, reason: 'unknown' }))),
    beforeCheckpoint: () => page.requireThere(),
  });
  const target = targetThere({
    database,
    attempt,
    pace,
    clock,
    lacking: (revisions) => page.lacking(revisions),
    onSent: (documents) => {
      onCount('sending', documents.length);
      isEased ||= documents.some(({ _id }) => refusedBefore.has(_id));
    },
    onRefused: (refused) => listRefused(work, 'sending', refused),
    onCheckpointSeen: async (id, lastSeq) => {
      await requireTaken(work, checkpoint, id, lastSeq);
      // One that it took while the answer was lost is never written again; without it an older copy would look like this one.
      if (lastSeq !== null && Number.isFinite(lastSeq)) checkpoint = { id, lastSeq };
    },
    onCheckpoint: (id, lastSeq) => {
      checkpoint = { id, lastSeq };
      book.waiting.confirm(lastSeq);
    },
  });
  const last = await replicateOnce(source, target, attempt, book.kept.comparing?.sending === 'wanted');
  if (Number(last) < before) throw new SyncTrouble('damaged-answer');
  // Where a record goes through that was refused, or a newer state of it, the others may as well.
  if (book.kept.denied.length > 0) await tryRefusedAgain(work, isEased);
  const isAllTaken = book.kept.denied.every(({ direction }) => direction !== 'sending');
  book.waiting.confirm(before);
  await attempt.here(() => book.update({ sequence: before, checkpoint, ...(isAllTaken ? { safeAt: at } : {}), ...noteCompared(book.kept, 'sending', at) }));
  await attempt.here(() => book.noteWaiting(at));
}
