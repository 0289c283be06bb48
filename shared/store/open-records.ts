import { createRxDatabase, type RxCollection } from 'rxdb';
import { StoreProblem, type Chapter, type CollectionName, type RecordsByCollection } from './chapter-types.ts';
import { RecordCodec, type Backing } from './codec.ts';
import { hasRoomToOpen } from './disk-room.ts';
import { COLLECTION_NAMES, rxSchemaOf } from './families.ts';
import { ChangeFeed } from './feed.ts';
import { surviveFullDisk } from './full-disk.ts';
import { lifeOf } from './lives.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import type { OpenedAtRevision } from './record-memory.ts';
import { ChapterStorage } from './rx-storage.ts';
import type { ChapterKeys, KeyRing } from './key-ring.ts';
import { createSealer } from './sealing.ts';
import { openSnapshot } from './snapshot.ts';
import { SnapshotSeal } from './snapshot-format.ts';
import { SnapshotKeeper, type NoteMaker } from './snapshot-keeper.ts';
import { openCacheShelf, type SnapshotShelf } from './snapshot-shelf.ts';
import { requireStrictDurability } from './strict-durability.ts';
import { changeEach, changeMany, changeOne, completeRecord, eraseMany, insertMany, insertOne } from './writing.ts';

/** What is needed to open a chapter's records: whose they are, the keys, and where PouchDB keeps them. */
export interface RecordsAccess {
  /** Chapter id, without `chapter-`. */
  readonly id: string;
  /** A ring given here is the chapter's from then on: closing overwrites its keys. */
  readonly keys: ChapterKeys | KeyRing;
  readonly user: { readonly id: string; readonly name: string };
  /** Id of this PC's device record. */
  readonly device: string;
  /** PouchDB's adapter: `idb` in the renderer, `memory` in tests. */
  readonly adapter: string;
  /** Put before the database's name, so that tests can run several PCs in one process. */
  readonly prefix?: string;
  /** Where the snapshot lies; on `idb` the browser's cache unless it is given, on other adapters only where it is given. */
  readonly shelf?: SnapshotShelf;
  /** Told of failures that no caller waits for, such as the change feed's. */
  readonly onFailure: (problem: unknown) => void;
}

/** An opened chapter as the sync session and the opening know it: with its database and its keys. */
export interface OpenedChapter extends Chapter {
  readonly pouch: RecordPouch;
  /** Seals and opens this chapter's records, for what writes several in one go. */
  readonly codec: RecordCodec;
  /** The keys in memory: what of a record this user may read, and under which numbers. Empty once the chapter is closed. */
  readonly ring: KeyRing;
  /** Reads the records again that did not open before, since the ring has learned more keys. */
  retryUnopened(): Promise<void>;
  /** Resolves when all records are in memory. What is asked of a collection before waits by itself. */
  readonly ready: Promise<void>;
  /** Where most of the records came from, for the log and the bench. */
  readonly openedFrom: Promise<'snapshot' | 'database'>;
  /** Those of these records that are here, as they are stored: with stamps and history. Reads memory, not the disk. */
  held(name: CollectionName, ids: readonly string[]): Promise<readonly OpenedAtRevision<Backing>[]>;
  /** Ids of all records of a collection that are not deleted, those in the bin included. */
  heldIds(name: CollectionName): Promise<readonly string[]>;
  /**
   * Deletes records for good, here and everywhere: a genuine tombstone takes their place (design §3). For what the bin
   * has kept long enough and for what people delete now; everything else goes to the bin. Resolves when it is durable.
   */
  erase(name: CollectionName, ids: readonly string[]): Promise<void>;
  /** What the screens keep for the next opening. */
  readonly notes: OpeningNotes;
  /** Writes the snapshot now rather than in idle time; nothing happens where there is no place for one. */
  writeSnapshot(): Promise<void>;
  /** Resolves when every change that has arrived is in the open queries. */
  settled(): Promise<void>;
  /** Work that needs the open database before it is closed, such as noting how much it holds. */
  beforeClose(work: () => Promise<void>): void;
}

/** What screens have made of the records and want to have at once at the next opening; sealed with the snapshot. */
export interface OpeningNotes {
  /**
   * The note, and the records that may be otherwise by now; null where no snapshot holds one. It is there before it is
   * known whether the snapshot fits: `unread` is null when it does not.
   */
  read(name: string): Promise<{ readonly content: Uint8Array; readonly unread: Promise<readonly string[] | null> } | null>;
  /** `make` is asked for the note whenever a snapshot is written, and may have none; the answer ends it. */
  provide(name: string, make: NoteMaker): () => void;
}

