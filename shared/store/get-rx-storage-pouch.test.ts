import { addRxPlugin, createRxDatabase, getPseudoSchemaForVersion, now, prepareQuery } from 'rxdb';
import type { EventBulk, RxCollection, RxDocumentData, RxJsonSchema, RxStorageChangeEvent, RxStorageInstance } from 'rxdb';
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents';
import { describe, expect, test } from 'vitest';
import { getRxStoragePouch } from './get-rx-storage-pouch.ts';
import type { RecordInternals } from './record-instance.ts';

addRxPlugin(RxDBLocalDocumentsPlugin);

interface Chair {
  id: string;
  colour?: string;
}
type Stored = RxDocumentData<Chair>;

let names = 0;
const newName = (): string => `room${String((names += 1))}`;

function open(databaseName = newName(), collectionName = 'chairs', version = 0): Promise<RxStorageInstance<Chair, RecordInternals, object>> {
  return getRxStoragePouch({ adapter: 'memory' }).createStorageInstance<Chair>({
    databaseInstanceToken: 'token',
    databaseName,
    collectionName,
    schema: getPseudoSchemaForVersion<Chair>(version, 'id'),
    options: {},
    multiInstance: false,
    devMode: true,
  });
}

function chair(id: string, colour: string, rev = '1-a', deleted = false): Stored {
  return { id, colour, _deleted: deleted, _rev: rev, _meta: { lwt: now() }, _attachments: {} };
}

const byId = prepareQuery<Chair>(getPseudoSchemaForVersion<Chair>(0, 'id'), { selector: {}, sort: [{ id: 'asc' }], skip: 0 });

