import { z } from 'zod';
import type { StoredDocument } from '../store/pouch.ts';
import { deniedReason, type Refusal } from './denied.ts';
import { SyncTrouble } from './problems.ts';

/** Document id → revisions of it. */
export type RevisionsOf = Readonly<Record<string, readonly string[]>>;

const revsDiff = z.record(z.string(), z.object({ missing: z.array(z.string()) }));

/**
 * What a peer says it lacks of these revisions (`_revs_diff`). Throws `damaged-answer` when it speaks of others: it is
 * then the answer to another question, and nothing may be concluded from it.
 */
export function readRevsDiff(asked: RevisionsOf, answer: unknown): Record<string, { readonly missing: string[] }> {
  const read = revsDiff.safeParse(answer);
  const fits = read.success && Object.entries(read.data).every(([id, { missing }]) => missing.every((rev) => asked[id]?.includes(rev)));
  if (!fits) throw new SyncTrouble('damaged-answer');
  return read.data;
}

const bulkGet = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      docs: z.array(z.object({ ok: z.looseObject({ _id: z.string(), _rev: z.string() }).optional(), error: z.looseObject({}).optional() })),
    }),
  ),
});

/** A revision of a record. */
export interface IdRev {
  readonly id: string;
  readonly rev: string;
}

/**
 * The documents of a `_bulk_get` answer, and what of the asked was not to be had. Throws `damaged-answer` when it says
 * nothing of one that was asked for: PouchDB would pass over it and never come back.
 */
export function readBulkGet(asked: readonly IdRev[], answer: unknown): { readonly documents: readonly StoredDocument[]; readonly missing: readonly IdRev[] } {
  const read = bulkGet.safeParse(answer);
  if (!read.success) throw new SyncTrouble('damaged-answer');
  const documents = new Map<string, StoredDocument>();
  const answered = new Map<string, number>();
  const failed: { readonly id: string; readonly rev: unknown }[] = [];
  for (const { id, docs } of read.data.results) {
    for (const { ok } of docs) {
      if (ok && ok._id !== id) throw new SyncTrouble('damaged-answer');
      if (ok) documents.set(`${id} ${ok._rev}`, ok);
    }
    if (docs.length > 0) answered.set(id, (answered.get(id) ?? 0) + 1);
    if (docs.length > 0 && !docs.some(({ ok }) => ok)) failed.push({ id, rev: docs[0]?.error?.['rev'] });
  }
  const wanted = new Map<string, number>();
  for (const { id } of asked) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  for (const [id, count] of wanted) if ((answered.get(id) ?? 0) < count) throw new SyncTrouble('damaged-answer');
  const isMissing = (one: IdRev): boolean => failed.some(({ id, rev }) => id === one.id && (rev === one.rev || typeof rev !== 'string'));
  const missing = asked.filter((one) => isMissing(one) && !documents.has(`${one.id} ${one.rev}`));
  return { documents: [...documents.values()].filter(({ _id }) => wanted.has(_id)), missing };
}

const bulkDocs = z.array(z.looseObject({ id: z.string().optional(), ok: z.boolean().optional(), error: z.string().optional(), reason: z.string().optional() }));

/** Rows of a `_bulk_docs` answer that are no refusal: the peer failed with these and may take them another time. */
export interface WriteRows {
  readonly refused: readonly Refusal[];
  readonly failed: readonly IdRev[];
}

/** What a peer did not take of these (new_edits=false: it answers only those). Throws `damaged-answer` for anything else. */
export function readBulkDocs(sent: readonly Pick<StoredDocument, '_id' | '_rev'>[], answer: unknown): WriteRows {
  const read = bulkDocs.safeParse(answer);
  if (!read.success) throw new SyncTrouble('damaged-answer');
  const refused: Refusal[] = [];
  const failed: IdRev[] = [];
  for (const { id, rev, error, reason } of read.data) {
    if (error === undefined) continue;
    const about = sent.filter((one) => one._id === id && (typeof rev !== 'string' || one._rev === rev));
    if (about.length === 0) throw new SyncTrouble('damaged-answer');
    for (const { _id, _rev } of about) {
      if (error === 'forbidden' || error === 'unauthorized') refused.push({ id: _id, rev: _rev, reason: deniedReason(error, reason) });
      else failed.push({ id: _id, rev: _rev });
    }
  }
  return { refused, failed };
}
