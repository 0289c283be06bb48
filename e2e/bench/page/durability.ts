type Open = (this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) => IDBTransaction;

const counted = { strict: 0, other: 0 };

/**
 * Counts what the browser says of every write transaction that is really opened. It is put around `transaction` before
 * either side's code runs, so it sees the options as they reach the browser, whoever set them.
 */
export function watchDurability(): void {
  const open = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')?.value as Open;
  IDBDatabase.prototype.transaction = function watched(...given) {
    const transaction = open.apply(this, given);
    if (transaction.mode === 'readwrite') counted[transaction.durability === 'strict' ? 'strict' : 'other'] += 1;
    return transaction;
  };
}

/** Write transactions of this page so far: strict ones, and any others. */
export function durabilities(): { readonly strict: number; readonly other: number } {
  return { ...counted };
}
