import type { RecordPouch, StoredDocument } from '../store/pouch.ts';
import { isoNow } from './clock.ts';
import { dueAgain, withoutRevisions, withRefused, type KeptDenied } from './denied.ts';
import { arrivingAt } from './receive.ts';
import { sendDocuments } from './sending.ts';
import { SentPage } from './sent-page.ts';
import { listRefused, type VisitWork } from './visit-work.ts';

/**
 * Tries again what was refused, `all` of it or what was not tried lately; PouchDB's checkpoints are past it and never
 * come back (anchors D7). What has been replaced by a newer revision leaves the list once that one is there, or listed.
 */
export async function tryRefusedAgain(work: VisitWork, all: boolean): Promise<void> {
  const { clock, book } = work;
  const { denied } = book.kept;
  const due = new Set(dueAgain(denied, clock.now(), all));
  const sent = new SentPage(work);
  for (const one of denied) {
    if (one.direction === 'receiving' && due.has(one)) await tryReceiving(work, one);
    if (one.direction === 'sending' && (await trySending(work, one, due.has(one)))) sent.add(one);
  }
  await sent.requireThereWithoutCheckpoint();
}

/** Resolves with whether it went through now. */
async function trySending(work: VisitWork, one: KeptDenied, isDue: boolean): Promise<boolean> {
  const { chapter, clock, book, attempt, database, onCount } = work;
  const leaves = await attempt.here(() => leavesOf(chapter.pouch, one.id));
  const document = leaves.find(({ _rev }) => _rev === one.rev);
  if (document ? !isDue : leaves.length > 0 && (await isStillLacking(work, one))) return false;
  const refused = document ? await attempt.ask(() => sendDocuments([document], (documents) => database.bulkDocs(documents))) : [];
  const wentThrough = document !== undefined && refused.length === 0;
  if (wentThrough) onCount('sending', 1);
  const { denied } = book.kept;
  const left = refused.length > 0 ? withRefused(denied, refused, 'sending', isoNow(clock)) : withoutRevisions(denied, [one]);
  await attempt.here(() => book.update({ denied: [...left] }));
  return wentThrough;
}

/** One that was replaced while it was sent is not there yet, and nothing up to it is safe; the newer one's history brings it. */
async function isStillLacking({ book, attempt, database }: VisitWork, { id, rev }: KeptDenied): Promise<boolean> {
  if (book.kept.denied.some((other) => other.direction === 'sending' && other.id === id && other.rev !== rev)) return false;
  const lacking = await attempt.ask(() => database.revsDiff({ [id]: [rev] }));
  return id in lacking;
}

async function tryReceiving(work: VisitWork, one: KeptDenied): Promise<void> {
  const { book, attempt, database } = work;
  const { documents } = await attempt.ask(() => database.bulkGet([{ id: one.id, rev: one.rev }]));
  const arriving = await arrivingAt(work, () => 0);
  const refused = await attempt.here(() => arriving.take(documents));
  if (documents.length === 0) await attempt.here(() => listRefused(work, 'receiving', [{ id: one.id, rev: one.rev, reason: 'unknown' }]));
  else if (refused.length === 0) await attempt.here(() => book.update({ denied: [...withoutRevisions(book.kept.denied, [one])] }));
}

/** A record's leaves here with their histories, deleted ones too; none for a record that is not here. */
export async function leavesOf(pouch: RecordPouch, id: string): Promise<readonly StoredDocument[]> {
  const none = (problem: unknown): never[] => {
    if ((problem as { status?: unknown }).status === 404) return [];
    throw problem;
  };
  const leaves = (await pouch.get(id, { open_revs: 'all', revs: true }).catch(none)) as readonly { readonly ok?: StoredDocument }[];
  return leaves.flatMap(({ ok }) => ok ?? []);
}
