import { z } from 'zod';
import { envelope, sealedPart } from '../../shared/store/envelope.ts';
import { CHAPTER_DATABASE } from './rights.ts';

export type Json = Record<string, unknown>;

/** Revisions as PouchDB and CouchDB make them. */
export const REVISION = /^[1-9][0-9]{0,6}-[0-9a-f]{32}$/;
export const MOST_REVISIONS = 1000;
const MOST_BYTES = 1024 * 1024;
const LONGEST_ID = 512;
const RECORD_ID = /^[a-z]+:[a-z0-9]{16,64}$/;
const OWN_MEMBERS = new Set(['_id', '_rev', '_revisions', '_deleted']);

const revisions = z.strictObject({
  start: z.number().int().min(1).max(9_999_999),
  ids: z.array(z.string().regex(/^[0-9a-f]{32}$/)).min(1).max(MOST_REVISIONS),
});

/**
 * A deleted record carries no content: at most whose it was, why it is gone, its MAC under the chapter key (design §5),
 * and, sealed, what its writer had seen.
 */
const emptied = z.strictObject({
  chapter: z.string().optional(),
  schema: z.number().int().positive().optional(),
  kind: z.enum(['merged', 'erased']).optional(),
  mac: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/).optional(),
  seen: sealedPart.optional(),
});

/**
 * Why a document may not be stored in a database, or null when it may. Everything is checked here, because PouchDB
 * trusts what it is given and fails as a whole on one odd revision. `replicated`: it brings its own revision (new_edits=false).
 */
export function refusal(database: string, document: Json, replicated: boolean): string | null {
  return oddMember(document, replicated) ?? (CHAPTER_DATABASE.test(database) ? oddEnvelope(database, document) : null);
}

function oddMember(document: Json, replicated: boolean): string | null {
  const { _id: id, _rev: rev, _revisions: history, _deleted: deleted } = document;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return 'Document id must be a short text.';
  if (id.startsWith('_')) return 'Only documents without an underscore in front are kept here.';
  const odd = Object.keys(document).find((key) => key.startsWith('_') && !OWN_MEMBERS.has(key));
  if (odd !== undefined) return 'This document has a special member that is not kept here.';
  if (rev !== undefined && !(typeof rev === 'string' && REVISION.test(rev))) return 'Invalid rev format';
  if (deleted !== undefined && typeof deleted !== 'boolean') return 'Bad special document member: _deleted';
  if (replicated && rev === undefined && history === undefined) return 'A revision is missing.';
  if (history !== undefined && !isHistory(history, rev)) return 'Bad special document member: _revisions';
  if (Buffer.byteLength(JSON.stringify(document)) > MOST_BYTES) return 'The document is too large.';
  return null;
}

function isHistory(history: unknown, rev: unknown): boolean {
  const read = revisions.safeParse(history);
  if (!read.success || read.data.start < read.data.ids.length) return false;
  return rev === undefined || rev === `${read.data.start}-${read.data.ids[0]}`;
}

/** Nothing but the sealed envelope may lie in a chapter's database, so that no name is ever stored in the clear. */
function oddEnvelope(database: string, document: Json): string | null {
  if (!RECORD_ID.test(String(document._id))) return 'The id is not one of a record.';
  const fields = Object.fromEntries(Object.entries(document).filter(([key]) => !OWN_MEMBERS.has(key)));
  const read = (document._deleted === true ? emptied : envelope).safeParse(fields);
  if (!read.success) return 'The record is not sealed as it must be.';
  const { chapter } = read.data;
  return chapter === undefined || `chapter-${chapter}` === database ? null : 'The record belongs to another chapter.';
}
