import type { RecordPouch, StoredDocument } from '../store/pouch.ts';
import type { IdRev } from './answers.ts';

/** PouchDB's bookkeeping of what runs, which nobody looks at here. */
const NO_TASKS = { add: () => '', get: () => undefined, update: () => undefined, remove: () => undefined };
const NOTHING = (): void => undefined;

type Changes = PouchDB.Core.Changes<Record<string, unknown>>;
type LocalDocument = { readonly _id: string; readonly _rev?: string; readonly last_seq?: unknown };

/**
 * What PouchDB's replication asks of a database, and no more: either end of a replication is one of these, so that what
 * is asked and written can be watched, checked and ended.
 */
export interface Side {
  readonly isRemote: boolean;
  /** What the names of checkpoints are made of; it never changes. */
  id(): Promise<string>;
  get(id: string): Promise<LocalDocument>;
  put(checkpoint: LocalDocument): Promise<unknown>;
  /** Changes after `since`, one page of them. */
  changes(options: { readonly since: string | number } & Record<string, unknown>): Changes;
  revsDiff(revisions: Readonly<Record<string, readonly string[]>>): Promise<Readonly<Record<string, { readonly missing: string[] }>>>;
  bulkGet(asked: readonly IdRev[]): Promise<readonly StoredDocument[]>;
  /** Resolves with the ids of documents that were not taken and are listed as such. */
  bulkDocs(documents: readonly StoredDocument[]): Promise<readonly string[]>;
}

/** A side in the form that PouchDB takes for a database. */
export function asPouch(side: Side): RecordPouch {
  const database = {
    _remote: side.isRemote,
    activeTasks: NO_TASKS,
    once: NOTHING,
    removeListener: NOTHING,
    id: () => side.id(),
    // Asked for a progress display only, and with each batch.
    info: () => Promise.resolve({ db_name: 'chapter', update_seq: 0, doc_count: 0 }),
    get: (id: string) => side.get(id),
    put: (document: LocalDocument) => side.put(document),
    changes: (options: { since: string | number }) => side.changes(options),
    revsDiff: (revisions: Record<string, string[]>) => side.revsDiff(revisions),
    bulkGet: async ({ docs }: { docs: readonly IdRev[] }) => ({ results: (await side.bulkGet(docs)).map((ok) => ({ id: ok._id, docs: [{ ok }] })) }),
    // To PouchDB a listed refusal is one that it may go past.
    bulkDocs: async ({ docs }: { docs: readonly StoredDocument[] }) =>
      (await side.bulkDocs(docs)).map((id) => ({ id, error: true, name: 'forbidden', status: 403, message: 'listed' })),
  };
  return database as unknown as RecordPouch;
}
