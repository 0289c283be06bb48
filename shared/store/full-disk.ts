import { hasRoom } from './disk-room.ts';
import { renewLog } from './fresh-log.ts';

/**
 * A disk that is full ends Chromium's connection to a database for good: the write that found no room is aborted with
 * "FILE_ERROR_NO_SPACE", and every transaction after it is refused, also when there is room again. PouchDB keeps the
 * connection it opened, so the way to a transaction is led over one that is opened anew as soon as the disk allows it.
 */

type Open = (this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) => IDBTransaction;

/** What stands in for a connection that the browser gave up; null while none can be opened. */
const standIns = new WeakMap<IDBDatabase, IDBDatabase | null>();
const ended = new WeakSet<IDBDatabase>();
const SURVIVES = Symbol.for('convoca.full-disk');
/** A refused opening is tried again after this time, in ms. */
const AGAIN = 250;
/** A write waits so long for a connection that is being opened anew, in ms; people wait with it. */
const MOST_WAIT = 3_000;

/** Connections without a stand-in, and those who wait for one. */
let lost = 0;
let waiting: (() => void)[] = [];

function found(): void {
  lost -= 1;
  if (lost > 0) return;
  for (const goOn of waiting) goOn();
  waiting = [];
}

/** True while a connection that a full disk ended is being opened anew. */
export function isConnectionLost(): boolean {
  return lost > 0;
}

/** Resolves when every connection that a full disk ended is open again, or after three seconds. */
export function connectionsBack(): Promise<void> {
  if (lost === 0) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, MOST_WAIT);
  });
}

let full = false;
let emptied = false;

/** True when the browser began an empty database in the place of one that is open here. */
export function isEmptied(): boolean {
  return emptied;
}

/** True from a write that found no room until a write found it again. */
export function diskIsFull(): boolean {
  return full;
}

/** Lets the databases of this page outlive a full disk. Call it before any is opened; calling it twice changes nothing. */
export function surviveFullDisk(): void {
  if (typeof IDBDatabase === 'undefined' || SURVIVES in IDBDatabase.prototype) return;
  const open = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')?.value as Open;
  const close = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'close')?.value as (this: IDBDatabase) => void;

  const lose = (database: IDBDatabase): void => {
    if (ended.has(database) || standIns.get(database) === null) return;
    // A connection that is closed here is not told of its end: PouchDB would drop the database on that.
    close.call(standIns.get(database) ?? database);
    standIns.set(database, null);
    lost += 1;
    reopen(database);
  };
  const reopen = (database: IDBDatabase): void => {
    const again = (): unknown => setTimeout(() => reopen(database), AGAIN);
    if (ended.has(database)) return found();
    void hasRoom()
      .then((room) => (room ? renewLog().then(() => openAnew(database, again)) : again()))
      .catch(again);
  };
  const openAnew = (database: IDBDatabase, again: () => void): void => {
    const request = indexedDB.open(database.name, database.version);
    // The browser took the database for damaged and removed it: it must not come back empty under an open chapter.
    request.onupgradeneeded = () => {
      emptied = true;
      request.transaction?.abort();
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (emptied) found();
      else again();
    };
    request.onsuccess = () => {
      if (ended.has(database)) close.call(request.result);
      else standIns.set(database, request.result);
      found();
    };
  };
  const watch = (database: IDBDatabase, transaction: IDBTransaction): void => {
    transaction.addEventListener('abort', (event) => {
      const { error } = transaction;
      if (error === null || !/^(Unknown|QuotaExceeded)Error$/.test(error.name)) return;
      full ||= error.name === 'QuotaExceededError' || /no.?space/i.test(error.message);
      // PouchDB gives a database up for every abort that reaches it.
      event.stopPropagation();
      if (error.name === 'UnknownError') lose(database);
    });
    if (transaction.mode === 'readwrite') transaction.addEventListener('complete', () => (full = false));
  };

  IDBDatabase.prototype.transaction = function survivingTransaction(...given) {
    try {
      const standIn = standIns.get(this);
      if (standIn === null) throw new DOMException('The connection is being opened again.', 'InvalidStateError');
      const transaction = open.apply(standIn ?? this, given);
      watch(this, transaction);
      return transaction;
    } catch (problem) {
      if (!(problem instanceof DOMException) || problem.name !== 'InvalidStateError' || ended.has(this)) throw problem;
      lose(this);
      throw full ? new DOMException('There was no space left on the disk.', 'QuotaExceededError') : problem;
    }
  };
  IDBDatabase.prototype.close = function endedClose() {
    ended.add(this);
    close.call(standIns.get(this) ?? this);
  };
  Object.defineProperty(IDBDatabase.prototype, SURVIVES, { value: true });
}
