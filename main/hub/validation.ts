import { z } from 'zod';
import type { ErasedMarks } from '../../shared/sync/validation/parameters.ts';
import { rulesFor } from '../../shared/sync/validation/parameters.ts';
import { refusalOf, type RuleUser } from '../../shared/sync/validation/refusal.ts';
import { badRequest, CouchError, documentTooLarge } from './couch-error.ts';

export type Json = Record<string, unknown>;

/** Revisions as CouchDB takes them: a number, and what PouchDB and CouchDB make 32 hexadecimal digits of. */
export const REVISION = /^[1-9][0-9]{0,8}-[!#-+\--[\]-~]{1,64}$/;
const HASH = /^[!#-+\--[\]-~]{1,64}$/;
export const MOST_REVISIONS = 1000;
/** A longer history than is kept may be named, as CouchDB takes it; the oldest are not kept. */
const MOST_NAMED = 20_000;
/** CouchDB's own `max_document_size`. */
const MOST_BYTES = 8_000_000;
const LONGEST_ID = 7000;
/** Members with an underscore that say nothing of their own, and are dropped, as CouchDB drops them. */
const DROPPED = new Set(['_revs_info', '_conflicts', '_deleted_conflicts', '_local_seq']);
const KEPT = new Set(['_id', '_rev', '_revisions', '_deleted', '_attachments', '_replication_id', '_replication_state', '_replication_state_time', '_replication_state_reason', '_replication_stats']);

const revisions = z.strictObject({
  start: z.number().int().min(1).max(999_999_999),
  ids: z.array(z.string().regex(HASH)).min(1).max(MOST_NAMED),
});

/** Who writes into which database: what the common rule asks for. */
export interface Writing {
  readonly database: string;
  readonly user: RuleUser;
  readonly erased: ErasedMarks;
}

/**
 * The document without what CouchDB drops. Throws 400 or 413, as CouchDB does for the whole request, when it is none:
 * PouchDB trusts what it is given and fails on one odd revision. `replicated`: it brings its own revision (new_edits=false).
 */
export function wellFormed(given: Json, replicated: boolean): Json {
  const document = Object.fromEntries(Object.entries(given).filter(([key]) => !DROPPED.has(key)));
  const { _id: id, _rev: rev, _revisions: history, _deleted: deleted } = document;
  if (typeof id !== 'string') throw new CouchError(400, 'illegal_docid', 'Document id must be a string');
  checkId(id);
  const odd = Object.keys(document).find((key) => key.startsWith('_') && !KEPT.has(key));
  if (odd !== undefined) throw new CouchError(400, 'doc_validation', `Bad special document member: ${odd.slice(0, 80)}`);
  if (rev !== undefined && !(typeof rev === 'string' && REVISION.test(rev))) throw badRequest('Invalid rev format');
  if (deleted !== undefined && typeof deleted !== 'boolean') throw badRequest('Bad special document member: _deleted');
  if (replicated && rev === undefined && history === undefined) {
    throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions` specified');
  }
  const kept = history === undefined ? null : keptHistory(history);
  if (Buffer.byteLength(JSON.stringify(document)) > MOST_BYTES) throw documentTooLarge(id);
  return kept === null ? document : { ...document, _rev: `${kept.start}-${kept.ids[0]}`, _revisions: kept };
}

/** Throws 400 when a document cannot have this id. */
export function checkId(id: string): void {
  if (id === '') throw new CouchError(400, 'illegal_docid', 'Document id must not be empty');
  if (id.length > LONGEST_ID) throw new CouchError(400, 'illegal_docid', 'Document id is too long');
  const reserved = id.startsWith('_') && !(id.startsWith('_design/') && id.length > '_design/'.length);
  if (reserved) throw new CouchError(400, 'illegal_docid', 'Only reserved document ids may start with underscore.');
  if (/\p{Cs}/u.test(id)) throw new CouchError(400, 'illegal_docid', 'Document id must be valid Unicode');
}

/** Why a well-formed document may not be stored here, or null when it may: the rule that CouchDB runs, too. */
export function refusal({ database, user, erased }: Writing, document: Json): string | null {
  const rules = rulesFor(database, erased);
  if (rules === null) return '_attachments' in document ? 'Attachments are not kept here.' : null;
  return refusalOf(document, null, user, rules)?.text ?? null;
}

/** Where `_rev` says something else than the history, the history counts, as in CouchDB. */
function keptHistory(history: unknown): { start: number; ids: string[] } {
  const read = revisions.safeParse(history);
  if (!read.success || read.data.start < read.data.ids.length) throw new CouchError(400, 'doc_validation', 'Bad special document member: _revisions');
  return { start: read.data.start, ids: read.data.ids.slice(0, MOST_REVISIONS) };
}