/** The characters of a device's record id that its dots carry; enough to tell the PCs of a chapter apart. */
const DOT_DEVICE_LENGTH = 8;

/**
 * Opens a chapter's records: PouchDB as durable truth, RxDB over it for live queries (design §4). Resolves before the
 * records are in memory, so that the screen can be drawn; whoever asks for records waits for them.
 * Rejects with `storage-full` and opens nothing where the disk has no room.
 */
export async function openRecords(access: RecordsAccess): Promise<OpenedChapter> {
  requireStrictDurability();
  surviveFullDisk();
  const database = `chapter-${access.id}`;
  const sealer = await createSealer(access.id, access.keys);
  const seal = new SnapshotSeal(sealer);
  const shelf = access.shelf ?? (access.adapter === 'idb' && 'caches' in globalThis ? openCacheShelf(`${access.prefix ?? ''}snapshot-${access.id}`) : null);
  const pouchOpen = hasRoomToOpen().then((room) => {
    if (!room) throw new StoreProblem('storage-full');
    return openPouch(database, access.adapter, access.prefix);
  });
  // The snapshot is read from elsewhere, also while the disk is looked at.
  const snapshot = shelf ? openSnapshot(shelf, seal, pouchOpen) : Promise.resolve(null);
  const since = snapshot.then((found) => found && found.since);
  const pouch = await pouchOpen;
  const codec = new RecordCodec(sealer, dotDevice(access.device));
  const named = lifeOf(pouch).then((life) => void (codec.device += life));
  const storage = new ChapterStorage(pouch, codec, snapshot, named);
  const rx = await createRxDatabase({ name: `${access.prefix ?? ''}${database}`, storage, multiInstance: false, closeDuplicates: true });
  const schemas = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, { schema: rxSchemaOf(name) }]));
  const added = await rx.addCollections(schemas);
  const collections = added as unknown as { readonly [N in CollectionName]: RxCollection<RecordsByCollection[N]> };
  const feed = new ChangeFeed(pouch, storage.open, access.onFailure);
  const ready = Promise.all(storage.filled).then(() => undefined);
  ready.catch(access.onFailure);
  const keeper = shelf ? new SnapshotKeeper({ shelf, seal, pouch, sources: storage.open, settled: () => feed.settled(), onFailure: access.onFailure }, since, ready) : null;
  const author = { user: access.user.id };
  const now = (): string => new Date().toISOString();
  let closing: Promise<void> | null = null;
  const lastWork: (() => Promise<void>)[] = [];
  return {
    id: access.id,
    database,
    user: access.user,
    device: access.device,
    ring: sealer.ring,
    collections,
    pouch,
    codec,
    ready,
    openedFrom: since.then((found) => (found ? 'snapshot' : 'database')),
    notes: {
      async read(name) {
        const content = (await (await snapshot)?.note(name)) ?? null;
        return content && { content, unread: since.then((found) => found && found.unread) };
      },
      provide: (name, make) => keeper?.provide(name, make) ?? (() => undefined),
    },
    held: async (name, ids) => (await storage.open.get(name)?.held(ids)) ?? [],
    heldIds: async (name) => {
      await ready;
      return storage.open.get(name)?.ids() ?? [];
    },
    erase: (name, ids) => eraseMany(collections, name, ids),
    writeSnapshot: async () => keeper?.write(),
    create: (name, fields) => insertOne(collections, name, completeRecord(name, fields, author, now())),
    createMany: (name, many) => {
      const at = now();
      return insertMany(collections, name, many.map((fields) => completeRecord(name, fields, author, at)));
    },
    change: (name, id, patch) => changeOne(collections, name, id, patch, author, now()),
    changeMany: (name, ids, patch) => changeMany(collections, name, ids, patch, author, now()),
    changeEach: (name, ids, patch) => changeEach(collections, name, ids, patch, author, now()),
    retryUnopened: async () => {
      for (const instance of storage.open.values()) await instance.retryUnopened();
    },
    settled: () => feed.settled(),
    beforeClose: (work) => void lastWork.push(work),
    close() {
      const end = async (): Promise<void> => {
        for (const work of lastWork) await work().catch(access.onFailure);
        await ready.catch(() => undefined);
        await keeper?.stop();
        await feed.stop();
        await rx.close();
        await pouch.close();
      };
      // Whatever else goes wrong at the end, the keys do not stay.
      closing ??= end().finally(() => sealer.ring.forget());
      return closing;
    },
  };
}

function dotDevice(device: string): string {
  return device.slice(device.indexOf(':') + 1).slice(0, DOT_DEVICE_LENGTH);
}
