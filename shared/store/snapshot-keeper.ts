import { randomToken } from '../domain/record.ts';
import type { CollectionName } from './chapter-types.ts';
import { mayWrite } from './disk-room.ts';
import { SCHEMA_NUMBER } from './families.ts';
import { nextTurn } from './next-turn.ts';
import type { RecordPouch } from './pouch.ts';
import { databaseId, type SinceThen } from './snapshot.ts';
import type { KeptRecord, SnapshotSeal } from './snapshot-format.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';
import { onWrites } from './write-notices.ts';

/** What the snapshot takes from an opened collection. */
export interface SnapshotSource {
  /** Ids of all records in memory. */
  ids(): readonly string[];
  /** Ids of records that are in the database and could not be opened here. */
  readonly unopened: ReadonlySet<string>;
  /** Those of these records that are in memory, not deleted. */
  held(ids: readonly string[]): Promise<readonly KeptRecord[]>;
}

/** Makes what a screen wants to have at once at the next opening; null when it has nothing yet. */
export type NoteMaker = () => Uint8Array | null;

export interface SnapshotPlace {
  readonly shelf: SnapshotShelf;
  readonly seal: SnapshotSeal;
  readonly pouch: RecordPouch;
  readonly sources: ReadonlyMap<CollectionName, SnapshotSource>;
  /** Resolves when everything written so far is in memory. */
  readonly settled: () => Promise<void>;
  /** Told of failures; without a snapshot the next opening only takes longer. */
  readonly onFailure: (problem: unknown) => void;
}

/** Records of a blob: opening one takes some milliseconds, in which nothing else is done. */
const CHUNK = 1_500;
/** Nobody has saved anything for so long, in ms. */
const QUIET = 4_000;
/** So many changes make a new snapshot worth its time; in a large chapter a fiftieth of the records. */
const ENOUGH = 300;
/** Fewer are kept as well after this time, in ms. */
const LONG = 10 * 60_000;

/** Writes the chapter's snapshot in idle time, and after much has come in at once (design §4). */
export class SnapshotKeeper {
  readonly #place: SnapshotPlace;
  readonly #notes = new Map<string, NoteMaker>();
  readonly #end: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changes = 0;
  #writtenAt = Date.now();
  #writing: Promise<void> | null = null;
  #isReady = false;
  #stopped = false;

  /** `found`: what is otherwise than in the snapshot that the chapter is opened from; `ready`: when its records are in memory. */
  constructor(place: SnapshotPlace, found: Promise<SinceThen | null>, ready: Promise<void>) {
    this.#place = place;
    this.#end = onWrites(place.pouch, ({ changes }) => {
      this.#changes += changes.length;
      this.#wait();
    });
    void Promise.all([found, ready]).then(
      ([since]) => {
        this.#changes += since ? since.unread.length : Number.POSITIVE_INFINITY;
        this.#isReady = true;
        this.#wait();
      },
      // Records that could not be read are no ground for a snapshot.
      () => undefined,
    );
  }

  /** A screen's note that is kept with every snapshot from now on; the answer ends it. */
  provide(name: string, make: NoteMaker): () => void {
    this.#notes.set(name, make);
    return () => {
      if (this.#notes.get(name) === make) this.#notes.delete(name);
    };
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#stopped || !this.#isReady) return;
    this.#timer = setTimeout(() => {
      if (!this.#isWorthIt()) return this.#wait();
      this.write().catch(this.#place.onFailure);
    }, QUIET);
    // In Node a waiting snapshot must not keep a process alive.
    (this.#timer as { unref?: () => void }).unref?.();
  }

  #isWorthIt(): boolean {
    let records = 0;
    for (const source of this.#place.sources.values()) records += source.ids().length;
    if (this.#changes === Number.POSITIVE_INFINITY) return records >= ENOUGH;
    return this.#changes >= Math.max(ENOUGH, records / 50) || (this.#changes > 20 && Date.now() - this.#writtenAt > LONG);
  }

  /** Writes a snapshot now; a second call joins the running one. A full disk or a closing chapter ends it unfinished. */
  write(): Promise<void> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
      this.#wait();
    });
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { pouch, seal, shelf, sources, settled } = this.#place;
    const changes = this.#changes;
    const sequence = Number((await pouch.info()).update_seq);
    // What is written from here on is read again at the next opening, so it may or may not be in the blobs.
    await settled();
    const generation = randomToken(8);
    const chunks: Record<string, number> = {};
    const unread: string[] = [];
    for (const [name, source] of sources) {
      const ids = [...source.ids()].sort();
      unread.push(...source.unopened);
      let count = 0;
      for (let from = 0; from < ids.length; from += CHUNK) {
        const records: KeptRecord[] = [];
        for (const record of await source.held(ids.slice(from, from + CHUNK))) {
          if (hasAuthorPart(record)) unread.push(record.id);
          else records.push(record);
        }
        if (!(await this.#put(seal.place(generation, name, count), (place) => seal.chunkBlob(place, records)))) return;
        count += 1;
      }
      chunks[name] = count;
    }
    const notes: string[] = [];
    for (const [name, make] of this.#notes) {
      const content = make();
      if (!content) continue;
      if (!(await this.#put(seal.place(generation, 'note', name), (place) => seal.blob(place, content)))) return;
      notes.push(name);
    }
    const head = await seal.headBlob({ schema: SCHEMA_NUMBER, database: await databaseId(pouch), sequence, generation, chunks, notes, unread });
    if (!(await this.#put(seal.place('head'), () => Promise.resolve(head)))) return;
    this.#changes = changes === Number.POSITIVE_INFINITY ? 0 : this.#changes - changes;
    this.#writtenAt = Date.now();
    const own = `${seal.place()}/`;
    const old = (await shelf.names()).filter((name) => name.startsWith(own) && name !== seal.place('head') && !name.startsWith(`${seal.place(generation)}/`));
    await shelf.remove(old);
  }

  /** One blob in a turn of its own, so that the screen answers between two; false when the writing has to end. */
  async #put(place: string, make: (place: string) => Promise<Uint8Array>): Promise<boolean> {
    await nextTurn();
    if (this.#stopped) return false;
    const blob = await make(place);
    if (!(await mayWrite(blob.length)) || this.#stopped) return false;
    await this.#place.shelf.write(place, blob);
    return true;
  }

  /** Ends it; a snapshot that is being written stays unfinished, and the one before is used. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#end();
    clearTimeout(this.#timer);
    await this.#writing?.catch(() => undefined);
  }
}

/** An author's part is nobody else's to read, and a snapshot is read by everybody of a role. */
function hasAuthorPart({ backing }: KeptRecord): boolean {
  return backing.stamps.author !== undefined;
}
