import type { RecordPouch } from './pouch.ts';

/** One write to a database that has ended well. */
export interface WriteNotice {
  readonly changes: readonly { readonly id: string; readonly rev: string }[];
  /** True for revisions that came as they are from elsewhere: replication, a backup, an invitation. */
  readonly received: boolean;
}

type Listener = (notice: WriteNotice) => void;
type Callback = (problem: unknown, answers?: unknown) => void;
type BulkDocs = (request: unknown, options: object, callback: Callback) => Promise<unknown>;
interface Options {
  readonly new_edits?: boolean;
  /** Ours: that this write is told when it has ended. PouchDB copies what it is given, and knows nothing of this. */
  readonly followed?: true;
}
interface Written {
  readonly id?: string;
  readonly _id?: string;
  readonly rev?: string;
  readonly _rev?: string;
}

const listeners = new WeakMap<RecordPouch, Set<Listener>>();

/**
 * Tells every write to this database, PouchDB's own replication included, to those who follow it. PouchDB's live
 * `changes` would read each written record again inside the database, which costs as much as the write; and all
 * writes pass through this one object, since a second window is not let in.
 */
export function withWriteNotices(pouch: RecordPouch): RecordPouch {
  const followers = new Set<Listener>();
  listeners.set(pouch, followers);
  const bulkDocs = pouch.bulkDocs.bind(pouch) as unknown as BulkDocs;
  const noticed = (request: unknown, given?: unknown, last?: Callback): Promise<unknown> => {
    // PouchDB asks a database that is still being opened through this function again; one write is told once.
    if (last && isFollowed(given)) return bulkDocs(request, given, last);
    // A callback in their place has no members.
    const options: Options = { ...(given as object | null | undefined), followed: true };
    const callback = (typeof given === 'function' ? given : last) as Callback | undefined;
    const received = (options.new_edits ?? (request as { new_edits?: boolean }).new_edits) === false;
    const answer = new Promise<unknown>((resolve, reject) => {
      void bulkDocs(request, options, (problem, answers) => {
        if (problem) return reject(problem instanceof Error ? problem : new Error('A write failed.', { cause: problem }));
        resolve(answers);
        const written = (received ? documentsOf(request) : answers) as readonly Written[];
        // In a turn of its own: whoever wrote knows its answer before the notice of it comes.
        if (followers.size > 0) setTimeout(() => tell(followers, written, received));
      });
    });
    if (callback) answer.then((answers) => callback(null, answers), callback);
    return answer;
  };
  pouch.bulkDocs = noticed as unknown as RecordPouch['bulkDocs'];
  return pouch;
}

function isFollowed(options: unknown): options is Options {
  return typeof options === 'object' && options !== null && 'followed' in options;
}

function documentsOf(request: unknown): readonly Written[] {
  return Array.isArray(request) ? (request as Written[]) : (request as { docs: Written[] }).docs;
}

function tell(followers: ReadonlySet<Listener>, written: readonly Written[], received: boolean): void {
  const changes = written.flatMap((row) => {
    const id = row.id ?? row._id;
    const rev = row.rev ?? row._rev;
    return id === undefined || rev === undefined || id.startsWith('_local/') ? [] : [{ id, rev }];
  });
  if (changes.length === 0) return;
  for (const follower of followers) follower({ changes, received });
}

/** Calls `listener` after every write to this database; the answer ends it. The database is one of `openPouch`'s. */
export function onWrites(pouch: RecordPouch, listener: Listener): () => void {
  const followers = listeners.get(pouch);
  if (!followers) throw new Error('This database tells nothing of its writes.');
  followers.add(listener);
  return () => followers.delete(listener);
}
