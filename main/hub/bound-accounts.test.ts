import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCoordinator, addSlot } from './account-making.ts';
import { startHub, type RunningHub } from './server.ts';
import { call, onlyTheHub } from './testing/peer.ts';
import { recordId, sealedRecord } from './testing/records.ts';

const [own, other] = [`chapter-${randomBytes(8).toString('hex')}`, `chapter-${randomBytes(8).toString('hex')}`];
const luis = { name: 'pc-luis.2', password: 'p'.repeat(20) };

describe.skipIf(onlyTheHub('what a PC that shares adds to it'))('a hub that the program runs for one chapter', () => {
  let hub: RunningHub;
  let data: string;
  const status = async (account: { name: string; password: string } | null, method: string, path: string, body?: unknown): Promise<number> =>
    (await call(hub.address, account, method, path, body)).status;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hub-'));
    hub = await startHub({
      host: '127.0.0.1',
      port: 0,
      data,
      log: () => undefined,
      shared: false,
      extend: (app, { accounts, makeDatabase }) => {
        app.post('/_neighbour', async (request) => {
          await makeDatabase(own);
          await accounts.add({ ...luis, database: own });
          return { heard: request.body };
        });
      },
    });
  });
  afterAll(async () => {
    await hub.stop();
    await rm(data, { recursive: true, force: true });
  });

  it('lets a PC in through an endpoint of its own, to one database and no other', async () => {
    expect(await status(luis, 'GET', `/${own}`)).toBe(401);
    expect((await call(hub.address, null, 'POST', '/_neighbour', { a: 1 })).json).toEqual({ heard: { a: 1 } });
    expect(await status(null, 'POST', '/_neighbour', { a: 'x'.repeat(70_000) })).toBe(413);
    await call(hub.address, hub.firstAdmin, 'PUT', `/${other}`);
    await call(hub.address, hub.firstAdmin, 'PUT', '/plain');
    const id = recordId();
    expect(await status(luis, 'PUT', `/${own}/${id}`, sealedRecord(own, id, 'sealed'))).toBe(201);
    for (const path of [other, 'plain', 'network', 'delegates', 'chapter-00000000']) expect(await status(luis, 'GET', `/${path}`)).toBe(403);
    expect(await status(luis, 'PUT', '/chapter-00000000')).toBe(403);
    expect(await status(luis, 'DELETE', `/${own}`)).toBe(403);
    expect((await call(hub.address, hub.firstAdmin, 'GET', '/_all_dbs')).json).toEqual([own, other, 'plain'].sort());
  });

  it('gives the same PC a new password, and ends its password and session when it is removed', async () => {
    const changed = { name: luis.name, password: 'q'.repeat(20) };
    await hub.accounts.add({ ...changed, database: own });
    expect(await status(luis, 'GET', `/${own}`)).toBe(401);
    const opened = await call(hub.address, null, 'POST', '/_session', changed);
    const cookie = /AuthSession=[^;]+/.exec(opened.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const bySession = async (): Promise<number> => (await call(hub.address, null, 'GET', `/${own}`, undefined, { cookie })).status;
    expect(await bySession()).toBe(200);
    expect(await hub.accounts.bound()).toEqual([{ name: luis.name, database: own }]);
    await hub.accounts.remove(luis.name);
    await hub.accounts.remove('never-there');
    expect([await status(changed, 'GET', `/${own}`), await bySession(), await hub.accounts.bound()]).toEqual([401, 401, []]);
  });

  it('takes no account’s name and no account’s place, and keeps no password readable', async () => {
    await addSlot(data, 'Boston', 1);
    for (const name of ['admin', 'boston-1', '', 'a:b', 'x'.repeat(65), '../x']) {
      await expect(hub.accounts.add({ name, password: 'p', database: own })).rejects.toMatchObject({ code: 'account-name' });
    }
    await expect(hub.accounts.add({ name: 'pc', password: '', database: own })).rejects.toMatchObject({ code: 'account-name' });
    await Promise.all(['pc-1', 'pc-2', 'pc-3'].map((name) => hub.accounts.add({ name, password: 'secretsecret', database: own })));
    expect((await hub.accounts.bound()).map((one) => one.name)).toEqual(['pc-1', 'pc-2', 'pc-3']);
    expect(await readFile(join(data, 'bound-accounts.json'), 'utf8')).not.toContain('secretsecret');
  });

  it('makes a coordinator who reads every chapter and deletes none', async () => {
    const rosa = await addCoordinator(data, 'Rosa Peña');
    expect(rosa.name).toBe('coordinator-rosa-pena');
    await expect(addCoordinator(data, 'rosa pena')).rejects.toMatchObject({ code: 'slot-exists' });
    await expect(addCoordinator(data, '¡!')).rejects.toMatchObject({ code: 'slot-name' });
    expect((await call(hub.address, rosa, 'GET', '/_session')).json).toMatchObject({ userCtx: { roles: ['coordinator'] } });
    for (const name of [own, other]) expect(await status(rosa, 'GET', `/${name}/_all_docs`)).toBe(200);
    expect(await status(rosa, 'GET', '/plain')).toBe(403);
    expect([await status(rosa, 'DELETE', `/${own}`), await status(rosa, 'PUT', '/chapter-00000000'), await status(rosa, 'GET', '/_all_dbs')]).toEqual([403, 403, 403]);
  });
});
