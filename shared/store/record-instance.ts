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
} from 'rxdb';
import type { Observable } from 'rxjs';
import { StoreProblem } from './chapter-types.ts';
import type { Backing } from './codec.ts';
import type { Keeping } from './keeping.ts';
import { writeAll, type RecordPouch, type StoredDocument } from './pouch.ts';
import { readAgain } from './reading-again.ts';
import type { OpenedAtRevision, RecordMemory } from './record-memory.ts';
import type { Turns } from './turns.ts';
import { writeThrough } from './write-through.ts';

export interface RecordInternals {
  readonly pouch: RecordPouch;
}

/** What fills a collection when it is opened: the ways to bring records into memory. */
export interface FillingHand<B> {
  /** Puts records that were opened before into memory, at once and without a look at PouchDB. */
  adopt(records: readonly OpenedAtRevision<B>[]): Promise<void>;
  /** Brings stored documents into memory as they were read, winners with their conflicts; merges those that have any. */
  takeIn(documents: readonly StoredDocument[]): Promise<void>;
  /** Forgets what was brought in so far. */
  empty(): void;
  /** Reads these records from PouchDB. */
  readAgain(ids: readonly string[]): Promise<void>;
}

/** What an instance works on; instances that are open on the same collection at the same time share one. */
export interface Shelf<R, B> extends RecordInternals {
  readonly memory: RecordMemory<R, B>;
  /** The collection's one lock. */
  readonly turns: Turns;
  /** Told when this instance is done with the shelf; `erase` when the collection is to be removed from PouchDB too. */
  release(erase: boolean): Promise<void>;
}

/**
 * One collection as an RxDB storage instance: queries, indexes and events are RxDB's memory storage's, and every write
 * goes to PouchDB first and is acknowledged only when PouchDB has it (design §4). How documents are stored there, sealed
 * or not, is the {@link Keeping}'s. Writes and what arrives take turns; queries do not wait.
 */
export class RecordInstance<R, B = Backing> implements RxStorageInstance<R, RecordInternals, object, RxStorageDefaultCheckpoint> {
  readonly internals: RecordInternals;
  readonly options = {};
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<R>>>;
  readonly keeping: Keeping<B>;
  readonly #shelf: Shelf<R, B>;
  readonly #memory: RecordMemory<R, B>;
  #ended: Promise<void> | null = null;
  #removed = false;
  /** While the collection is being filled; stays when that failed. */
  #filling: Promise<void> | null = null;

  constructor(shelf: Shelf<R, B>) {
    this.#shelf = shelf;
    this.#memory = shelf.memory;
    this.keeping = shelf.memory.keeping;
    this.internals = { pouch: shelf.pouch };
    this.databaseName = shelf.memory.rx.databaseName;
    this.collectionName = shelf.memory.rx.collectionName;
    this.schema = shelf.memory.rx.schema;
  }

  bulkWrite(rows: BulkWriteRow<R>[], context: string): Promise<RxStorageBulkWriteResponse<R>> {
    return this.#inTurn(async () => ({ error: await writeThrough(this.#shelf.pouch, this.#memory, rows, context) }));
  }

  /** True when PouchDB's notice tells of a revision that did not come from here. */
  isNews(id: string, leaves: readonly string[]): boolean {
    const known = this.#memory.known(id);
    return !known || leaves.some((rev) => rev !== known.rev);
  }

  /** Reads these records again and brings them into memory, merging leaves where there are several; `suspects` as in {@link readAgain}. */
  async refresh(ids: readonly string[], suspects?: ReadonlySet<string>): Promise<void> {
    if (this.#ended) return;
    await this.#inTurn(async () => {
      if (!this.#ended) await readAgain(this.#shelf.pouch, this.#memory, ids, false, suspects);
    });
  }

  /** Ids whose stored record, or a part of it, could not be opened with the keys that are here. */
  get unopened(): ReadonlySet<string> {
    return this.#memory.unopened;
  }

  /** Reads again what could not be opened, as when a new key has arrived. */
  retryUnopened(): Promise<void> {
    return this.#inTurn(() => readAgain(this.#shelf.pouch, this.#memory, [...this.#memory.unopened], true));
  }

