import fc from 'fast-check';
import { fillWithDefaultSettings, normalizeMangoQuery, prepareQuery, type MangoQuery, type RxDocumentData } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, test } from 'vitest';
import { QuickQuery } from './quick-query.ts';

interface Thing {
  readonly id: string;
  readonly town?: string;
  readonly name?: string;
  readonly age?: number;
}

const schema = fillWithDefaultSettings<Thing>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 8 }, town: { type: 'string' }, name: { type: 'string' }, age: { type: 'number' } },
  required: ['id'],
});

function prepared(asked: MangoQuery<Thing>) {
  const query = normalizeMangoQuery(schema, structuredClone(asked) as MangoQuery<RxDocumentData<Thing>>);
  const living = { ...query, selector: { $and: [{ _deleted: { $eq: false } }, query.selector] } };
  return prepareQuery(schema, living as typeof query);
}

let instances = 0;

async function memoryWith(things: readonly Thing[], deleted: ReadonlySet<string>) {
  instances += 1;
  const memory = await { ...getRxStorageMemory(), collectionStates: new Map() }.createStorageInstance<Thing>({
    databaseInstanceToken: 't',
    databaseName: `quick${String(instances)}`,
    collectionName: 'things',
    schema,
    options: {},
    multiInstance: false,
    devMode: false,
  });
  const rows = things.map((thing) => ({
    document: { ...thing, _deleted: deleted.has(thing.id), _rev: '1-a', _meta: { lwt: 1 }, _attachments: {} },
  }));
  if (rows.length > 0) await memory.bulkWrite(rows, 'test');
  await memory.findDocumentsById([], true);
  return memory;
}

const aText = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
const aThing = fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), town: aText, name: aText, age: fc.option(fc.nat(3), { nil: undefined }) });
const aSelector = fc.constantFrom<MangoQuery<Thing>['selector']>(
  {},
  { town: 'a' },
  { town: { $eq: 'b' } },
  { town: 'z' },
  { $and: [{ name: { $exists: true } }, { town: 'a' }] },
  { $or: [{ town: 'a' }, { town: 'b' }] },
  { town: { $ne: 'a' } },
  { age: 2 },
  { town: 'a', name: { $in: ['a', 'c'] } },
  { id: 'a' },
);
const aSort = fc.constantFrom<MangoQuery<Thing>['sort']>(undefined, [{ name: 'asc' }], [{ name: 'desc' }, { town: 'asc' }], [{ age: 'desc' }], [{ id: 'desc' }]);

test('answers what RxDB’s memory storage answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(aThing, { selector: ({ id }) => id, maxLength: 25 }),
      aSelector,
      aSort,
      fc.option(fc.nat(6), { nil: undefined }),
      fc.nat(3),
      async (things, selector, sort, limit, skip) => {
        const memory = await memoryWith(things, new Set(things.slice(0, 2).map(({ id }) => id)));
        const asked = prepared({ ...(selector ? { selector } : {}), ...(sort ? { sort } : {}), ...(limit === undefined ? {} : { limit }), skip });
        const { documents } = await memory.query(asked);
        const quick = new QuickQuery<Thing>();
        for (let again = 0; again < 2; again += 1) {
          const answer = quick.answer(memory.internals.documents, schema, asked);
          if (answer) expect(answer.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
        }
        await memory.close();
      },
    ),
    { numRuns: 300 },
  );
});

test('looks itself when a field’s value is named or only the first are wanted, and not otherwise', async () => {
  const memory = await memoryWith([{ id: 'one', town: 'a', name: 'x' }], new Set());
  const isQuick = (asked: MangoQuery<Thing>): boolean => new QuickQuery<Thing>().answer(memory.internals.documents, schema, prepared(asked)) !== null;
  expect(isQuick({ selector: { town: 'a' } })).toBe(true);
  expect(isQuick({ sort: [{ name: 'asc' }], limit: 50 })).toBe(true);
  expect(isQuick({ sort: [{ name: 'asc' }] })).toBe(false);
  expect(isQuick({ selector: { $or: [{ town: 'a' }] } })).toBe(false);
  expect(isQuick({ limit: 50 })).toBe(false);
});

test('forgets what it looked up when the documents have changed', async () => {
  const memory = await memoryWith([{ id: 'one', town: 'a' }], new Set());
  const quick = new QuickQuery<Thing>();
  const inTown = (): number | undefined => quick.answer(memory.internals.documents, schema, prepared({ selector: { town: 'a' } }))?.length;
  expect(inTown()).toBe(1);
  const [one] = await memory.findDocumentsById(['one'], true);
  await memory.bulkWrite([{ ...(one ? { previous: one } : {}), document: { ...one, town: 'b', _rev: '2-a' } as RxDocumentData<Thing> }], 'test');
  await memory.findDocumentsById([], true);
  quick.forget();
  expect(inTown()).toBe(0);
});
