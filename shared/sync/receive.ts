import { Arriving } from './arriving.ts';
import { isoNow } from './clock.ts';
import { sourceThere, targetHere } from './receiving-side.ts';
import { checkpointsBehind } from './pull/checkpoints-behind.ts';
import { isFirstPull, PAGES_AHEAD, readingAhead } from './pull/read-ahead.ts';
import { replicateOnce } from './replicating.ts';
import { listRefused, type VisitWork } from './visit-work.ts';
import { noteCompared, noteComparing } from './whole-comparison.ts';

/** Changes a page when looking how much would vanish. */
const AHEAD_PAGE = 2_000;

/** Receives what is not here. Rejects with {@link GuardStopped} before too much would vanish. */
export async function receive(work: VisitWork): Promise<void> {
  const { chapter, clock, book, pace, attempt, database, onActivity } = work;
  onActivity('receiving');
  let first: string | number | null = null;
  const arriving = await arrivingAt(work, () => first ?? 0);
  const there = sourceThere({
    database,
    attempt,
    pace,
    clock,
    onPage: (since) => {
      first ??= since;
      noteComparing(work, 'receiving', since);
    },
    onMissing: (missing) => listRefused(work, 'receiving', missing.map((one) => ({ ...one, reason: 'unknown' }))),
  });
  const target = targetHere({ pouch: chapter.pouch, attempt, arrive: (documents) => arriving.take(documents) });
  const { doc_count: here } = await attempt.here(() => chapter.pouch.info());
  const source = readingAhead(there, { isFirst: isFirstPull(here, book.kept.peerSequence), revsDiff: (revisions) => target.revsDiff(revisions), pace, clock });
  const behind = checkpointsBehind(source, target);
  await replicateOnce(behind.source, behind.target, attempt, book.kept.comparing?.receiving === 'wanted', PAGES_AHEAD);
  await behind.written();
  await attempt.here(() => book.update({ allowed: null, isOurs: true, ...noteCompared(book.kept, 'receiving', isoNow(clock)) }));
}

/** Takes what arrives in this visit; `since`: the peer's sequence from which on it has not been seen yet. */
export async function arrivingAt(work: VisitWork, since: () => string | number): Promise<Arriving> {
  const { chapter, book, attempt, onCount } = work;
  const { doc_count: here } = await attempt.here(() => chapter.pouch.info());
  return new Arriving({
    pouch: chapter.pouch,
    chapter: chapter.id,
    here,
    mayVanish: book.kept.allowed === 'mass-deletion',
    deletedAhead: () => deletedSince(work, since()),
    onRefused: (refused) => listRefused(work, 'receiving', refused),
    onReceived: (documents) => onCount('receiving', documents.length),
  });
}

/** Ids that are deleted at the peer by what it has after that sequence. */
async function deletedSince({ attempt, database }: VisitWork, since: string | number): Promise<readonly string[]> {
  const deleted: string[] = [];
  for (let from = since; ; ) {
    const { rows, last } = await attempt.ask(() => database.winners(from, AHEAD_PAGE));
    for (const row of rows) if (row.deleted) deleted.push(row.id);
    if (rows.length < AHEAD_PAGE) return deleted;
    from = last;
  }
}