  /**
   * Fills the collection without any event; what is asked of it waits until that has ended, and is refused when it
   * failed. Call it once, before anything else.
   */
  fill(work: (hand: FillingHand<B>) => Promise<void>): Promise<void> {
    const { pouch, turns } = this.#shelf;
    const hand: FillingHand<B> = {
      adopt: (records) => this.#memory.adopt(records),
      empty: () => this.#memory.empty(),
      takeIn: async (documents) => {
        // News that did not change what wins: it may be a deletion beside it, which PouchDB does not tell.
        const same = documents.filter((stored) => !stored._deleted && this.#memory.known(this.keeping.idOf(stored._id))?.rev === stored._rev);
        const disobeyed = await this.#memory.takeIn(documents);
        if (disobeyed.length > 0) await readAgain(pouch, this.#memory, disobeyed, true);
        const torn = [...documents.filter((stored) => (stored._conflicts?.length ?? 0) > 0), ...same];
        if (torn.length > 0) await readAgain(pouch, this.#memory, torn.map((stored) => this.keeping.idOf(stored._id)));
      },
      readAgain: (ids) => readAgain(pouch, this.#memory, ids, false, new Set(ids)),
    };
    this.#memory.hush();
    const filled = turns.take(() => work(hand)).finally(() => this.#memory.tell());
    const filling = filled.then(() => void (this.#filling = null));
    filling.catch(() => undefined);
    this.#filling = filling;
    return filling;
  }

  /** Ids of all records in memory, deleted ones too. */
  ids(): readonly string[] {
    return [...this.#memory.documents().keys()];
  }

  /** Those of these records that are in memory and not deleted, as {@link FillingHand.adopt} takes them. */
  async held(ids: readonly string[]): Promise<readonly OpenedAtRevision<B>[]> {
    if (this.#filling) await this.#filling;
    return this.#memory.held(ids);
  }

  findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<R>[]> {
    return this.#filled(() => this.#memory.rx.findDocumentsById(ids, withDeleted));
  }

  query(query: PreparedQuery<R>): Promise<RxStorageQueryResult<R>> {
    return this.#filled(() => this.#memory.query(query));
  }

  count(query: PreparedQuery<R>): Promise<RxStorageCountResult> {
    return this.#filled(() => this.#memory.rx.count(query));
  }

  getAttachmentData(): Promise<Blob> {
    return Promise.reject(new Error(NO_ATTACHMENTS));
  }

  changeStream(): Observable<EventBulk<RxStorageChangeEvent<R>, RxStorageDefaultCheckpoint>> {
    return this.#memory.rx.changeStream();
  }

  /**
   * Forgets documents that were deleted at least so long ago, in ms. A chapter's tombstones stay in PouchDB, since they
   * must reach every peer.
   */
  cleanup(minimumDeletedTime: number): Promise<boolean> {
    return this.#inTurn(async () => {
      const memory = this.#memory;
      const ids = memory.deletedBefore(minimumDeletedTime);
      if (this.keeping.erases && ids.length > 0) {
        await writeAll(
          this.#shelf.pouch,
          ids.map((id) => ({ _id: this.keeping.storedId(id), _rev: memory.known(id)?.rev, _deleted: true })),
        );
      }
      memory.forget(ids, this.keeping.erases);
      return true;
    });
  }

  /** Ends this instance when what was asked of it before is done; asking twice changes nothing. */
  close(): Promise<void> {
    this.#ended ??= this.#end(false);
    return this.#ended;
  }

  /** Removes the collection. Of a chapter only from this memory: deleting its records would delete them everywhere. */
  remove(): Promise<void> {
    if (this.#ended && !this.#removed) return Promise.reject(new Error('What is closed cannot be removed.'));
    this.#removed = true;
    this.#ended ??= this.#end(this.keeping.erases);
    return this.#ended;
  }

  /** Takes its turn behind what waits for the filling, also when that failed. */
  async #end(erase: boolean): Promise<void> {
    if (this.#filling) await this.#filling.catch(() => undefined);
    await this.#shelf.turns.take(() => this.#shelf.release(erase));
  }

  #filled<T>(ask: () => Promise<T>): Promise<T> {
    return this.#filling ? this.#filling.then(ask) : ask();
  }

  /** Work that was asked for before the end is still done; after it everything is refused. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ended) return Promise.reject(new StoreProblem('closed'));
    return this.#filled(() => this.#shelf.turns.take(work));
  }
}

/** Why there are none: a chapter is records, and PouchDB's attachments would replicate unsealed (ADR 10). */
export const NO_ATTACHMENTS = 'Convoca keeps no attachments (design §3).';
