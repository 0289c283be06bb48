import type { RecordPouch, StoredDocument } from '../store/pouch.ts';
import { isoNow } from './clock.ts';
import { dueAgain, withoutRevisions, withRefused, type KeptDenied } from './denied.ts';
import { arrivingAt } from './receive.ts';
import { sendDocuments } from './sending.ts';
import { listRefused, type VisitWork } from './visit-work.ts';

/**
 * Tries again what was refused, `all` of it or what was not tried lately; PouchDB's checkpoints are past it and never
 * come back (anchors D7). What has been replaced by a newer revision meanwhile leaves the list: that one is sent by itself.
 */
export async function tryRefusedAgain(work: VisitWork, all: boolean): Promise<void> {
  const { clock, book } = work;
  const { denied } = book.kept;
  const due = new Set(dueAgain(denied, clock.now(), all));
  for (const one of denied) {
    if (one.direction === 'sending') await trySending(work, one, due.has(one));
    else if (due.has(one)) await tryReceiving(work, one);
  }
}

async function trySending(work: VisitWork, one: KeptDenied, isDue: boolean): Promise<void> {
  const { chapter, clock, book, attempt, database, onCount } = work;
  const document = await attempt.here(() => leafHere(chapter.pouch, one.id, one.rev));
  if (document && !isDue) return;
  const refused = document ? await attempt.ask(() => sendDocuments([document], (documents) => database.bulkDocs(documents))) : [];
  if (document && refused.length === 0) onCount('sending', 1);
  const { denied } = book.kept;
  const left = refused.length > 0 ? withRefused(denied, refused, 'sending', isoNow(clock)) : withoutRevisions(denied, [one]);
  await attempt.here(() => book.update({ denied: [...left] }));
}

async function tryReceiving(work: VisitWork, one: KeptDenied): Promise<void> {
  const { book, attempt, database } = work;
  const { documents } = await attempt.ask(() => database.bulkGet([{ id: one.id, rev: one.rev }]));
  const arriving = await arrivingAt(work, () => 0);
  const refused = await attempt.here(() => arriving.take(documents));
  if (documents.length === 0) await attempt.here(() => listRefused(work, 'receiving', [{ id: one.id, rev: one.rev, reason: 'unknown' }]));
  else if (refused.length === 0) await attempt.here(() => book.update({ denied: [...withoutRevisions(book.kept.denied, [one])] }));
}

/** The revision with its history while it is still a leaf here; null once it is replaced. */
export async function leafHere(pouch: RecordPouch, id: string, rev: string): Promise<StoredDocument | null> {
  const none = (problem: unknown): never[] => {
    if ((problem as { status?: unknown }).status === 404) return [];
    throw problem;
  };
  const leaves = (await pouch.get(id, { open_revs: 'all', revs: true }).catch(none)) as readonly { readonly ok?: StoredDocument }[];
  return leaves.flatMap(({ ok }) => (ok?._rev === rev ? ok : []))[0] ?? null;
}
