import { now } from 'rxdb';
import type { BulkWriteRow, PreparedQuery, RxDocumentData, RxDocumentMeta, RxStorageQueryResult, RxStorageWriteError } from 'rxdb';
import { bulkInsertToState, removeDocFromState, type RxStorageInstanceMemory } from 'rxdb/plugins/storage-memory';
import type { Keeping, KeptDocument, RxBookkeeping } from './keeping.ts';
import type { StoredDocument } from './pouch.ts';
import { QuickQuery } from './quick-query.ts';

/** What is known of a document beside what RxDB holds: PouchDB's revision and what is needed to write the next. */
export interface Known<B> {
  readonly rev: string;
  readonly backing: B;
}

/** A document that was opened before, at a revision of PouchDB's: what a snapshot holds of it. */
export interface OpenedAtRevision<B> {
  readonly id: string;
  readonly rev: string;
  readonly fields: Record<string, unknown>;
  readonly backing: B;
}

/** Rows that are sorted into the indexes together; the screen waits meanwhile. */
const AT_ONCE = 8_000;
const ARRIVED = 'convoca-refresh';
const NO_ATTACHMENTS = Object.freeze({});

/**
 * The documents of one collection in RxDB's memory storage, each with its revision in PouchDB. Several instances that
 * are open on the same collection share one. Nothing here writes to PouchDB.
 */
export class RecordMemory<R, B> {
  readonly rx: RxStorageInstanceMemory<R>;
  readonly keeping: Keeping<B>;
  readonly primary: string;
  /** Ids whose stored document, or a part of it, could not be opened with the keys that are here. */
  readonly unopened = new Set<string>();
  /** Rows that came in while the collection is being filled; null at other times. */
  #unsorted: BulkWriteRow<R>[] | null = null;
  readonly #known = new Map<string, Known<B>>();
  readonly #quick = new QuickQuery<R>();

  constructor(rx: RxStorageInstanceMemory<R>, keeping: Keeping<B>) {
    this.rx = rx;
    this.keeping = keeping;
    this.primary = rx.primaryPath;
  }

  /** The documents in memory by id, deleted ones included. The memory storage writes lazily, so it is asked to end that. */
  documents(): ReadonlyMap<string, RxDocumentData<R>> {
    this.#sortIn();
    this.rx.ensurePersistence();
    return this.rx.internals.documents;
  }

  /** What RxDB's memory storage would answer. */
  query(prepared: PreparedQuery<R>): Promise<RxStorageQueryResult<R>> {
    const found = this.#quick.answer(this.documents(), this.rx.schema, prepared);
    return found ? Promise.resolve({ documents: found }) : this.rx.query(prepared);
  }

  /** Takes rows that PouchDB has; resolves with those that were written without knowing the newest state. */
  async write(rows: BulkWriteRow<R>[], context: string): Promise<RxStorageWriteError<R>[]> {
    this.#quick.forget();
    return (await this.rx.bulkWrite(rows, context)).error;
  }

  known(id: string): Known<B> | undefined {
    return this.#known.get(id);
  }

  /** Notes the revision that a document has in PouchDB now. */
  note(id: string, rev: string, backing: B): void {
    this.#known.set(id, { rev, backing: this.keeping.shared(backing) });
    if (this.keeping.isPartlyClosed(backing)) this.unopened.add(id);
    else this.unopened.delete(id);
  }

  idOf(document: object): string {
    return String((document as Record<string, unknown>)[this.primary]);
  }

  /** A document's own fields: nothing of RxDB's, and not the id, which PouchDB has in the clear. */
  fieldsOf(document: object): Record<string, unknown> {
    const { _deleted, _rev, _meta, _attachments, [this.primary]: _id, ...fields } = document as Record<string, unknown>;
    return fields;
  }

