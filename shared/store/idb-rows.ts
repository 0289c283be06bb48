/** PouchDB's object stores in IndexedDB, as its idb adapter (version 9) names them. */
const DOCUMENTS = 'document-store';
const BODIES = 'by-sequence';
const ABOUT = 'meta-store';
const BODY_INDEX = '_doc_id_rev';

/** A row of the document store: an id with its tree of revisions as JSON, and what PouchDB looks up quickly. */
export interface DocumentRow {
  readonly id: string;
  readonly winningRev: string;
  /** '1' when the winning revision is a deletion. */
  readonly deletedOrLocal: '0' | '1';
  readonly seq: number;
  readonly data: string;
}

/** The stores of one database inside one transaction. */
export interface RowTransaction {
  readonly documents: IDBObjectStore;
  readonly bodies: IDBObjectStore;
  /** One row: what the database knows of itself. */
  readonly about: IDBObjectStore;
}

/**
 * Works on the rows under a PouchDB database in one transaction, which is on the disk when this resolves. `name` is the
 * database's name for PouchDB. Null where there is no such database: none is made. PouchDB itself must be closed when
 * rows are changed, since it remembers how many there are.
 */
export async function inRows<T>(name: string, mode: IDBTransactionMode, work: (rows: RowTransaction) => Promise<T>): Promise<T | null> {
  const database = await openExisting(`_pouch_${name}`);
  if (!database) return null;
  try {
    if (![DOCUMENTS, BODIES, ABOUT].every((store) => database.objectStoreNames.contains(store))) return null;
    const transaction = database.transaction([DOCUMENTS, BODIES, ABOUT], mode);
    const [documents, bodies, about] = [transaction.objectStore(DOCUMENTS), transaction.objectStore(BODIES), transaction.objectStore(ABOUT)];
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was ended.'));
    });
    const working = work({ documents, bodies, about });
    // Half of a change must not be kept.
    working.catch(() => transaction.abort());
    const [result] = await Promise.all([working, ended]);
    return result;
  } finally {
    database.close();
  }
}

/** How many rows each store has; null where they cannot be seen (PouchDB's memory adapter, no such database). */
export async function countRows(name: string): Promise<{ readonly documents: number; readonly bodies: number } | null> {
  if (typeof indexedDB === 'undefined') return null;
  return inRows(name, 'readonly', async ({ documents, bodies }) => {
    const [documentCount, bodyCount] = await Promise.all([answerOf(documents.count()), answerOf(bodies.count())]);
    return { documents: documentCount, bodies: bodyCount };
  });
}

/** Every body's `id::revision` with its sequence. */
export async function bodyKeys(bodies: IDBObjectStore): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  await eachOf(bodies.index(BODY_INDEX).openKeyCursor(), (cursor) => found.set(cursor.key as string, cursor.primaryKey as number));
  return found;
}

/** Calls `take` for every row that a cursor comes to. */
export function eachOf<C extends IDBCursor>(request: IDBRequest<C | null>, take: (cursor: C) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason.'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      take(cursor);
      cursor.continue();
    };
  });
}

/** A request's answer. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason.'));
  });
}

function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(null);
      else reject(request.error ?? new Error('IndexedDB gave no reason.'));
    };
  });
}
