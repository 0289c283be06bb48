import { Turns } from '../../shared/store/turns.ts';
import { badRequest, conflict, missing, storageProblem } from './couch-error.ts';
import { treeOf, type LevelPouch } from './leveldb.ts';
import { leavesOf, revisionsMember, type Leaf, type RevisionTree } from './revision-tree.ts';
import { readSequence, sequenceText } from './sequence.ts';
import type { Json } from './validation.ts';

/** One changed document, as `_changes` names it. */
export interface Change {
  readonly seq: number;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?: Json;
}
export interface ChangesPage {
  readonly since: number;
  readonly limit: number;
  readonly allLeaves: boolean;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
  readonly docIds: readonly string[] | null;
  readonly selector: Json | null;
  readonly descending: boolean;
}

/**
 * One database of the hub. Reading a revision, reading changes and writing take turns: PouchDB reads a document in two
 * steps, and a write between them would leave it without the revision it is looking for.
 */
export class HubDatabase {
  readonly name: string;
  readonly #pouch: LevelPouch;
  readonly #instance: string;
  readonly #turns = new Turns();
  readonly #waiting = new Set<() => void>();
  readonly #gone = new AbortController();
  #updateSeq: number;

  private constructor(name: string, pouch: LevelPouch, instance: string, updateSeq: number) {
    this.name = name;
    this.#pouch = pouch;
    this.#instance = instance;
    this.#updateSeq = updateSeq;
  }

  /** Takes an opened PouchDB over. */
  static async over(name: string, pouch: LevelPouch): Promise<HubDatabase> {
    const { update_seq } = await pouch.info();
    const instance = (await pouch.id()).replaceAll('-', '');
    return new HubDatabase(name, pouch, instance, Number(update_seq));
  }

  /** Aborted when the database is deleted, so that nobody waits for changes of what is no more. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Made with the database and gone with it: a database of the same name that was made anew has another. */
  get instance(): string {
    return this.#instance;
  }

  get updateSeq(): number {
    return this.#updateSeq;
  }

  /** A sequence as clients see it: number and this database's own mark, so that one of a predecessor is known as such. */
  sequence(seq: number): string {
    return sequenceText(seq, this.#instance);
  }

  /** The number in a client's sequence; 0 when it was another database's. Throws 400 when it is none at all. */
  since(text: string): number {
    if (text === 'now') return this.#updateSeq;
    const seq = readSequence(text, this.#instance);
    if (seq === null) throw badRequest("Malformed sequence supplied in 'since' parameter.");
    return seq;
  }

  /** How many documents there are that are not deleted. */
  async count(): Promise<number> {
    return (await this.#pouch.info()).doc_count;
  }

  /** Runs work that must not be interrupted by a write. */
  inTurn<T>(work: (inside: Inside) => Promise<T>): Promise<T> {
    return this.#turns.take(() => work(this.#inside));
  }

  readonly #inside: Inside = {
    tree: (id) => treeOf(this.#pouch, id),
    revision: async (id, leaf, rev, withHistory) => {
      const document: Json = await this.#pouch.get(id, { rev });
      return withHistory ? { ...document, _revisions: revisionsMember(leaf, rev) } : document;
    },
    store: async (documents) => {
      try {
        // PouchDB changes what it is given, and answers replicated documents only where it failed.
        const failed: unknown = await this.#pouch.bulkDocs(documents.map((d) => ({ ...d })), { new_edits: false });
        if (Array.isArray(failed) && failed.length > 0) throw new Error('a checked document was not stored');
      } catch (problem) {
        throw storageProblem(problem);
      }
      this.#updateSeq = Number((await this.#pouch.info()).update_seq);
      for (const wake of [...this.#waiting]) wake();
    },
  };

  /** One page of changes after a sequence; `last` is where the next page begins. */
  changes(page: ChangesPage): Promise<{ rows: readonly Change[]; last: number }> {
    return this.#turns.take(async () => {
      const found = await this.#pouch.changes({
        since: page.since,
        limit: page.limit,
        style: page.allLeaves ? 'all_docs' : 'main_only',
        include_docs: page.includeDocs,
        conflicts: page.conflicts,
        descending: page.descending,
        ...(page.docIds === null ? {} : { doc_ids: [...page.docIds] }),
        ...(page.selector === null ? {} : { selector: page.selector }),
      });
      const rows = found.results.map((row) => {
        const change = { seq: Number(row.seq), id: row.id, changes: row.changes };
        return { ...change, ...(row.deleted ? { deleted: true } : {}), ...(page.includeDocs && row.doc ? { doc: row.doc } : {}) };
      });
      // Rows that were skipped for their id are behind us, too, once the page was not cut off by its limit.
      const last = rows.length < page.limit ? this.#updateSeq : (rows.at(-1)?.seq ?? page.since);
      return { rows, last: Math.max(page.since, last) };
    });
  }

  /** Resolves when something was written after `seq`, when the time (ms) is over or when the signal says stop. */
  async waitBeyond(seq: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.#updateSeq > seq || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  /** PouchDB's own range read, for `_all_docs`. */
  allDocs(options: PouchDB.Core.AllDocsWithinRangeOptions | PouchDB.Core.AllDocsWithKeysOptions): Promise<AllDocsAnswer> {
    return this.#turns.take(async () => (await this.#pouch.allDocs(options as PouchDB.Core.AllDocsOptions)) as AllDocsAnswer);
  }

  /** A local document (a checkpoint), or null. `id` with its `_local/` in front. */
  async local(id: string): Promise<Json | null> {
    return this.#pouch.get(id).catch((problem: unknown) => {
      if (statusOf(problem) === 404) return null;
      throw problem;
    });
  }