describe('a storage instance on PouchDB without sealing', () => {
  test('keeps documents, with RxDB’s bookkeeping, from one opening to the next', async () => {
    const name = newName();
    const first = await open(name);
    const red = { ...chair('a', 'red', '3-x'), _meta: { lwt: now(), mine: 'kept' } };
    expect((await first.bulkWrite([{ document: red }, { document: chair('_b', 'blue') }], 'test')).error).toEqual([]);
    await first.close();
    const again = await open(name);
    const found = await again.findDocumentsById(['a', '_b'], false);
    expect(found).toEqual([red, expect.objectContaining({ id: '_b', colour: 'blue' })]);
    await again.remove();
  });

  test('answers a write upon an older state with a conflict and the newest state, and writes the others', async () => {
    const instance = await open();
    const red = chair('a', 'red');
    await instance.bulkWrite([{ document: red }], 'test');
    const blue = chair('a', 'blue', '2-a');
    await instance.bulkWrite([{ previous: red, document: blue }], 'test');
    const { error } = await instance.bulkWrite([{ previous: red, document: chair('a', 'green', '2-b') }, { document: chair('b', 'grey') }], 'test');
    expect(error).toMatchObject([{ status: 409, documentId: 'a', documentInDb: { colour: 'blue', _rev: '2-a' }, writeRow: { document: { colour: 'green' } } }]);
    expect((await instance.query(byId)).documents.map(({ colour }) => colour)).toEqual(['blue', 'grey']);
    await instance.remove();
  });

  test('refuses one of two writes of the same new document in one go', async () => {
    const instance = await open();
    const { error } = await instance.bulkWrite([{ document: chair('a', 'red') }, { document: chair('a', 'blue') }], 'test');
    expect(error).toMatchObject([{ status: 409, documentInDb: { colour: 'red' } }]);
    await instance.remove();
  });

  test('tells each write once, before it is acknowledged', async () => {
    const instance = await open();
    const told: EventBulk<RxStorageChangeEvent<Chair>, unknown>[] = [];
    const following = instance.changeStream().subscribe((bulk) => told.push(bulk));
    const red = chair('a', 'red');
    await instance.bulkWrite([{ document: red }], 'mine');
    expect(told).toMatchObject([{ context: 'mine', events: [{ operation: 'INSERT', documentData: { colour: 'red' } }] }]);
    await instance.bulkWrite([{ previous: red, document: chair('a', 'red', '2-a', true) }], 'mine');
    expect(told[1]).toMatchObject({ events: [{ operation: 'DELETE', previousDocumentData: { _rev: '1-a' } }] });
    await instance.bulkWrite([{ document: chair('a', 'red') }], 'mine');
    expect(told).toHaveLength(2);
    following.unsubscribe();
    await instance.remove();
  });

  test('keeps a deleted document until it is cleaned up, then nowhere', async () => {
    const name = newName();
    const first = await open(name);
    const red = chair('a', 'red');
    await first.bulkWrite([{ document: red }], 'test');
    await first.bulkWrite([{ previous: red, document: chair('a', 'ruby', '2-a', true) }], 'test');
    expect(await first.findDocumentsById(['a'], false)).toEqual([]);
    expect((await first.count(byId)).count).toBe(1);
    await first.close();
    const again = await open(name);
    expect(await again.findDocumentsById(['a'], true)).toMatchObject([{ colour: 'ruby', _deleted: true, _rev: '2-a' }]);
    expect(await again.cleanup(60_000)).toBe(true);
    expect(await again.findDocumentsById(['a'], true)).toHaveLength(1);
    expect(await again.cleanup(0)).toBe(true);
    expect(await again.findDocumentsById(['a'], true)).toEqual([]);
    const { pouch } = again.internals;
    expect(JSON.stringify(await pouch.changes({ include_docs: true }))).not.toMatch(/ruby|red/);
    expect((await again.bulkWrite([{ document: chair('a', 'new') }], 'test')).error).toEqual([]);
    await again.close();
    const last = await open(name);
    expect(await last.findDocumentsById(['a'], true)).toMatchObject([{ colour: 'new', _deleted: false }]);
    await last.remove();
  });

  test('removes a collection with its data, and only that one', async () => {
    const name = newName();
    const [chairs, tables, newer] = [await open(name), await open(name, 'tables'), await open(name, 'chairs', 1)];
    for (const instance of [chairs, tables, newer]) await instance.bulkWrite([{ document: chair('a', 'red') }], 'test');
    await chairs.remove();
    await chairs.close();
    await tables.close();
    await expect(tables.remove()).rejects.toThrow('closed');
    await newer.close();
    expect(await (await open(name)).findDocumentsById(['a'], true)).toEqual([]);
    expect(await (await open(name, 'tables')).findDocumentsById(['a'], true)).toHaveLength(1);
    expect(await (await open(name, 'chairs', 1)).findDocumentsById(['a'], true)).toHaveLength(1);
  });

  test('shares what it holds between instances that are open at once', async () => {
    const name = newName();
    const [left, right] = await Promise.all([open(name), open(name)]);
    const told: unknown[] = [];
    const following = right.changeStream().subscribe((bulk) => told.push(...bulk.events));
    const red = chair('a', 'red');
    await left.bulkWrite([{ document: red }], 'test');
    expect(told).toMatchObject([{ documentId: 'a' }]);
    expect((await right.bulkWrite([{ previous: red, document: chair('a', 'blue', '2-a') }], 'test')).error).toEqual([]);
    await left.close();
    expect(await right.findDocumentsById(['a'], false)).toMatchObject([{ colour: 'blue' }]);
    following.unsubscribe();
    await Promise.all([right.close(), right.close()]);
    await expect(right.bulkWrite([{ document: chair('b', 'red') }], 'test')).rejects.toThrow('closed');
    const again = await open(name);
    expect(await again.findDocumentsById(['a'], false)).toMatchObject([{ colour: 'blue' }]);
    await again.remove();
  });

  test('loses none of 80 increments at once from two instances', async () => {
    const name = newName();
    const both = await Promise.all([open(name), open(name)]);
    await both[0].bulkWrite([{ document: chair('a', '0', '1-a') }], 'test');
    let conflicts = 0;
    async function increment(instance: (typeof both)[0]): Promise<void> {
      const [previous] = await instance.findDocumentsById(['a'], false);
      if (!previous) throw new Error('lost');
      const _rev = `${String(Number.parseInt(previous._rev, 10) + 1)}-a`;
      const document = { ...previous, colour: String(Number(previous.colour) + 1), _rev };
      const { error } = await instance.bulkWrite([{ previous, document }], 'test');
      if (error.length === 0) return;
      conflicts += 1;
      await increment(instance);
    }
    await Promise.all(Array.from({ length: 80 }, (_, at) => increment(at % 2 === 0 ? both[0] : both[1])));
    expect(conflicts).toBeGreaterThan(0);
    await Promise.all(both.map((instance) => instance.close()));
    const again = await open(name);
    expect(await again.findDocumentsById(['a'], false)).toMatchObject([{ colour: '80', _rev: '81-a' }]);
    await again.remove();
  });

  test('refuses attachments, compressed keys and unknown adapters', async () => {
    const schema = getPseudoSchemaForVersion<Chair>(0, 'id');
    const params = { databaseInstanceToken: 't', databaseName: newName(), collectionName: 'c', options: {}, multiInstance: false, devMode: true };
    const storage = getRxStoragePouch();
    await expect(storage.createStorageInstance<Chair>({ ...params, schema: { ...schema, attachments: {} } })).rejects.toThrow('no attachments');
    await expect(storage.createStorageInstance<Chair>({ ...params, schema: { ...schema, keyCompression: true } })).rejects.toThrow('UT5');
    await expect(getRxStoragePouch({ adapter: 'paper' }).createStorageInstance<Chair>({ ...params, schema })).rejects.toThrow('"paper"');
  });
});

