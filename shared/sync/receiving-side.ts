import type { RecordPouch, StoredDocument } from '../store/pouch.ts';
import type { IdRev, RevisionsOf } from './answers.ts';
import type { Attempt } from './attempt.ts';
import type { SyncClock } from './clock.ts';
import type { Pace } from './pace.ts';
import type { PeerDatabase } from './peer-database.ts';
import type { Side } from './sides.ts';
import { timed } from './timed.ts';
import { unknownHere } from './verification/leaves-here.ts';

/** A peer as the source of what is received. */
export interface SourceThere {
  readonly database: PeerDatabase;
  readonly attempt: Attempt;
  readonly pace: Pace;
  readonly clock: SyncClock;
  /** Told of the sequence from which changes are read, page by page. */
  readonly onPage: (since: string | number) => void;
  /** Revisions that the peer names and cannot give; resolves when they are listed. */
  readonly onMissing: (missing: readonly IdRev[]) => Promise<void>;
}

export function sourceThere({ database, attempt, pace, clock, onPage, onMissing }: SourceThere): Side {
  return {
    isRemote: true,
    id: () => Promise.resolve(database.id),
    get: (id) => attempt.ask(() => database.pouch.get(id)),
    put: (checkpoint) => attempt.ask(() => database.pouch.put({ ...checkpoint })),
    changes: (options) => {
      onPage(options.since);
      const changes = database.pouch.changes({ ...options, limit: pace.size, batch_size: pace.size });
      changes.catch((problem: unknown) => attempt.ask(() => Promise.reject(problem as Error)).catch(() => undefined));
      return changes;
    },
    revsDiff: () => Promise.reject(new Error('Nothing is written to the source.')),
    bulkGet: async (asked) => {
      const { documents, missing } = await attempt.ask(() => timed(pace, clock, asked.length, () => database.bulkGet(asked)));
      if (missing.length > 0) await attempt.here(() => onMissing(missing));
      return documents;
    },
    bulkDocs: () => Promise.reject(new Error('Nothing is written to the source.')),
  };
}

/** This PC's database as the target of what is received. */
export interface TargetHere {
  readonly pouch: RecordPouch;
  readonly attempt: Attempt;
  /** Checks, writes and resolves with the ids of what was not taken and is listed. */
  readonly arrive: (documents: readonly StoredDocument[]) => Promise<readonly string[]>;
}

export function targetHere({ pouch, attempt, arrive }: TargetHere): Side {
  return {
    isRemote: false,
    id: () => (pouch as unknown as { id(): Promise<string> }).id(),
    get: (id) => attempt.here(() => pouch.get(id)),
    put: (document) => attempt.here(() => pouch.put({ ...document })),
    changes: () => {
      throw new Error('Nothing is read of the target.');
    },
    revsDiff: (revisions) => attempt.here(() => revsDiffHere(pouch, revisions)),
    bulkGet: () => Promise.reject(new Error('Nothing is read of the target.')),
    bulkDocs: (documents) => attempt.here(() => arrive(documents)),
  };
}

/** Which of these revisions are not here. */
export async function revsDiffHere(pouch: RecordPouch, revisions: RevisionsOf): Promise<Record<string, { readonly missing: string[] }>> {
  const missing: Record<string, { readonly missing: string[] }> = {};
  for (const { id, rev } of await unknownHere(pouch, new Map(Object.entries(revisions)))) (missing[id] ??= { missing: [] }).missing.push(rev);
  return missing;
}
