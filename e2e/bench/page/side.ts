import type { RxCollection } from 'rxdb';
import type { Person } from '../../../shared/domain/person.ts';
import type { CollectionName, RecordsByCollection } from '../../../shared/store/chapter-types.ts';
import { beginFreshLog, logIsFresh } from '../../../shared/store/fresh-log.ts';
import { surviveFullDisk } from '../../../shared/store/full-disk.ts';
import { requireStrictDurability } from '../../../shared/store/strict-durability.ts';
import type { InventedChapter } from './invented-chapter.ts';

/** A chapter's collections, of either side. */
export type Collections = { readonly [N in CollectionName]: RxCollection<RecordsByCollection[N]> };

/** From what Convoca opens: as always, or as if its snapshot were lost. Dexie's side has nothing of the kind. */
export type Start = 'snapshot' | 'database';

/** Milliseconds from the first call to a fresh database to what people wait for. */
export interface ColdOpening {
  /** The first 50 people by surname are in the page. */
  readonly first: number;
  /** Everything can be searched: somebody typed is found, and all collections have told how many records they have. */
  readonly all: number;
}

/** One side of the bench while its database is open. What is measured calls both sides through this alone. */
export interface OpenSide {
  readonly people: RxCollection<Person>;
  /** Changes fields of one record; resolves when that is durable. */
  change(id: string, patch: Partial<Person>): Promise<unknown>;
  /** Writes new people in one go; resolves when they are durable. */
  add(many: readonly Person[]): Promise<unknown>;
  /**
   * A search over all people, ready to be asked at each keystroke; resolves with how many of at most 50 it found.
   */
  searcher(): Promise<(typed: string) => Promise<number>>;
  /** A list of at most 50 people of one place by surname, by the place's number; resolves with how many there are. */
  lister(): Promise<(place: number) => Promise<number>>;
  /** Changes one field of so many people at once. */
  touch(ids: readonly string[]): Promise<unknown>;
  /** What the disk holds of a record, where the side can tell. */
  stored(id: string): Promise<StoredRecord | null>;
  close(): Promise<unknown>;
}

/** A stored record: bytes of its body as JSON, and how many revisions its tree names. */
export interface StoredRecord {
  readonly bytes: number;
  readonly revisions: number;
}

/** Convoca's store, or RxDB on Dexie. Neither touches its database before it is asked. */
export interface Side {
  /** Everything that is loaded once and not part of an opening: code, WebAssembly, keys. */
  ready(): Promise<void>;
  /** Writes the invented chapter of so many records. */
  fill(count: number): Promise<void>;
  /** Opens what an earlier page wrote, with a clock. Rejects when not all `count` records are there. */
  openCold(count: number, start: Start): Promise<ColdOpening>;
  /** Opens and reads everything and answers with what holds it. Rejects when not all `count` records are there. */
  hold(count: number): Promise<unknown>;
  /** Opens what an earlier page wrote, without a clock, for measures of an open chapter. */
  open(): Promise<OpenSide>;
}

/**
 * What the app does of the disk while the passphrase is typed, before an opening begins: strict writes, and a new log in
 * the browser's database. On both sides, so that both open a database that the browser has at hand.
 */
export async function beginAsTheApp(): Promise<void> {
  requireStrictDurability();
  surviveFullDisk();
  beginFreshLog();
  await logIsFresh();
}

/** Puts 50 names into the page and lays them out; the frame that paints them is not waited for. Both sides do this. */
export function showNames(names: readonly string[]): void {
  if (names.length !== 50) throw new Error(`${String(names.length)} people instead of 50`);
  const list = document.createElement('ol');
  list.append(...names.map((name) => Object.assign(document.createElement('li'), { textContent: name })));
  document.body.replaceChildren(list);
  if (list.offsetHeight === 0) throw new Error('the list has no height');
}

const CHUNK = 500;

/** Writes records of one collection in chunks, as an import does. */
export async function writeAll<R>(collection: RxCollection<R>, records: readonly R[]): Promise<void> {
  for (let at = 0; at < records.length; at += CHUNK) {
    const { error } = await collection.bulkInsert(records.slice(at, at + CHUNK));
    if (error.length > 0) throw new Error('invented records were refused');
  }
}

/** Writes a whole chapter, institutions first. */
export async function writeChapter(collections: Collections, chapter: InventedChapter): Promise<void> {
  await writeAll(collections.institutions, chapter.institutions);
  await writeAll(collections.people, chapter.people);
  await writeAll(collections.gatherings, chapter.gatherings);
  await writeAll(collections.sheets, chapter.sheets);
  await writeAll(collections.office, chapter.office);
}
