import { getPrimaryFieldOfPrimaryKey, now } from 'rxdb';
import type {
  BulkWriteRow,
  EventBulk,
  PreparedQuery,
  RxDocumentData,
  RxJsonSchema,
  RxStorageBulkWriteResponse,
  RxStorageChangeEvent,
  RxStorageCountResult,
  RxStorageDefaultCheckpoint,
  RxStorageInstance,
  RxStorageQueryResult,
  RxStorageWriteError,
} from 'rxdb';
import { categorizeBulkWriteRows } from 'rxdb';
import type { Observable } from 'rxjs';
import { StoreProblem } from './chapter-types.ts';
import type { Backing, OpenedRecord, RecordCodec } from './codec.ts';
import type { Family } from './families.ts';
import { writeAll, type RecordPouch, type StoredDocument, type WriteAnswer } from './pouch.ts';
import { settleLeaves } from './settle-leaves.ts';
import { Turns } from './turns.ts';

/** What the store knows of a record beside what RxDB holds: PouchDB's revision and what is needed to write the next. */
interface Known {
  readonly rev: string;
  readonly backing: Backing;
}

/** RxDB's memory storage, as its interface shows it. */
export type MemoryInstance<R> = RxStorageInstance<R, unknown, unknown, RxStorageDefaultCheckpoint>;

export interface RecordInternals {
  readonly pouch: RecordPouch;
}

const LOAD_PAGE = 2000;
const REFRESH_CONTEXT = 'convoca-refresh';

/**
 * One collection of a chapter as an RxDB storage instance: queries, indexes and events are RxDB's memory storage's,
 * and every write goes to PouchDB first, sealed, and is acknowledged only when PouchDB has it (design §4).
 */
export class RecordInstance<R> implements RxStorageInstance<R, RecordInternals, object, RxStorageDefaultCheckpoint> {
  readonly internals: RecordInternals;
  readonly options = {};
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<R>>>;
  readonly #memory: MemoryInstance<R>;
  readonly #codec: RecordCodec;
  readonly #family: Family;
  readonly #known = new Map<string, Known>();
  readonly #turns = new Turns();
  readonly #primary: string;
  #onClose: () => void;
  #closed: Promise<void> | null = null;

  constructor(memory: MemoryInstance<R>, pouch: RecordPouch, codec: RecordCodec, family: Family, onClose: () => void) {
    this.#memory = memory;
    this.#codec = codec;
    this.#family = family;
    this.#onClose = onClose;
    this.internals = { pouch };
    this.databaseName = memory.databaseName;
    this.collectionName = memory.collectionName;
    this.schema = memory.schema;
    this.#primary = getPrimaryFieldOfPrimaryKey(memory.schema.primaryKey);
  }

