import { createRxDatabase, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Person } from '../../../shared/domain/person.ts';
import { COLLECTION_NAMES, rxSchemaOf } from '../../../shared/store/families.ts';
import { inventChapter, townOf } from './invented-chapter.ts';
import { beginAsTheApp, showNames, writeAll, writeChapter, type Collections, type ColdOpening, type OpenSide, type Side } from './side.ts';

/** The indexes that the sorted list, and the sorted and filtered list, need; its Dexie storage wants such texts required and of limited length. */
const PEOPLE_INDEXES = [['family1'], ['area', 'family1']];
const INDEXED_TEXT = { type: 'string', maxLength: 100 };

function peopleSchema(indexed: boolean): RxJsonSchema<Person> {
  const schema = rxSchemaOf('people');
  if (!indexed) return schema;
  const properties = { ...schema.properties, family1: INDEXED_TEXT, area: INDEXED_TEXT } as unknown as typeof schema.properties;
  return { ...schema, properties, required: ['id', 'family1', 'area'], indexes: PEOPLE_INDEXES };
}

async function openDexie(indexed: boolean): Promise<Collections> {
  const database = await createRxDatabase({ name: 'bench', storage: getRxStorageDexie(), multiInstance: false });
  const schemas = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, { schema: name === 'people' ? peopleSchema(indexed) : rxSchemaOf(name) }]));
  return (await database.addCollections(schemas)) as unknown as Collections;
}

/** Opens everything and reads it; the answers are held by the caller. */
async function readAll(indexed: boolean): Promise<readonly (readonly unknown[])[]> {
  const collections = await openDexie(indexed);
  return Promise.all(COLLECTION_NAMES.map((name) => collections[name].find().exec()));
}

/**
 * RxDB on its Dexie storage: same records, same schemas, nothing sealed, strict. Without indexes where nothing asks by one
 * (they cost it time at every write), and with those that a query needs where one asks.
 */
export function dexie(indexed: boolean): Side {
  return {
    ready: beginAsTheApp,

    async fill(count) {
      const collections = await openDexie(indexed);
      await writeChapter(collections, inventChapter(count));
      await collections.people.database.close();
    },

    async openCold(count): Promise<ColdOpening> {
      const began = performance.now();
      if (indexed) {
        const { people } = await openDexie(true);
        const found = await people.find({ selector: {}, sort: [{ family1: 'asc' }], limit: 50 }).exec();
        showNames(found.map(({ nameAsWritten }) => nameAsWritten));
        return { first: performance.now() - began, all: Number.NaN };
      }
      const everything = await readAll(false);
      const all = performance.now() - began;
      if (everything.reduce((sum, found) => sum + found.length, 0) !== count) throw new Error('records are missing');
      return { first: Number.NaN, all };
    },

    async hold(count) {
      const everything = await readAll(indexed);
      if (everything.reduce((sum, found) => sum + found.length, 0) !== count) throw new Error('records are missing');
      return everything;
    },

    async open(): Promise<OpenSide> {
      const { people } = await openDexie(indexed);
      return {
        people,
        // What RxDB's documentation shows for this; who and when are written as Convoca writes them.
        change: async (id, patch) => {
          const document = await people.findOne(id).exec();
          if (!document) throw new Error('no such record');
          await document.incrementalPatch({ ...patch, updatedAt: new Date().toISOString(), updatedBy: 'user:bench' });
        },
        add: (many) => writeAll(people, many),
        // Finds the letters anywhere in the name, but only with their accents and in their order; RxDB has no other search without a licence.
        searcher: () =>
          Promise.resolve(async (typed) => {
            const found = await people.find({ selector: { nameAsWritten: { $regex: typed, $options: 'i' } }, limit: 50 }).exec();
            return found.length;
          }),
        // Who belongs to an institution stands in a list, which Dexie cannot index: the list of a town takes its place.
        lister: () =>
          Promise.resolve(async (place) => {
            const found = await people.find({ selector: { area: townOf(place) }, sort: [{ family1: 'asc' }], limit: 50 }).exec();
            return found.length;
          }),
        touch: async (ids) => {
          for (const document of (await people.findByIds([...ids]).exec()).values()) await document.incrementalPatch({ languageOther: 'Mam' });
        },
        stored: () => Promise.resolve(null),
        close: () => people.database.close(),
      };
    },
  };
}
