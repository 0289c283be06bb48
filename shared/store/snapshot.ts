import { nextTurn } from './next-turn.ts';
import type { CollectionName } from './chapter-types.ts';
import { SCHEMA_NUMBER } from './families.ts';
import type { RecordPouch, StoredDocument } from './pouch.ts';
import type { KeptRecord, SnapshotHead, SnapshotSeal } from './snapshot-format.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';

/** More changes than this since the snapshot, and reading everything anew is no slower. */
const MOST_CHANGED = 5_000;
/** A snapshot that fits the database as it is now. */
export interface FoundSnapshot {
  /** Ids of every collection's records that changed after the snapshot, or are not in it. */
  readonly unread: readonly string[];
  /** Those that changed, as they are stored now, with their conflicts; the others are to be read from the database. */
  readonly changed: readonly StoredDocument[];
  /** The records of a collection, some thousand at a time; ends with null when a blob is damaged: read all then. */
  records(name: CollectionName): AsyncGenerator<readonly KeptRecord[] | null>;
  /** What a screen kept with it, as of the snapshot: `unread` tells what may be otherwise by now. */
  note(name: string): Promise<Uint8Array | null>;
}

/**
 * The snapshot of this chapter on this PC, or null when there is none, it is damaged, of another program, of a
 * database that is no more, or so old that it saves nothing (design §4). Its blobs are opened while the database is.
 */
export async function findSnapshot(shelf: SnapshotShelf, seal: SnapshotSeal, pouch: RecordPouch): Promise<FoundSnapshot | null> {
  try {
    const head = await seal.openHead(await shelf.read([seal.place('head')])[0]);
    if (head?.schema !== SCHEMA_NUMBER) return null;
    const snapshot = new Snapshot(shelf, seal, head);
    const [database, changed] = await Promise.all([databaseId(pouch), changedSince(pouch, head.sequence)]);
    if (head.database !== database || !changed) return null;
    snapshot.changed = changed;
    snapshot.unread = [...new Set([...changed.map(({ _id }) => _id), ...head.unread])];
    return snapshot;
  } catch {
    // Whatever is wrong with the shelf, the records themselves are in the database.
    return null;
  }
}

/** PouchDB's own id of a database: another one from the day the browser began it anew. */
export async function databaseId(pouch: RecordPouch): Promise<string> {
  return (pouch as unknown as { id(): Promise<string> }).id();
}

async function changedSince(pouch: RecordPouch, sequence: number): Promise<readonly StoredDocument[] | null> {
  const [{ update_seq }, { results }] = await Promise.all([pouch.info(), pouch.changes({ since: sequence, limit: MOST_CHANGED + 1, include_docs: true, conflicts: true })]);
  if (Number(update_seq) < sequence || results.length > MOST_CHANGED) return null;
  return results.map(({ doc }) => doc as unknown as StoredDocument);
}

class Snapshot implements FoundSnapshot {
  unread: readonly string[] = [];
  changed: readonly StoredDocument[] = [];
  readonly #notes = new Map<string, Promise<Uint8Array | null>>();
  readonly #chunks = new Map<string, Promise<readonly KeptRecord[] | null>[]>();

  /** Begins to open all blobs: they are decrypted beside the main thread and read one after another, the screens' first. */
  constructor(shelf: SnapshotShelf, seal: SnapshotSeal, { generation, notes, chunks }: SnapshotHead) {
    const opened = (places: readonly string[]): Promise<Uint8Array | null>[] => {
      const blobs = shelf.read(places);
      return places.map((place, at) => Promise.resolve(blobs[at]).then((blob) => seal.open(place, blob)).catch(() => null));
    };
    const noteBytes = opened(notes.map((name) => seal.place(generation, 'note', name)));
    notes.forEach((name, at) => this.#notes.set(name, noteBytes[at] ?? Promise.resolve(null)));
    let last: Promise<unknown> = Promise.all(noteBytes);
    for (const [name, count] of Object.entries(chunks)) {
      const bytes = opened(Array.from({ length: count }, (_, at) => seal.place(generation, name, at)));
      this.#chunks.set(name, bytes.map((chunk) => {
        const records = last.then(nextTurn).then(async () => {
          const plain = await chunk;
          return plain && seal.recordsIn(plain);
        }).catch(() => null);
        last = records;
        return records;
      }));
    }
  }

  async *records(name: CollectionName): AsyncGenerator<readonly KeptRecord[] | null> {
    for (const chunk of this.#chunks.get(name)?.splice(0) ?? []) {
      const records = await chunk;
      yield records;
      if (!records) return;
    }
  }

  async note(name: string): Promise<Uint8Array | null> {
    return (await this.#notes.get(name)) ?? null;
  }
}
