import type { RecordPouch, StoredDocument } from './pouch.ts';

/** RxDB's own bookkeeping of a document, beside its fields. */
export interface RxBookkeeping {
  readonly _deleted: boolean;
  readonly _rev: string;
  readonly _meta: { readonly lwt: number };
}

/** A document as it is before it is stored, or after it was read. */
export interface KeptDocument<B> {
  /** The document's own fields, without its id and without RxDB's bookkeeping. */
  readonly fields: Record<string, unknown>;
  /** What the keeping needs to write the next revision. */
  readonly backing: B;
  /** RxDB's bookkeeping, where the keeping stores it; otherwise it is made anew at every reading. */
  readonly rx?: RxBookkeeping;
}

/** What is to be stored of one document. */
export interface Writing<B> {
  readonly id: string;
  readonly fields: Record<string, unknown>;
  readonly rx: RxBookkeeping;
  /** The state that the writer had seen; null for a document that was never stored here. */
  readonly before: KeptDocument<B> | null;
}

/** A part of PouchDB's ids, both ends included. */
export interface IdRange {
  readonly startkey: string;
  readonly endkey: string;
}

/** All that a sealed chapter and an unsealed store do differently; everything else is {@link RecordInstance}'s. */
export interface Keeping<B> {
  /** Where the collection's documents lie in PouchDB. */
  readonly ranges: readonly IdRange[];
  /** PouchDB's id of a document, and back. */
  storedId(id: string): string;
  idOf(storedId: string): string;
  /** The body to store (without `_id` and `_rev`) and the backing of the revision that it becomes. */
  write(writing: Writing<B>): { readonly body: object; readonly backing: B };
  /** The document in a stored body, or null when it cannot be opened here. */
  read(id: string, stored: StoredDocument): KeptDocument<B> | null;
  /** An equal backing to hold in its place: thousands of documents may share one. */
  shared(backing: B): B;
  /** True when the document could be read but a part of it could not. */
  isPartlyClosed(backing: B): boolean;
  /** True for a tombstone that is to be obeyed. */
  isGenuineTombstone(id: string, stored: StoredDocument): boolean;
  /** Makes one revision of a document that has several leaves, where that is possible here. */
  settle(pouch: RecordPouch, storedId: string): Promise<void>;
  /** True when documents that RxDB cleans up, and collections that it removes, are to leave PouchDB too. */
  readonly erases: boolean;
}
