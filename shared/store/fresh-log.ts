const NAME = 'convoca-fresh-log';
const STORE = 'filler';
/** Chromium puts values from 64 KB on into files of their own, past the log. */
const ROW_BYTES = 60_000;
/** Together more than the 4 MB of a log that is full. */
const ROWS = 80;

let isWanted = false;
let begun: Promise<void> | null = null;
let renewing: Promise<void> | null = null;

/**
 * Lets the browser's database begin a new log before anything of this page's is acknowledged. Chromium keeps IndexedDB in
 * LevelDB, which goes on writing in the log that it finds. When the browser was killed, the power failed or the disk was
 * full in the middle of a write, that log ends in a torn entry: it reads well once, but what is written behind the tear
 * does not, and at the opening after that Chromium takes the whole database for damaged and begins an empty one
 * (docs/reliability.md). A log that is full is left for a new one and its content goes to a table, so it is filled: twice,
 * because the second time can only end when the content of the first is safe. About 100 ms; the filler is removed.
 */
export function beginFreshLog(): void {
  if (typeof indexedDB === 'undefined') return;
  isWanted = true;
  void logIsFresh().catch(() => undefined);
}

/**
 * Resolves when what is written now is not behind a tear; at once where {@link beginFreshLog} was not called. Rejects with
 * what hindered the filling, which is begun anew by who asks next: nothing may be written before.
 */
export async function logIsFresh(): Promise<void> {
  if (!isWanted) return;
  const filling = (begun ??= fillLogs());
  await filling.catch((problem: unknown) => {
    if (begun === filling) begun = null;
    throw problem;
  });
}

/** Begins a new log once more: the browser has closed its database on a full disk, and opens it again with a log that may be torn. */
export function renewLog(): Promise<void> {
  if (!isWanted) return Promise.resolve();
  begun = null;
  renewing ??= logIsFresh().finally(() => (renewing = null));
  return renewing;
}

async function fillLogs(): Promise<void> {
  const database = await openDatabase();
  try {
    const filler = crypto.getRandomValues(new Uint8Array(ROW_BYTES));
    for (const first of [0, ROWS]) {
      await written(database, (rows) => {
        for (let row = 0; row < ROWS; row += 1) rows.put(filler, first + row);
      });
    }
    await written(database, (rows) => rows.clear());
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

function written(database: IDBDatabase, work: (rows: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    work(transaction.objectStore(STORE));
  });
}
