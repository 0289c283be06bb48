import type { RecordPouch, StoredDocument } from '../store/pouch.ts';
import type { IdRev } from './answers.ts';
import type { Attempt } from './attempt.ts';
import type { SyncClock } from './clock.ts';
import type { Refusal } from './denied.ts';
import type { Pace } from './pace.ts';
import type { PeerDatabase } from './peer-database.ts';
import { sendDocuments } from './sending.ts';
import type { Side } from './sides.ts';
import { timed } from './timed.ts';

/** This PC's database as the source of what is sent. */
export interface SourceHere {
  readonly pouch: RecordPouch;
  readonly attempt: Attempt;
  readonly pace: Pace;
  /** Told of the sequence from which changes are read, page by page. */
  readonly onPage: (since: number) => void;
  /** Revisions that the database names and cannot give; resolves when they are listed. */
  readonly onMissing: (missing: readonly IdRev[]) => Promise<void>;
  /** PouchDB writes a checkpoint at the peer first: here only when this has resolved, so that the page is begun anew otherwise. */
  readonly beforeCheckpoint: () => Promise<void>;
}

export function sourceHere({ pouch, attempt, pace, onPage, onMissing, beforeCheckpoint }: SourceHere): Side {
  return {
    isRemote: false,
    id: () => (pouch as unknown as { id(): Promise<string> }).id(),
    get: (id) => attempt.here(() => pouch.get(id)),
    put: async (checkpoint) => {
      await beforeCheckpoint();
      return attempt.here(() => pouch.put({ ...checkpoint }));
    },
    changes: (options) => {
      onPage(Number(options.since));
      const changes = pouch.changes({ ...options, limit: pace.size, batch_size: pace.size });
      changes.catch((problem: unknown) => attempt.here(() => Promise.reject(problem as Error)).catch(() => undefined));
      return changes;
    },
    revsDiff: () => Promise.reject(new Error('Nothing is written to the source.')),
    bulkGet: (asked) =>
      attempt.here(async () => {
        const { results } = (await pouch.bulkGet({ docs: [...asked], revs: true, ...{ latest: true } })) as unknown as BulkGetAnswer;
        const missing = results.flatMap(({ id, docs }) => docs.flatMap((one) => ('ok' in one ? [] : { id, rev: one.error?.rev ?? one.missing ?? '' })));
        if (missing.length > 0) await onMissing(missing);
        return results.flatMap(({ docs }) => docs.flatMap((one) => ('ok' in one ? one.ok : [])));
      }),
    bulkDocs: () => Promise.reject(new Error('Nothing is written to the source.')),
  };
}

interface BulkGetAnswer {
  readonly results: readonly {
    readonly id: string;
    readonly docs: readonly ({ readonly ok: StoredDocument } | { readonly missing?: string; readonly error?: { readonly rev?: string } })[];
  }[];
}

/** A peer as the target of what is sent. */
export interface TargetThere {
  readonly database: PeerDatabase;
  readonly attempt: Attempt;
  readonly pace: Pace;
  readonly clock: SyncClock;
  /** Which of these revisions the peer lacks. */
  readonly lacking: Side['revsDiff'];
  readonly onSent: (documents: readonly StoredDocument[]) => void;
  /** Resolves when the refused are listed, so that no checkpoint passes what is not. */
  readonly onRefused: (refused: readonly Refusal[]) => Promise<void>;
  /** What the peer has of a checkpoint, null for nothing; what it throws ends the sending. */
  readonly onCheckpointSeen: (id: string, lastSeq: number | null) => Promise<void>;
  /** The peer has taken a checkpoint. */
  readonly onCheckpoint: (id: string, lastSeq: number) => void;
}

export function targetThere({ database, attempt, pace, clock, lacking, onSent, onRefused, onCheckpointSeen, onCheckpoint }: TargetThere): Side {
  return {
    isRemote: true,
    id: () => Promise.resolve(database.id),
    get: async (id) => {
      const found = await attempt.ask(() => database.pouch.get<{ last_seq?: unknown }>(id)).catch(async (problem: unknown) => {
        if ((problem as { status?: unknown } | null)?.status === 404) await onCheckpointSeen(id, null);
        throw problem;
      });
      await onCheckpointSeen(id, Number(found.last_seq));
      return found;
    },
    put: async (checkpoint) => {
      const answer = await attempt.ask(() => database.pouch.put({ ...checkpoint }));
      onCheckpoint(checkpoint._id, Number(checkpoint.last_seq));
      return answer;
    },
    changes: () => {
      throw new Error('Nothing is read of the target.');
    },
    // What came from the peer just now is asked about, too: it may have been put back to an older copy since.
    revsDiff: lacking,
    bulkGet: () => Promise.reject(new Error('Nothing is read of the target.')),
    bulkDocs: async (documents) => {
      const write = (some: readonly StoredDocument[]): ReturnType<PeerDatabase['bulkDocs']> => timed(pace, clock, some.length, () => database.bulkDocs(some));
      const refused = await attempt.ask(() => sendDocuments(documents, write));
      if (refused.length > 0) await attempt.here(() => onRefused(refused));
      const ids = new Set(refused.map(({ id, rev }) => `${id} ${rev}`));
      onSent(documents.filter(({ _id, _rev }) => !ids.has(`${_id} ${_rev}`)));
      return [...new Set(refused.map(({ id }) => id))];
    },
  };
}