  bulkWrite(rows: BulkWriteRow<R>[], context: string): Promise<RxStorageBulkWriteResponse<R>> {
    return this.#turns.take(async () => {
      if (this.#closed) throw new StoreProblem('closed');
      const ids = rows.map((row) => this.#idOf(row.document));
      const current = await this.#memory.findDocumentsById(ids, true);
      const inMemory = new Map(current.map((document) => [this.#idOf(document), document]));
      const { errors } = categorizeBulkWriteRows<R>(this, this.#primary as never, inMemory, rows, context);
      const refused = new Set(errors.map((error) => error.documentId));
      const wanted = rows.filter((row) => !refused.has(this.#idOf(row.document)));
      if (wanted.length === 0) return { error: errors };
      return { error: [...errors, ...(await this.#writeThrough(wanted, context))] };
    });
  }

  async #writeThrough(rows: BulkWriteRow<R>[], context: string): Promise<RxStorageWriteError<R>[]> {
    const prepared = rows.map((row) => this.#toStored(row));
    const answers = await writeAll(this.internals.pouch, prepared.map(({ stored }) => stored));
    const errors: RxStorageWriteError<R>[] = [];
    const written: BulkWriteRow<R>[] = [];
    const stale: { row: BulkWriteRow<R>; answer: WriteAnswer }[] = [];
    rows.forEach((row, index) => {
      const answer = answers[index];
      const backing = prepared[index]?.backing;
      if (answer?.ok && answer.rev && backing) {
        this.#known.set(this.#idOf(row.document), { rev: answer.rev, backing });
        written.push(row);
      } else if (answer?.status === 409) stale.push({ row, answer });
      else stale.push({ row, answer: answer ?? {} });
    });
    if (written.length > 0) errors.push(...(await this.#memory.bulkWrite(written, context)).error);
    const failed = stale.find(({ answer }) => answer.status !== 409);
    if (failed) throw new StoreProblem('damaged', { cause: failed.answer });
    if (stale.length > 0) {
      await this.#refreshNow(stale.map(({ row }) => this.#idOf(row.document)));
      for (const { row } of stale) errors.push(await this.#conflictOf(row, context));
    }
    return errors;
  }

  async #conflictOf(row: BulkWriteRow<R>, context: string): Promise<RxStorageWriteError<R>> {
    const documentId = this.#idOf(row.document);
    const [documentInDb] = await this.#memory.findDocumentsById([documentId], true);
    if (!documentInDb) throw new StoreProblem('gone');
    return { status: 409, isError: true, documentId, writeRow: row, documentInDb, context };
  }

  #toStored(row: BulkWriteRow<R>): { readonly stored: object; readonly backing: Backing } {
    const id = this.#idOf(row.document);
    const known = this.#known.get(id);
    const head = known ? { _id: id, _rev: known.rev } : { _id: id };
    if (row.document._deleted) {
      const schema = known?.backing.schema ?? 1;
      const backing = known?.backing ?? { schema, stamps: {}, closed: {} };
      return { stored: { ...head, _deleted: true, ...this.#codec.tombstone(id, schema) }, backing };
    }
    const before: OpenedRecord | null =
      row.previous && known ? { fields: this.#fieldsOf(row.previous), backing: known.backing } : null;
    const sealed = this.#codec.seal(this.#family, id, this.#fieldsOf(row.document), before);
    return { stored: { ...head, ...sealed.envelope }, backing: sealed.backing };
  }

  /** Reads the whole collection into memory. Pages leave room for the screen to paint between them. */
  async load(): Promise<void> {
    for (const type of this.#family.types) {
      let startkey = `${type}:`;
      for (;;) {
        const page = await this.internals.pouch.allDocs({
          include_docs: true,
          conflicts: true,
          startkey,
          endkey: `${type}:\uffff`,
          limit: LOAD_PAGE,
        });
        const documents = page.rows.map((row) => row.doc as unknown as StoredDocument);
        await this.#take(documents);
        const torn = documents.filter((stored) => (stored._conflicts?.length ?? 0) > 0);
        if (torn.length > 0) await this.#refreshNow(torn.map((stored) => stored._id));
        if (page.rows.length < LOAD_PAGE) break;
        startkey = `${documents.at(-1)?._id ?? type}\u0000`;
      }
    }
  }

  /** True when PouchDB's notice tells of a revision that did not come from here. */
  isNews(id: string, leaves: readonly string[]): boolean {
    const known = this.#known.get(id);
    return !known || leaves.some((rev) => rev !== known.rev);
  }

  /** Reads these records again and brings them into memory, merging leaves where there are several. */
  refresh(ids: readonly string[]): Promise<void> {
    return this.#turns.take(async () => {
      if (!this.#closed) await this.#refreshNow(ids);
    });
  }

  async #refreshNow(ids: readonly string[]): Promise<void> {
    let answer = await this.#read(ids);
    const torn = answer.filter((stored) => (stored._conflicts?.length ?? 0) > 0).map((stored) => stored._id);
    for (const id of torn) await settleLeaves(this.internals.pouch, this.#codec, this.#family, id);
    if (torn.length > 0) answer = await this.#read(ids);
    await this.#take(answer);
  }

  async #read(ids: readonly string[]): Promise<readonly StoredDocument[]> {
    const answer = await this.internals.pouch.allDocs({ keys: [...ids], include_docs: true, conflicts: true });
    const found: StoredDocument[] = [];
    for (const row of answer.rows) {
      if ('error' in row) continue;
      if (row.doc) found.push(row.doc);
      else found.push(await this.internals.pouch.get(row.id, { rev: row.value.rev }));
    }
    return found;
  }

  /** Brings stored documents into memory; what is there already in that revision is left alone. */
  async #take(documents: readonly StoredDocument[]): Promise<void> {
    const fresh = documents.filter((stored) => this.#known.get(stored._id)?.rev !== stored._rev);
    const inMemory = new Map(
      (await this.#memory.findDocumentsById(fresh.map((stored) => stored._id), true)).map((document) => [this.#idOf(document), document]),
    );
    const rows: BulkWriteRow<R>[] = [];
    for (const stored of fresh) {
      const row = this.#fromStored(stored, inMemory.get(stored._id));
      if (row) rows.push(row);
    }
    if (rows.length > 0) await this.#memory.bulkWrite(rows, REFRESH_CONTEXT);
  }

  #fromStored(stored: StoredDocument, previous: RxDocumentData<R> | undefined): BulkWriteRow<R> | null {
    const id = stored._id;
    const pouchHeight = Number.parseInt(stored._rev, 10);
    const memoryHeight = previous ? Number.parseInt(previous._rev, 10) : 0;
    // RxDB's document cache ignores a state whose height is not above the one it holds.
    const _rev = `${Math.max(pouchHeight, memoryHeight + 1)}-pouch`;
    const meta = { _meta: { lwt: now() }, _rev, _attachments: {} };
    if (stored._deleted) {
      // A deletion that nobody of the chapter made is not obeyed (design §5).
      if (!previous || previous._deleted || !this.#codec.isGenuineTombstone(id, stored)) return null;
      return { previous, document: { ...previous, ...meta, _deleted: true } };
    }
    const opened = this.#codec.open(id, stored);
    if (!opened) return null;
    this.#known.set(id, { rev: stored._rev, backing: opened.backing });
    const document = { ...opened.fields, [this.#primary]: id, ...meta, _deleted: false };
    return { ...(previous ? { previous } : {}), document: document as unknown as RxDocumentData<R> };
  }

  findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<R>[]> {
    return this.#memory.findDocumentsById(ids, withDeleted);
  }

  query(query: PreparedQuery<R>): Promise<RxStorageQueryResult<R>> {
    return this.#memory.query(query);
  }

  count(query: PreparedQuery<R>): Promise<RxStorageCountResult> {
    return this.#memory.count(query);
  }

  getAttachmentData(): Promise<Blob> {
    return Promise.reject(new Error('Convoca keeps no attachments (design §3).'));
  }

  changeStream(): Observable<EventBulk<RxStorageChangeEvent<R>, RxStorageDefaultCheckpoint>> {
    return this.#memory.changeStream();
  }

  /** Forgets long deleted records in memory; PouchDB's tombstones stay, since they must reach every peer. */
  cleanup(minimumDeletedTime: number): Promise<boolean> {
    return this.#turns.take(() => this.#memory.cleanup(minimumDeletedTime));
  }

  close(): Promise<void> {
    this.#closed ??= this.#turns.take(async () => {
      this.#onClose();
      this.#known.clear();
      await this.#memory.remove();
    });
    return this.#closed;
  }

  /** Detaches this PC's memory from the records; deleting them here would delete them everywhere. */
  remove(): Promise<void> {
    return this.close();
  }

  #idOf(document: object): string {
    return String((document as Record<string, unknown>)[this.#primary]);
  }

  /** What is sealed of a document: its own fields, nothing of RxDB's and not the id, which stays in the clear. */
  #fieldsOf(document: object): Record<string, unknown> {
    const { _deleted, _rev, _meta, _attachments, [this.#primary]: _id, ...fields } = document as Record<string, unknown>;
    return fields;
  }
}
