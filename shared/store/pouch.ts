import PouchDB from 'pouchdb-core';
import { StoreProblem } from './chapter-types.ts';
import { hasRoom, mayWrite } from './disk-room.ts';
import { beginFreshLog, logIsFresh } from './fresh-log.ts';
import { withWriteNotices } from './write-notices.ts';
import { connectionsBack, diskIsFull, isConnectionLost, isEmptied } from './full-disk.ts';

/** A stored document as PouchDB hands it out; its own fields are read by {@link RecordCodec}. */
export type StoredDocument = { _id: string; _rev: string; _deleted?: boolean; _conflicts?: string[] } & Record<string, unknown>;
export type RecordPouch = PouchDB.Database<Record<string, unknown>>;

/**
 * Those of these documents that have a body. A database that lost rows hands out others as nothing, or as an object
 * without an id; that they are missing is told by their count (ADR 14).
 */
export function withBodies(documents: readonly unknown[]): StoredDocument[] {
  return documents.filter((one): one is StoredDocument => typeof (one as { _id?: unknown } | null | undefined)?._id === 'string');
}

/** One row of a `bulkDocs` answer, written or refused. */
export interface WriteAnswer {
  readonly id?: string;
  readonly ok?: boolean;
  readonly rev?: string;
  readonly error?: boolean | string;
  readonly status?: number;
  readonly name?: string;
  readonly message?: string;
  readonly reason?: string;
}

/**
 * Revisions that PouchDB remembers of a record. It writes all of them again at every save: at CouchDB's 1,000 a save of a
 * record that is changed all day takes three times as long. A peer that missed more than these sees two versions where
 * there was one; merging knows by the stamps that one is the older (design §4).
 */
export const REVISIONS = 100;

/**
 * Opens a local database; `prefix` keeps several PCs of a test apart in one process. Superseded bodies are dropped at
 * once, and equal contents get equal revisions (PouchDB's default), which merging relies on. Whatever writes to it is
 * told to those who follow it ({@link onWrites}).
 */
export function openPouch(name: string, adapter: string, prefix = ''): RecordPouch {
  if (adapter === 'idb') beginFreshLog();
  const pouch = new PouchDB<Record<string, unknown>>(name, { adapter, prefix, auto_compaction: true, revs_limit: REVISIONS });
  return withWriteNotices(pouch);
}

/**
 * Writes documents (with `new_edits: false` as they are, revisions included); a full disk becomes a {@link StoreProblem},
 * refused rows are left in the answer. What found no room is tried once more, over a connection that was opened anew:
 * the one before may have ended with an earlier full disk, and an aborted write has left nothing behind.
 */
export async function writeAll(
  pouch: RecordPouch,
  documents: readonly object[],
  options: { readonly new_edits?: boolean } = {},
): Promise<readonly WriteAnswer[]> {
  await connectionsBack();
  if (isEmptied()) throw new StoreProblem('records-missing');
  if (!(await mayWrite(JSON.stringify(documents).length))) throw new StoreProblem('storage-full');
  try {
    return await writeOnce(pouch, documents, options);
  } catch (problem) {
    const told = await asFullDisk(problem);
    if (!isStorageFull(told) || !isConnectionLost()) throw told;
  }
  await connectionsBack();
  return writeOnce(pouch, documents, options).catch(async (problem: unknown) => {
    throw await asFullDisk(problem);
  });
}

async function writeOnce(pouch: RecordPouch, documents: readonly object[], options: { readonly new_edits?: boolean }): Promise<readonly WriteAnswer[]> {
  await logIsFresh();
  const answers: readonly WriteAnswer[] = await pouch.bulkDocs(documents.map((document) => ({ ...document })), options);
  for (const answer of answers) if (isStorageFull(answer) || wentBad(answer)) throw answer as unknown;
  return answers;
}

/**
 * The problem of a full disk for what failed for want of room. Chromium does not always say so, least of all when it met
 * the full disk while it cleared up by itself and ended the connection: then the disk is looked at.
 */
async function asFullDisk(problem: unknown): Promise<unknown> {
  if (problem instanceof StoreProblem) return problem;
  const isFull = isStorageFull(problem) || ((wentBad(problem) || isConnectionLost()) && !(await hasRoom()));
  return isFull ? new StoreProblem('storage-full', { cause: problem }) : problem;
}

/** PouchDB tells no more than this of a transaction that the browser aborted; whether for want of room is known here. */
const WENT_BAD = /indexed_db_went_bad|UnknownError/;

/** True when the browser or the disk refused a write for want of room, however PouchDB wrapped it. */
export function isStorageFull(problem: unknown): boolean {
  if (problem instanceof StoreProblem) return problem.code === 'storage-full';
  return textsOf(problem).some((text) => /quota|ENOSPC|no.?space/i.test(text)) || (diskIsFull() && wentBad(problem));
}

function wentBad(problem: unknown): boolean {
  return textsOf(problem).some((text) => WENT_BAD.test(text));
}

function textsOf(problem: unknown): readonly string[] {
  if (problem === null || typeof problem !== 'object') return [];
  const { name, message, reason, code } = problem as { name?: unknown; message?: unknown; reason?: unknown; code?: unknown };
  return [name, message, reason, code].filter((text) => typeof text === 'string');
}
