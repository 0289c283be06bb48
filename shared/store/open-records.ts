import { createRxDatabase, type RxCollection } from 'rxdb';
import { StoreProblem, type Chapter, type CollectionName, type RecordsByCollection } from './chapter-types.ts';
import { RecordCodec } from './codec.ts';
import { hasRoom } from './disk-room.ts';
import { COLLECTION_NAMES, rxSchemaOf } from './families.ts';
import { ChangeFeed } from './feed.ts';
import { surviveFullDisk } from './full-disk.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { ChapterStorage } from './rx-storage.ts';
import { createSealer, type ChapterKeys } from './sealing.ts';
import { requireStrictDurability } from './strict-durability.ts';
import { changeMany, changeOne, completeRecord, insertMany, insertOne } from './writing.ts';

/** What is needed to open a chapter's records: whose they are, the keys, and where PouchDB keeps them. */
export interface RecordsAccess {
  /** Chapter id, without `chapter-`. */
  readonly id: string;
  readonly keys: ChapterKeys;
  readonly user: { readonly id: string; readonly name: string };
  /** Id of this PC's device record. */
  readonly device: string;
  /** PouchDB's adapter: `idb` in the renderer, `memory` in tests. */
  readonly adapter: string;
  /** Put before the database's name, so that tests can run several PCs in one process. */
  readonly prefix?: string;
  /** Told of failures that no caller waits for, such as the change feed's. */
  readonly onFailure: (problem: unknown) => void;
}

/** An opened chapter as the sync session and the opening know it: with its database and its keys. */
export interface OpenedChapter extends Chapter {
  readonly pouch: RecordPouch;
  readonly keys: ChapterKeys;
  /** Resolves when every change that has arrived is in the open queries. */
  settled(): Promise<void>;
}

/** The characters of a device's record id that its dots carry; enough to tell the PCs of a chapter apart. */
const DOT_DEVICE_LENGTH = 8;

/**
 * Opens a chapter's records: PouchDB as durable truth, RxDB over it for live queries (design §4).
 * Rejects with `storage-full` and opens nothing where the disk has no room.
 */
export async function openRecords(access: RecordsAccess): Promise<OpenedChapter> {
  requireStrictDurability();
  surviveFullDisk();
  if (!(await hasRoom())) throw new StoreProblem('storage-full');
  const database = `chapter-${access.id}`;
  const pouch = openPouch(database, access.adapter, access.prefix);
  const sealer = await createSealer(access.id, access.keys);
  const codec = new RecordCodec(sealer, dotDevice(access.device));
  const storage = new ChapterStorage(pouch, codec);
  const rx = await createRxDatabase({ name: `${access.prefix ?? ''}${database}`, storage, multiInstance: false, closeDuplicates: true });
  const schemas = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, { schema: rxSchemaOf(name) }]));
  const added = await rx.addCollections(schemas);
  const collections = added as unknown as { readonly [N in CollectionName]: RxCollection<RecordsByCollection[N]> };
  const feed = new ChangeFeed(pouch, storage.open, access.onFailure);
  const author = { user: access.user.id };
  const now = (): string => new Date().toISOString();
  let closing: Promise<void> | null = null;
  return {
    id: access.id,
    database,
    user: access.user,
    device: access.device,
    keys: access.keys,
    collections,
    pouch,
    create: (name, fields) => insertOne(collections, name, completeRecord(name, fields, author, now())),
    createMany: (name, many) => {
      const at = now();
      return insertMany(collections, name, many.map((fields) => completeRecord(name, fields, author, at)));
    },
    change: (name, id, patch) => changeOne(collections, name, id, patch, author, now()),
    changeMany: (name, ids, patch) => changeMany(collections, name, ids, patch, author, now()),
    settled: () => feed.settled(),
    close() {
      closing ??= (async () => {
        await feed.stop();
        await rx.close();
        await pouch.close();
      })();
      return closing;
    },
  };
}

function dotDevice(device: string): string {
  return device.slice(device.indexOf(':') + 1).slice(0, DOT_DEVICE_LENGTH);
}
