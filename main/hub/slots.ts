import { LEVEL_ON_DISK, openLevel, type LevelPouch } from './leveldb.ts';

/**
 * Which database belongs to which chapter slot. Kept in a LevelDB of its own, apart from the accounts file, because
 * the command line writes that while the hub writes this; its lock also keeps a second hub out of the data folder.
 */
export class Slots {
  readonly #pouch: LevelPouch;
  readonly #slotByDatabase: Map<string, string>;

  private constructor(pouch: LevelPouch, slotByDatabase: Map<string, string>) {
    this.#pouch = pouch;
    this.#slotByDatabase = slotByDatabase;
  }

  /** Rejects with `data-in-use` while another hub has the folder. */
  static async open(folder: string, adapter = LEVEL_ON_DISK): Promise<Slots> {
    const pouch = await openLevel(folder, adapter);
    const { rows } = await pouch.allDocs({ include_docs: true });
    return new Slots(pouch, new Map(rows.map((row) => [row.id, String(row.doc?.slot)])));
  }

  slotOf(database: string): string | null {
    return this.#slotByDatabase.get(database) ?? null;
  }

  databaseOf(slot: string): string | null {
    for (const [database, owner] of this.#slotByDatabase) if (owner === slot) return database;
    return null;
  }

  /** Binds a database to a slot for good; nothing happens when it is bound to it already. */
  async bind(slot: string, database: string): Promise<void> {
    if (this.slotOf(database) === slot) return;
    await this.#pouch.put({ _id: database, slot });
    this.#slotByDatabase.set(database, slot);
  }

  /** Frees the slot of a database that was deleted. */
  async release(database: string): Promise<void> {
    if (this.slotOf(database) === null) return;
    const { _id, _rev } = await this.#pouch.get(database);
    await this.#pouch.remove({ _id, _rev });
    this.#slotByDatabase.delete(database);
  }

  async close(): Promise<void> {
    await this.#pouch.close();
  }
}
