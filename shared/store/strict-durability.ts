/**
 * Makes every IndexedDB write transaction strict: the browser reports success only once the operating system was asked
 * to write through to the disk. Chromium's default is relaxed since version 121 and PouchDB's idb adapter has no option
 * (design §4), so `transaction` is wrapped before PouchDB opens anything. Calling it twice changes nothing.
 */
export function requireStrictDurability(): void {
  if (typeof IDBDatabase === 'undefined' || STRICT in IDBDatabase.prototype) return;
  const original = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')?.value as Open;
  IDBDatabase.prototype.transaction = function strictTransaction(stores, mode, options) {
    return mode === 'readwrite'
      ? original.call(this, stores, mode, { ...options, durability: 'strict' })
      : original.call(this, stores, mode, options);
  };
  Object.defineProperty(IDBDatabase.prototype, STRICT, { value: true });
}

type Open = (this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) => IDBTransaction;

const STRICT = Symbol.for('convoca.strict-durability');
