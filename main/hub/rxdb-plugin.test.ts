import { randomBytes } from 'node:crypto';
import { addRxPlugin, createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb/plugins/core';
import { RxDBLeaderElectionPlugin } from 'rxdb/plugins/leader-election';
import { getFetchWithCouchDBAuthorization, replicateCouchDB, type RxCouchDBReplicationState } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, openPeer, type Peer } from './testing/peer.ts';

addRxPlugin(RxDBLeaderElectionPlugin);

interface Note {
  id: string;
  text: string;
}
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 60 }, text: { type: 'string' } },
  required: ['id', 'text'],
} as const;

/** RxDB's own CouchDB plugin as it comes in its package, in an administrator's plain database. */
describe('RxDB’s replication plugin', () => {
  let peer: Peer;
  const open: RxDatabase[] = [];
  beforeAll(async () => {
    peer = await openPeer();
  });
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
  });
  afterAll(() => peer.stop());

  async function plainDatabase(): Promise<string> {
    const name = `rx-${randomBytes(6).toString('hex')}`;
    expect((await call(peer.address, peer.account, 'PUT', `/${name}`)).status).toBe(201);
    return name;
  }

  async function office(name: string, live: boolean): Promise<{ notes: RxCollection<Note>; state: RxCouchDBReplicationState<Note> }> {
    const database = await createRxDatabase({ name: `office-${randomBytes(6).toString('hex')}`, storage: getRxStorageMemory(), multiInstance: false });
    open.push(database);
    const { notes } = await database.addCollections<{ notes: RxCollection<Note> }>({ notes: { schema } });
    const { name: user, password } = peer.account;
    const state = replicateCouchDB<Note>({
      replicationIdentifier: `to-${name}`,
      collection: notes,
      url: `${peer.address}/${name}/`,
      fetch: getFetchWithCouchDBAuthorization(user, password),
      live,
      pull: { batchSize: 20 },
      push: { batchSize: 20 },
    });
    state.error$.subscribe((problem) => expect.soft(problem).toBeUndefined());
    return { notes, state };
  }

  const texts = async (notes: RxCollection<Note>): Promise<Record<string, string>> =>
    Object.fromEntries((await notes.find().exec()).map((note) => [note.id, note.text]));

  it('carries what one office wrote to another, page by page', async () => {
    const name = await plainDatabase();
    const rosa = await office(name, false);
    await rosa.notes.bulkInsert(Array.from({ length: 65 }, (_, i) => ({ id: `note ${i}/ñ🌶`, text: `text ${i}` })));
    await rosa.state.awaitInitialReplication();
    const luis = await office(name, false);
    await luis.state.awaitInitialReplication();
    expect((await call(peer.address, peer.account, 'GET', `/${name}`)).json).toMatchObject({ doc_count: 65 });
    expect(Object.keys(await texts(luis.notes))).toHaveLength(65);
    expect(await texts(luis.notes)).toEqual(await texts(rosa.notes));
  });

  it('carries edits and deletions while both are live, and both see one outcome of a conflict', async () => {
    const name = await plainDatabase();
    const [rosa, luis] = [await office(name, true), await office(name, true)];
    await Promise.all([rosa, luis].map(({ state }) => state.awaitInitialReplication()));
    await rosa.notes.bulkInsert([{ id: 'a', text: 'one' }, { id: 'b', text: 'one' }]);
    await expect.poll(() => texts(luis.notes), { timeout: 15_000 }).toEqual({ a: 'one', b: 'one' });
    await (await luis.notes.findOne('a').exec(true)).patch({ text: 'two' });
    await (await luis.notes.findOne('b').exec(true)).remove();
    await expect.poll(() => texts(rosa.notes), { timeout: 15_000 }).toEqual({ a: 'two' });
    await Promise.all([rosa, luis].map(async ({ notes }, i) => (await notes.findOne('a').exec(true)).patch({ text: `by ${i}` })));
    const same = async (): Promise<boolean> => {
      const all = await Promise.all([rosa, luis].map(({ notes }) => texts(notes)));
      const there = (await call(peer.address, peer.account, 'GET', `/${name}/a`)).json as Note;
      return all.every((one) => one.a === there.text && Object.keys(one).length === 1) && there.text.startsWith('by ');
    };
    await expect.poll(same, { timeout: 15_000 }).toBe(true);
  });
});
