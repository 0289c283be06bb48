import { RXDB_VERSION } from 'rxdb';
import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { CollectionName } from './chapter-types.ts';
import type { RecordCodec } from './codec.ts';
import { FAMILIES } from './families.ts';
import type { RecordPouch } from './pouch.ts';
import { RecordInstance, type MemoryInstance, type RecordInternals } from './record-instance.ts';

/**
 * RxDB's storage for one opened chapter. Its collections live in `pouch`, sealed; RxDB's own bookkeeping stays in
 * memory, since the schema numbers are ours and RxDB's would refuse a chapter after every added field (ADR 3).
 */
export class ChapterStorage implements RxStorage<RecordInternals, object> {
  readonly name = 'convoca-pouch';
  readonly rxdbVersion = RXDB_VERSION;
  readonly open = new Map<string, RecordInstance<unknown>>();
  readonly #pouch: RecordPouch;
  readonly #codec: RecordCodec;
  /** States of its own: RxDB's memory storage otherwise shares one between all databases of the process. */
  readonly #memory = { ...getRxStorageMemory(), collectionStates: new Map() };

  constructor(pouch: RecordPouch, codec: RecordCodec) {
    this.#pouch = pouch;
    this.#codec = codec;
  }

  async createStorageInstance<R>(
    params: RxStorageInstanceCreationParams<R, object>,
  ): Promise<RxStorageInstance<R, RecordInternals, object>> {
    const memory = await this.#memory.createStorageInstance<R>(params);
    if (!(params.collectionName in FAMILIES)) return memory as unknown as RxStorageInstance<R, RecordInternals, object>;
    const name = params.collectionName as CollectionName;
    const instance = new RecordInstance<R>(memory as MemoryInstance<R>, this.#pouch, this.#codec, FAMILIES[name], () => this.open.delete(name));
    await instance.load();
    this.open.set(name, instance as unknown as RecordInstance<unknown>);
    return instance;
  }
}
