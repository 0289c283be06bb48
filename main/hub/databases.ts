import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Turns } from '../../shared/store/turns.ts';
import { rulesFor } from '../../shared/sync/validation/parameters.ts';
import { badRequest, CouchError, fileExists } from './couch-error.ts';
import type { Visitor } from './visitor.ts';
import { HubDatabase } from './hub-database.ts';
import { LEVEL_ON_DISK, openLevel } from './leveldb.ts';
import { mayCreate, mayUse, mustBeAdmin, type Standing } from './rights.ts';
import { Slots } from './slots.ts';

const NAME = /^[a-z][a-z0-9_$()+/-]{0,119}$/;
/** Keeps folder names clear of what operating systems reserve (con, aux, nul…). */
const FOLDER_PREFIX = 'db-';

/** The databases of a hub and whose they are. */
export class Databases {
  readonly #folder: string;
  readonly #slots: Slots;
  readonly #names: Set<string>;
  readonly #adapter: string;
  readonly #open = new Map<string, Promise<HubDatabase>>();
  readonly #turns = new Turns();

  private constructor(folder: string, slots: Slots, names: Set<string>, adapter: string) {
    this.#folder = folder;
    this.#slots = slots;
    this.#names = names;
    this.#adapter = adapter;
  }

  /**
   * Opens the folder of a hub's databases; rejects with `data-in-use` while another hub has it. `adapter` is another of
   * PouchDB's LevelDB adapters, for the simulation of many hubs in one process.
   */
  static async in(dataFolder: string, adapter = LEVEL_ON_DISK): Promise<Databases> {
    const folder = join(dataFolder, 'databases');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const slots = await Slots.open(join(dataFolder, 'slots'), adapter);
    const found = (await readdir(folder)).filter((entry) => entry.startsWith(FOLDER_PREFIX));
    return new Databases(folder, slots, new Set(found.map((entry) => decodeURIComponent(entry.slice(FOLDER_PREFIX.length)))), adapter);
  }

  /** A database for a visitor who may use it; rejects with 401, 403 or 404. */
  async use(visitor: Visitor, name: string): Promise<HubDatabase> {
    mayUse(visitor, name, this.#standing(visitor, name));
    return this.#opened(name);
  }

  /** What the rules of writing know an account by: `_admin`, `coordinator`, or the name of its chapter's database. */
  rolesOf(visitor: Visitor): readonly string[] {
    if (visitor.kind === 'admin') return ['_admin'];
    if (visitor.kind === 'coordinator') return ['coordinator'];
    const own = visitor.database ?? (visitor.slot === null ? null : this.#slots.databaseOf(visitor.slot));
    return own === null ? [] : [own];
  }

  /** Makes a database; a slot's first one is bound to it. Rejects with 400, 401, 403 or 412. */
  create(visitor: Visitor, name: string): Promise<void> {
    return this.#turns.take(async () => {
      checkName(name);
      mayCreate(visitor, name, this.#standing(visitor, name));
      if (this.#names.has(name)) throw fileExists();
      if (visitor.slot !== null) await this.#slots.bind(visitor.slot, name);
      await this.#opened(name);
      this.#names.add(name);
    });
  }

  /** Makes a database for the program itself, unless it is there. Rejects with 400. */
  ensure(name: string): Promise<void> {
    return this.#turns.take(async () => {
      checkName(name);
      await this.#opened(name);
      this.#names.add(name);
    });
  }

  /** Deletes a database for ever and frees the slot it was bound to; administrators only. */
  delete(visitor: Visitor, name: string): Promise<void> {
    return this.#turns.take(async () => {
      mustBeAdmin(visitor);
      const database = await this.use(visitor, name);
      this.#names.delete(name);
      this.#open.delete(name);
      await database.destroy();
      await this.#slots.release(name);
    });
  }

  /** The names of all databases, in order; administrators only. */
  list(visitor: Visitor): readonly string[] {
    mustBeAdmin(visitor);
    return [...this.#names].sort();
  }

  /** Closes all; what was acknowledged is on the disk. */
  async close(): Promise<void> {
    await this.#turns.settled();
    const open = await Promise.allSettled(this.#open.values());
    this.#open.clear();
    await Promise.all(open.flatMap((one) => (one.status === 'fulfilled' ? [one.value.close()] : [])));
    await this.#slots.close();
  }

  #standing(visitor: Visitor, name: string): Standing {
    const visitorsDatabase = visitor.slot === null ? null : this.#slots.databaseOf(visitor.slot);
    return { exists: this.#names.has(name), slot: this.#slots.slotOf(name), visitorsDatabase };
  }

  #opened(name: string): Promise<HubDatabase> {
    const found = this.#open.get(name);
    if (found !== undefined) return found;
    const opening = openLevel(join(this.#folder, FOLDER_PREFIX + encodeURIComponent(name)), this.#adapter, !isGuarded(name)).then((pouch) => HubDatabase.over(name, pouch));
    this.#open.set(name, opening);
    // A failed opening is tried again by the next who asks.
    opening.catch(() => this.#open.delete(name));
    return opening;
  }
}

/** An administrator's own database behaves as a plain CouchDB does: superseded bodies stay until it is compacted. */
function isGuarded(name: string): boolean {
  return rulesFor(name) !== null;
}

function checkName(name: string): void {
  if (NAME.test(name)) return;
  if (name === '') throw badRequest('A database needs a name.');
  throw new CouchError(400, 'illegal_database_name', 'Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.');
}