interface Seat {
  id: string;
  row: string;
  number: number;
}

const seatSchema: RxJsonSchema<Seat> = {
  version: 0,
  primaryKey: { key: 'id', fields: ['row', 'number'], separator: '|' },
  type: 'object',
  properties: { id: { type: 'string', maxLength: 20 }, row: { type: 'string', maxLength: 5 }, number: { type: 'integer', minimum: 0, maximum: 99, multipleOf: 1 } },
  required: ['id', 'row', 'number'],
  indexes: [['row', 'number']],
};

async function hall(name: string): Promise<RxCollection<Seat>> {
  const database = await createRxDatabase({ name, storage: getRxStoragePouch(), multiInstance: false, localDocuments: true });
  const { seats } = await database.addCollections({ seats: { schema: seatSchema, localDocuments: true } });
  return seats;
}

describe('an RxDatabase on PouchDB', () => {
  test('finds its records, composite ids and local documents again', async () => {
    const name = newName();
    const seats = await hall(name);
    await seats.insertLocal('plan', { doors: 2 });
    await seats.bulkInsert([1, 2, 3].map((number) => ({ row: 'A', number }) as Seat));
    await (await seats.findOne('A|2').exec())?.remove();
    await seats.database.close();
    const again = await hall(name);
    expect((await again.find({ sort: [{ number: 'desc' }] }).exec()).map((seat) => seat.toJSON())).toEqual([
      { id: 'A|3', row: 'A', number: 3 },
      { id: 'A|1', row: 'A', number: 1 },
    ]);
    expect((await again.getLocal('plan'))?.toJSON().data).toEqual({ doors: 2 });
    expect(await again.insert({ row: 'A', number: 2 } as Seat)).toMatchObject({ id: 'A|2' });
    await again.database.remove();
    const empty = await hall(name);
    expect(await empty.find().exec()).toEqual([]);
    expect(await empty.getLocal('plan')).toBeNull();
    await empty.database.remove();
  });

  test('refuses another shape under the same version, since its own bookkeeping is kept', async () => {
    const name = newName();
    await (await hall(name)).database.close();
    const database = await createRxDatabase({ name, storage: getRxStoragePouch(), multiInstance: false });
    await expect(database.addCollections({ seats: { schema: { ...seatSchema, indexes: [] } } })).rejects.toThrow('DB6');
    await database.close();
  });
});