  /**
   * Brings stored documents into memory; what is there already in that revision is left alone unless `again`. Resolves
   * with the ids whose tombstone is not to be obeyed: they live on in memory and must be written again.
   */
  async takeIn(stored: readonly StoredDocument[], again = false): Promise<readonly string[]> {
    const documents = this.documents();
    const meta = { lwt: now() };
    const rows: BulkWriteRow<R>[] = [];
    const disobeyed: string[] = [];
    for (const one of stored) {
      const id = this.keeping.idOf(one._id);
      if (!again && this.#known.get(id)?.rev === one._rev) continue;
      const previous = documents.get(id);
      const genuine = !one._deleted || this.keeping.isGenuineTombstone(id, one);
      const row = one._deleted ? this.#gone(id, one, previous, genuine, meta) : this.#arrived(id, one, previous, meta);
      if (row) rows.push(row);
      if (!genuine && previous && !previous._deleted) disobeyed.push(id);
    }
    await this.#put(rows);
    return disobeyed;
  }

  /**
   * Puts documents that were opened before into memory, at once and without a look at PouchDB. One that is there already
   * is replaced. The records' `fields` are the memory's from then on.
   */
  async adopt(records: readonly OpenedAtRevision<B>[]): Promise<void> {
    const meta = { lwt: now() };
    const rows: BulkWriteRow<R>[] = [];
    for (const { id, rev, fields, backing } of records) {
      const previous = this.#known.has(id) ? this.documents().get(id) : undefined;
      this.note(id, rev, backing);
      // The fields are nobody else's: they become the document, rather than twenty thousand copies of them.
      const document = Object.assign(fields, { [this.primary]: id }, this.#bookkeeping(rev, previous, meta)) as unknown as RxDocumentData<R>;
      rows.push(previous ? { previous, document } : { document });
    }
    await this.#put(rows);
  }

  /** Until {@link RecordMemory.tell} nobody has asked the collection anything, so nobody is told what comes in. */
  hush(): void {
    this.#unsorted ??= [];
  }

  /** Forgets everything, while nobody has asked for anything. */
  empty(): void {
    if (this.#unsorted === null) throw new Error('Others know of these records.');
    this.#unsorted = [];
    this.#known.clear();
    this.unopened.clear();
    this.#quick.forget();
    this.rx.internals.documents.clear();
    for (const index of this.rx.internals.byIndexArray) index.docsWithIndex = [];
  }

  /** From now on what comes in is told to those who follow the collection. */
  tell(): void {
    this.#sortIn();
    this.#unsorted = null;
  }

  /** Those of these documents that are here and not deleted, as {@link adopt} takes them. */
  held(ids: readonly string[]): readonly OpenedAtRevision<B>[] {
    const documents = this.documents();
    return ids.flatMap((id) => {
      const document = documents.get(id);
      const known = this.#known.get(id);
      if (!document || !known || document._deleted) return [];
      return [{ id, rev: known.rev, fields: this.fieldsOf(document), backing: known.backing }];
    });
  }

  /** Ids of documents that were deleted at least so long ago, in ms. */
  deletedBefore(minimumDeletedTime: number): readonly string[] {
    const latest = now() - minimumDeletedTime;
    return [...this.documents()].filter(([, document]) => document._deleted && document._meta.lwt <= latest).map(([id]) => id);
  }

  /** Forgets documents; `wholly` forgets their revisions too, which only those may that PouchDB has no more. */
  forget(ids: readonly string[], wholly: boolean): void {
    const documents = this.documents();
    this.#quick.forget();
    for (const id of ids) {
      const document = documents.get(id);
      if (document) removeDocFromState(this.primary, this.rx.schema, this.rx.internals, document);
      if (wholly) this.#known.delete(id);
    }
  }

  /** Forgets everything. The memory storage keeps what is only closed, so it is told to remove. */
  async end(): Promise<void> {
    this.#known.clear();
    this.unopened.clear();
    await this.rx.remove();
  }

  async #put(rows: BulkWriteRow<R>[]): Promise<void> {
    if (rows.length === 0) return;
    if (!this.#unsorted) {
      await this.write(rows, ARRIVED);
      return;
    }
    const { internals, schema } = this.rx;
    for (const { previous } of rows) if (previous) removeDocFromState(this.primary, schema, internals, previous);
    for (const row of rows) this.#unsorted.push(row);
    if (this.#unsorted.length >= AT_ONCE) this.#sortIn();
  }

  /** Sorts what came in into the indexes: many at once take far less time than few and few. */
  #sortIn(): void {
    if (!this.#unsorted || this.#unsorted.length === 0) return;
    const rows = this.#unsorted;
    this.#unsorted = [];
    this.#quick.forget();
    const { internals } = this.rx;
    bulkInsertToState<R>(this.primary, internals, internals.byIndexArray, rows);
  }

  #arrived(id: string, stored: StoredDocument, previous: RxDocumentData<R> | undefined, meta: RxDocumentMeta): BulkWriteRow<R> | null {
    const opened = this.keeping.read(id, stored);
    if (!opened) {
      this.unopened.add(id);
      return null;
    }
    this.note(id, stored._rev, opened.backing);
    return this.#row(id, stored._rev, opened, previous, meta);
  }

  #gone(
    id: string,
    stored: StoredDocument,
    previous: RxDocumentData<R> | undefined,
    genuine: boolean,
    meta: RxDocumentMeta,
  ): BulkWriteRow<R> | null {
    const backing = this.#known.get(id)?.backing;
    // The next revision, if there is to be one, is written upon the tombstone.
    if (backing !== undefined) this.note(id, stored._rev, backing);
    // A deletion that nobody of the chapter made is not obeyed (design §5).
    if (!genuine || !previous || previous._deleted) return null;
    this.unopened.delete(id);
    return { previous, document: { ...previous, ...this.#bookkeeping(stored._rev, previous, meta), _deleted: true } };
  }

  #row(id: string, rev: string, kept: KeptDocument<B>, previous: RxDocumentData<R> | undefined, meta: RxDocumentMeta): BulkWriteRow<R> {
    const bookkeeping = this.#bookkeeping(rev, previous, meta, kept.rx);
    const document = { ...kept.fields, [this.primary]: id, ...bookkeeping } as unknown as RxDocumentData<R>;
    return previous ? { previous, document } : { document };
  }

  #bookkeeping(rev: string, previous: RxDocumentData<R> | undefined, meta: RxDocumentMeta, stored?: RxBookkeeping): Bookkeeping {
    const memoryHeight = previous ? heightOf(previous._rev) : 0;
    // RxDB's document cache ignores a state whose height is not above the one it holds.
    const fits = stored !== undefined && heightOf(stored._rev) > memoryHeight;
    return {
      _deleted: stored?._deleted ?? false,
      _rev: fits ? stored._rev : rxRevision(Math.max(heightOf(rev), memoryHeight + 1)),
      // A remote time would fall behind local checkpoints, so what arrives while others listen is new now.
      _meta: fits && !previous ? stored._meta : stored ? { ...stored._meta, ...meta } : meta,
      _attachments: NO_ATTACHMENTS,
    };
  }
}

type Bookkeeping = RxBookkeeping & { readonly _meta: RxDocumentMeta; readonly _attachments: object };

function heightOf(revision: string): number {
  return Number.parseInt(revision, 10);
}

/** RxDB's revisions by height: most of the thousands of documents have one of the first few, and share its text. */
const rxRevisions: string[] = [];

function rxRevision(height: number): string {
  return (rxRevisions[height] ??= `${height}-pouch`);
}
