import { RXDB_VERSION } from 'rxdb';
import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageMemory, type RxStorageInstanceMemory } from 'rxdb/plugins/storage-memory';
import type { CollectionName } from './chapter-types.ts';
import { ChapterKeeping } from './chapter-keeping.ts';
import type { Backing, RecordCodec } from './codec.ts';
import { FAMILIES } from './families.ts';
import { fillFromSnapshot } from './filling.ts';
import type { RecordPouch } from './pouch.ts';
import { readAll } from './reading-all.ts';
import { NO_ATTACHMENTS, RecordInstance, type RecordInternals } from './record-instance.ts';
import { RecordMemory } from './record-memory.ts';
import type { Snapshot } from './snapshot.ts';
import { Turns } from './turns.ts';

/** One opened collection of a chapter. */
export type ChapterInstance = RecordInstance<unknown>;

/**
 * RxDB's storage for one opened chapter. Its collections live in `pouch`, sealed; RxDB's own bookkeeping stays in
 * memory, since the schema numbers are ours and RxDB's would refuse a chapter after every added field (ADR 3).
 */
export class ChapterStorage implements RxStorage<RecordInternals, object> {
  readonly name = 'convoca-pouch';
  readonly rxdbVersion = RXDB_VERSION;
  readonly open = new Map<CollectionName, ChapterInstance>();
  /** One for each collection: resolves when its records are in memory, rejects when they could not be read. */
  readonly filled: Promise<void>[] = [];
  readonly #pouch: RecordPouch;
  readonly #codec: RecordCodec;
  readonly #snapshot: Promise<Snapshot | null>;
  readonly #mayBeWritten: Promise<void>;
  /** States of its own: RxDB's memory storage otherwise shares one between all databases of the process. */
  readonly #memory = { ...getRxStorageMemory(), collectionStates: new Map() };

  /**
   * `snapshot`: what the collections are filled from, if it resolves with one. They are open at once and fill meanwhile;
   * writes wait for that, and for `mayBeWritten`.
   */
  constructor(pouch: RecordPouch, codec: RecordCodec, snapshot: Promise<Snapshot | null>, mayBeWritten: Promise<void>) {
    this.#pouch = pouch;
    this.#codec = codec;
    this.#snapshot = snapshot;
    this.#mayBeWritten = mayBeWritten;
  }

  async createStorageInstance<R>(
    params: RxStorageInstanceCreationParams<R, object>,
  ): Promise<RxStorageInstance<R, RecordInternals, object>> {
    if (params.schema.attachments) throw new Error(NO_ATTACHMENTS);
    const rx = await this.#memory.createStorageInstance<R>(params);
    if (!(params.collectionName in FAMILIES)) return rx as unknown as RxStorageInstance<R, RecordInternals, object>;
    const name = params.collectionName as CollectionName;
    const memory = new RecordMemory<R, Backing>(rx as RxStorageInstanceMemory<R>, new ChapterKeeping(this.#codec, FAMILIES[name]));
    const release = async (): Promise<void> => {
      this.open.delete(name);
      await memory.end();
    };
    const instance = new RecordInstance<R>({ pouch: this.#pouch, memory, turns: new Turns(), release });
    this.filled.push(instance.fill(async (hand) => {
      const snapshot = await this.#snapshot;
      if (!snapshot || !(await fillFromSnapshot(snapshot, name, hand))) await readAll(this.#pouch, instance.keeping.ranges, hand);
      await this.#mayBeWritten;
    }));
    this.open.set(name, instance as unknown as ChapterInstance);
    return instance;
  }
}
