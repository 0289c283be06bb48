import { z } from 'zod';
import type { StoredDocument } from '../../store/pouch.ts';
import type { IdRev, RevisionsOf, WriteRows } from '../answers.ts';
import { sequenceNumber } from '../peer-changed.ts';
import { SyncTrouble } from '../problems.ts';

/** A record's leaves at the peer: what it is there now, deleted and losing versions too. */
export interface LeavesOf {
  readonly id: string;
  readonly revs: readonly string[];
}

/** One page of a peer's changes. */
export interface LeavesPage {
  readonly rows: readonly LeavesOf[];
  /** Where the next page begins. */
  readonly last: string | number;
}

/** What verification asks of a peer; every call rejects with a {@link SyncTrouble}. A `PeerDatabase` answers all of it. */
export interface RemotePages {
  about(): Promise<{ readonly count: number; readonly updateSeq: string | number }>;
  /** The records that changed after a sequence with all their leaves, at most so many (`_changes?style=all_docs`). */
  leaves(since: string | number, limit: number): Promise<LeavesPage>;
  /** Which of these revisions it does not know, as leaf or as ancestor. */
  revsDiff(revisions: RevisionsOf): Promise<Readonly<Record<string, { readonly missing: readonly string[] }>>>;
  /** These revisions with their histories, and which it cannot give. */
  bulkGet(asked: readonly IdRev[]): Promise<{ readonly documents: readonly StoredDocument[]; readonly missing: readonly IdRev[] }>;
  /** Writes revisions as they are; answers what it did not take. */
  bulkDocs(documents: readonly StoredDocument[]): Promise<WriteRows>;
}

const answer = z.object({
  results: z.array(z.object({ id: z.string(), changes: z.array(z.object({ rev: z.string() })).min(1) })),
  last_seq: z.union([z.string(), z.number()]),
});

/**
 * Reads a page of `_changes?style=all_docs`. Throws `damaged-answer` for what is none, and for one that does not lead on
 * from `since`: an answer that came twice, or of another question. Design documents are the server's own.
 */
export function readLeaves(since: string | number, said: unknown): LeavesPage {
  const read = answer.safeParse(said);
  if (!read.success) throw new SyncTrouble('damaged-answer');
  const { results, last_seq: last } = read.data;
  if (results.length > 0 && sequenceNumber(last) <= sequenceNumber(since)) throw new SyncTrouble('damaged-answer');
  const rows = results.filter(({ id }) => !id.startsWith('_design/')).map(({ id, changes }) => ({ id, revs: changes.map(({ rev }) => rev) }));
  // A page may hold nothing but design documents: only where it ends says that there is no more.
  return { rows, last: results.length === 0 ? since : last };
}
