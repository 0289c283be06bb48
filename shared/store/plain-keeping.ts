import type { IdRange, Keeping, KeptDocument, RxBookkeeping, Writing } from './keeping.ts';
import { writeAll, type RecordPouch, type StoredDocument } from './pouch.ts';

/** PouchDB refuses ids that begin with `_`, and empty ones; behind a first character of ours all are allowed. */
const FIRST = '.';
/** The character after it: no id reaches that far. */
const AFTER = '/';

/**
 * How documents are kept without sealing, for RxDB alone: one PouchDB a collection, the fields in one object (PouchDB
 * refuses names that begin with `_` at the top only) and RxDB's bookkeeping beside them, so that it outlives a restart.
 * A deleted document stays, marked, until RxDB cleans it up (ADR 10).
 */
export class PlainKeeping implements Keeping<null> {
  readonly ranges: readonly IdRange[] = [{ startkey: FIRST, endkey: AFTER }];
  readonly erases = true;

  storedId(id: string): string {
    return FIRST + id;
  }

  idOf(storedId: string): string {
    return storedId.slice(FIRST.length);
  }

  write({ fields, rx }: Writing<null>): { readonly body: object; readonly backing: null } {
    return { body: { fields, rx: { _deleted: rx._deleted, _rev: rx._rev, _meta: rx._meta } }, backing: null };
  }

  read(_id: string, stored: StoredDocument): KeptDocument<null> | null {
    const { fields, rx } = stored as { fields?: Record<string, unknown>; rx?: RxBookkeeping };
    return fields && rx ? { fields, backing: null, rx } : null;
  }

  shared(): null {
    return null;
  }

  isPartlyClosed(): boolean {
    return false;
  }

  isGenuineTombstone(): boolean {
    return true;
  }

  /** Keeps PouchDB's winner and removes the other leaves: without stamps there is nothing to merge by. */
  async settle(pouch: RecordPouch, storedId: string): Promise<void> {
    const { _conflicts } = await pouch.get(storedId, { conflicts: true });
    await writeAll(pouch, (_conflicts ?? []).map((_rev) => ({ _id: storedId, _rev, _deleted: true })));
  }
}
