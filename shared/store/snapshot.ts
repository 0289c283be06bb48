import { nextTurn } from './next-turn.ts';
import type { CollectionName } from './chapter-types.ts';
import { SCHEMA_NUMBER } from './families.ts';
import { withBodies, type RecordPouch, type StoredDocument } from './pouch.ts';
import type { KeptRecord, SnapshotHead, SnapshotSeal } from './snapshot-format.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';

/** More changes than this since the snapshot, and reading everything anew is no slower. */
const MOST_CHANGED = 5_000;
/** What of a snapshot is otherwise by now. */
export interface SinceThen {
  /** Ids of every collection's records that changed after the snapshot, or are not in it. */
  readonly unread: readonly string[];
  /** Those that changed, as they are stored now, with their conflicts; the others are to be read from the database. */
  readonly changed: readonly StoredDocument[];
}

/** A snapshot of this chapter on this PC. It is read while the database opens, so whether it fits is known only later. */
export interface Snapshot {
  /** Null when the database is no more the one that it was made from, or so much changed that it saves nothing. */
  readonly since: Promise<SinceThen | null>;
  /** The records of a collection, some hundred at a time; ends with null when a blob is damaged: read all then. */
  records(name: CollectionName): AsyncGenerator<readonly KeptRecord[] | null>;
  /** What a screen kept with it, as of the snapshot; null when there is none or it is damaged. */
  note(name: string): Promise<Uint8Array | null>;
}

/**
 * What lies on this PC's shelf for this person (design §4); null when that is nothing, damaged, or another program's.
 * `pouch`: the database, as soon as it may be opened.
 */
export async function openSnapshot(shelf: SnapshotShelf, seal: SnapshotSeal, pouch: Promise<RecordPouch>): Promise<Snapshot | null> {
  try {
    const head = await seal.openHead(await shelf.read([seal.place('head')])[0]);
    // Whatever is wrong with the shelf or the database's answer, the records can be read from the database.
    return head?.schema === SCHEMA_NUMBER ? new ShelvedSnapshot(shelf, seal, head, pouch.then((open) => sinceThen(open, head)).catch(() => null)) : null;
  } catch {
    return null;
  }
}

/** PouchDB's own id of a database: another one from the day the browser began it anew. */
export async function databaseId(pouch: RecordPouch): Promise<string> {
  return (pouch as unknown as { id(): Promise<string> }).id();
}

async function sinceThen(pouch: RecordPouch, { database, sequence, unread }: SnapshotHead): Promise<SinceThen | null> {
  const [id, { update_seq }, { results }] = await Promise.all([
    databaseId(pouch),
    pouch.info(),
    pouch.changes({ since: sequence, limit: MOST_CHANGED + 1, include_docs: true, conflicts: true }),
  ]);
  if (id !== database || Number(update_seq) < sequence || results.length > MOST_CHANGED) return null;
  const changed = withBodies(results.map(({ doc }) => doc));
  return { changed, unread: [...new Set([...results.map(({ id: one }) => one), ...unread])] };
}

class ShelvedSnapshot implements Snapshot {
  readonly since: Promise<SinceThen | null>;
  readonly #notes = new Map<string, Promise<Uint8Array | null>>();
  readonly #chunks = new Map<string, Promise<readonly KeptRecord[] | null>[]>();

  /** Begins to open all blobs: they are decrypted beside the main thread and read one after another, the screens' first. */
  constructor(shelf: SnapshotShelf, seal: SnapshotSeal, { generation, notes, chunks }: SnapshotHead, since: Promise<SinceThen | null>) {
    this.since = since;
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