  /** Writes or (with `_deleted`) removes a local document; resolves with its new revision. Rejects with 409 or 404. */
  putLocal(document: LocalDocument): Promise<string> {
    return this.#turns.take(async () => {
      try {
        const { _deleted, ...rest } = document;
        const { _id, _rev = '' } = document;
        const stored = _deleted === true ? await this.#pouch.remove({ _id, _rev }) : await this.#pouch.put(rest);
        return stored.rev;
      } catch (problem) {
        if (statusOf(problem) === 409) throw conflict();
        if (statusOf(problem) === 404) throw missing();
        throw storageProblem(problem);
      }
    });
  }

  /** Drops superseded bodies; in a chapter's database that was done when they were superseded. */
  async compact(): Promise<void> {
    await this.#turns.take(() => this.#pouch.compact());
  }

  /** Closes the database when the work under way is done. */
  async close(): Promise<void> {
    await this.#turns.take(() => this.#pouch.close());
  }

  /** Deletes the database and its files. */
  async destroy(): Promise<void> {
    this.#gone.abort();
    await this.#turns.take(() => this.#pouch.destroy());
  }
}

/** What work that has the turn may do. */
export interface Inside {
  tree(id: string): Promise<RevisionTree | null>;
  /** The body of one revision of a leaf's history; rejects with PouchDB's 404 when that body was dropped. */
  revision(id: string, leaf: Leaf, rev: string, withHistory: boolean): Promise<Json>;
  /** Stores documents that were checked, with the revisions they bring. */
  store(documents: readonly Json[]): Promise<void>;
}

/** A checkpoint as it was checked; other members are the replicator's own. */
export type LocalDocument = Json & { _id: string; _rev?: string; _deleted?: boolean };

export interface AllDocsAnswer {
  readonly total_rows: number;
  readonly offset: number;
  readonly rows: readonly { id?: string; key: string; value?: { rev: string; deleted?: boolean }; doc?: Json | null; error?: string }[];
}

/** The leaves of a document, the winner first; empty when there is none. */
export async function leavesIn(inside: Inside, id: string): Promise<readonly Leaf[]> {
  const tree = await inside.tree(id);
  return tree === null ? [] : leavesOf(tree);
}

function statusOf(problem: unknown): number | null {
  return problem !== null && typeof problem === 'object' && 'status' in problem && typeof problem.status === 'number' ? problem.status : null;
}
