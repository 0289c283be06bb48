import type { CollectionName } from './chapter-types.ts';
import { SCHEMA_NUMBER } from './families.ts';
import type { RecordPouch } from './pouch.ts';
import type { KeptRecord, SnapshotHead, SnapshotSeal } from './snapshot-format.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';

/** More changes than this since the snapshot, and reading everything anew is no slower. */
const MOST_CHANGED = 5_000;
/** Blobs read from the shelf at once. */
const AT_ONCE = 8;

/** A snapshot that fits the database as it is now. */
export interface FoundSnapshot {
  /** Records of every collection that changed after the snapshot, or are not in it: read them from the database. */
  readonly unread: readonly string[];
  /** The records of a collection, some thousand at a time; ends with null when a blob is damaged: read all then. */
  records(name: CollectionName): AsyncGenerator<readonly KeptRecord[] | null>;
  /** What a screen kept with it, as of the snapshot: `unread` tells what may be otherwise by now. */
  note(name: string): Promise<Uint8Array | null>;
}

/**
 * The snapshot of this chapter on this PC, or null when there is none, it is damaged, of another program, of a
 * database that is no more, or so old that it saves nothing (design §4).
 */
export async function findSnapshot(shelf: SnapshotShelf, seal: SnapshotSeal, pouch: RecordPouch): Promise<FoundSnapshot | null> {
  try {
    const [blob] = await shelf.read([seal.place('head')]);
    const head = seal.openHead(blob);
    if (!head || head.schema !== SCHEMA_NUMBER || head.database !== (await databaseId(pouch))) return null;
    const changed = await changedSince(pouch, head.sequence);
    return changed ? new Snapshot(shelf, seal, head, changed) : null;
  } catch {
    // Whatever is wrong with the shelf, the records themselves are in the database.
    return null;
  }
}

/** PouchDB's own id of a database: another one from the day the browser began it anew. */
export async function databaseId(pouch: RecordPouch): Promise<string> {
  return (pouch as unknown as { id(): Promise<string> }).id();
}

async function changedSince(pouch: RecordPouch, sequence: number): Promise<readonly string[] | null> {
  if (Number((await pouch.info()).update_seq) < sequence) return null;
  const { results } = await pouch.changes({ since: sequence, limit: MOST_CHANGED + 1 });
  return results.length > MOST_CHANGED ? null : results.map(({ id }) => id);
}

class Snapshot implements FoundSnapshot {
  readonly unread: readonly string[];
  readonly #shelf: SnapshotShelf;
  readonly #seal: SnapshotSeal;
  readonly #head: SnapshotHead;

  constructor(shelf: SnapshotShelf, seal: SnapshotSeal, head: SnapshotHead, changed: readonly string[]) {
    this.#shelf = shelf;
    this.#seal = seal;
    this.#head = head;
    this.unread = [...new Set([...changed, ...head.unread])];
  }

  async *records(name: CollectionName): AsyncGenerator<readonly KeptRecord[] | null> {
    const places = Array.from({ length: this.#head.chunks[name] ?? 0 }, (_, at) => this.#seal.place(this.#head.generation, name, at));
    for (let from = 0; from < places.length; from += AT_ONCE) {
      const some = places.slice(from, from + AT_ONCE);
      const blobs = await this.#shelf.read(some).catch(() => []);
      for (const [at, place] of some.entries()) {
        const records = this.#seal.openChunk(place, blobs[at]);
        yield records;
        if (!records) return;
      }
    }
  }

  async note(name: string): Promise<Uint8Array | null> {
    if (!this.#head.notes.includes(name)) return null;
    const place = this.#seal.place(this.#head.generation, 'note', name);
    const [blob] = await this.#shelf.read([place]).catch(() => []);
    return this.#seal.openNote(place, blob);
  }
}
