import type { SyncClock } from './clock.ts';
import { isoNow } from './clock.ts';
import { withRefused } from './denied.ts';
import type { PeerBook } from './peer-book.ts';
import { arrivingAt } from './receive.ts';
import { SentPage } from './sent-page.ts';
import { CompareProgress } from './verification/comparing.ts';
import type { RemotePages } from './verification/remote-pages.ts';
import { verify } from './verification/verify.ts';
import type { VisitWork } from './visit-work.ts';

/** Comparisons that a broken line interrupted: the next try goes on at the page where it broke. */
const interrupted = new WeakMap<PeerBook, CompareProgress>();

/**
 * Compares every record with the peer and repairs what differs, both ways; what cannot be repaired is listed. Resolves
 * with whether anything was received.
 */
export async function verifyPeer(work: VisitWork, isAsked: boolean): Promise<boolean> {
  const { chapter, clock, book, attempt, onActivity, note } = work;
  onActivity('verifying');
  const at = isoNow(clock);
  const arriving = await arrivingAt(work, () => 0);
  const progress = interrupted.get(book) ?? new CompareProgress();
  interrupted.set(book, progress);
  const sent = new SentPage(work);
  const found = await attempt.here(() =>
    verify(chapter.pouch, pagesOf(work), {
      clock: untilEnded(work),
      before: isAsked ? null : book.kept.standing,
      progress,
      moved: () => attempt.moved(),
      arrive: (documents) => arriving.take(documents),
      onSent: (documents) => {
        work.onCount('sending', documents.length);
        for (const { _id, _rev } of documents) sent.add({ id: _id, rev: _rev });
      },
    }),
  );
  interrupted.delete(book);
  const notThere = [...found.refused, ...found.lostHere.map((one) => ({ ...one, reason: 'unknown' as const }))];
  const notHere = found.notReceived.map((one) => ({ ...one, reason: 'unknown' as const }));
  const denied = withRefused(withRefused(book.kept.denied, notThere, 'sending', at), notHere, 'receiving', at);
  await attempt.here(() => book.update({ denied: [...denied], verifiedAt: at, hadTrouble: false, exchanges: 0, standing: found.standing }));
  await sent.requireThereWithoutCheckpoint();
  const repaired = found.sent + found.received;
  note(repaired > 0 ? { step: 'repaired', count: repaired } : { step: 'verified' });
  return found.received > 0;
}

/** The peer as verification asks it: a request that fails is asked again there, and is not the end of the attempt. */
function pagesOf({ database, attempt }: VisitWork): RemotePages {
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    const ended = (): Error => new Error('The attempt has ended.');
    if (attempt.signal.aborted) throw ended();
    return Promise.race([work(), attempt.ended]).catch((problem: unknown) => {
      throw attempt.signal.aborted ? ended() : problem;
    });
  };
  return {
    about: () => within(() => database.about()),
    leaves: (since, limit) => within(() => database.leaves(since, limit)),
    revsDiff: (revisions) => within(() => database.revsDiff(revisions)),
    bulkGet: (asked) => within(() => database.bulkGet(asked)),
    bulkDocs: (documents) => within(() => database.bulkDocs(documents)),
  };
}

/** Pauses end with the attempt. */
function untilEnded({ clock, attempt }: VisitWork): SyncClock {
  return {
    now: () => clock.now(),
    after: (ms, call) => {
      const once = (): void => {
        stop();
        call();
      };
      const end = clock.after(ms, once);
      const stop = (): void => {
        end();
        attempt.signal.removeEventListener('abort', once);
      };
      attempt.signal.addEventListener('abort', once);
      return stop;
    },
  };
}
