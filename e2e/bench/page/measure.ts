import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { createRxDatabase, type RxCollection } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Person } from '../../../shared/domain/person.ts';
import { newRecordId, randomToken } from '../../../shared/domain/record.ts';
import { Directory, directoryEntry } from '../../../shared/names/directory.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import { openRecords } from '../../../shared/store/open-records.ts';
import { rxSchemaOf } from '../../../shared/store/families.ts';

PouchDB.plugin(idb);

/** What the bench script asks of the page. Times are milliseconds. */
export interface Measures {
  /** Writes people in chunks into Convoca's store (sealed, strict) and into RxDB on Dexie (not sealed, strict). */
  bulk(people: readonly BenchPerson[], chunk: number): Promise<{ readonly convoca: number; readonly dexie: number }>;
  /** Each prefix of each query is one keystroke; all answers' times, Convoca's directory and Dexie's query. */
  search(people: readonly BenchPerson[], queries: readonly string[]): Promise<{ readonly convoca: number[]; readonly dexie: number[] }>;
}

export interface BenchPerson {
  readonly nameAsWritten: string;
  readonly phone: string;
}

declare global {
   
  var measures: Measures;
}

function toPerson({ nameAsWritten, phone }: BenchPerson): Person {
  const contacts = phone === '' ? [] : [{ key: randomToken(8), kind: 'phone' as const, value: phone, asWritten: phone }];
  return { id: newRecordId('person'), nameAsWritten, contacts, affiliations: [] };
}

async function inChunks<T>(all: readonly T[], size: number, write: (chunk: T[]) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let at = 0; at < all.length; at += size) await write(all.slice(at, at + size));
  return performance.now() - began;
}

async function openDexie(): Promise<RxCollection<Person>> {
  const database = await createRxDatabase({ name: `dexie-${randomToken(8)}`, storage: getRxStorageDexie(), multiInstance: false });
  const added = await database.addCollections({ people: { schema: rxSchemaOf('people') } });
  return added.people;
}

globalThis.measures = {
  async bulk(people, chunk) {
    const chapter = await openRecords({
      id: randomToken(20),
      keys: await newChapterKeys(),
      user: { id: 'user:bench', name: '' },
      device: newRecordId('device'),
      adapter: 'idb',
      onFailure: (problem) => {
        throw problem;
      },
    });
    const convoca = await inChunks(people.map(toPerson), chunk, (some) => chapter.createMany('people', some));
    await chapter.close();
    // Opening Convoca's store has made every IndexedDB transaction of this page strict, Dexie's too.
    const collection = await openDexie();
    const dexie = await inChunks(people.map(toPerson), chunk, (some) => collection.bulkInsert(some));
    await collection.database.close();
    return { convoca, dexie };
  },

  async search(people, queries) {
    const whole = people.map(toPerson);
    const directory = new Directory();
    directory.putMany(whole.map(directoryEntry));
    const collection = await openDexie();
    await collection.bulkInsert(whole);
    const convoca: number[] = [];
    const dexie: number[] = [];
    for (const query of queries) {
      for (let length = 1; length <= query.length; length += 1) {
        const typed = query.slice(0, length);
        let began = performance.now();
        directory.search(typed, { limit: 50 });
        convoca.push(performance.now() - began);
        began = performance.now();
        await collection.find({ selector: { nameAsWritten: { $regex: typed, $options: 'i' } }, limit: 50 }).exec();
        dexie.push(performance.now() - began);
      }
    }
    await collection.database.close();
    return { convoca, dexie };
  },
};
