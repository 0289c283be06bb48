import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlot, type FreshAccount } from './account-making.ts';
import { call, onlyTheHub, tryHub, twoSlots, type Answer } from './testing/peer.ts';
import { recordId } from './testing/records.ts';

const chapterName = (): string => `chapter-${randomBytes(8).toString('hex')}`;

describe.skipIf(onlyTheHub('who may do what'))('who may do what', () => {
  let hub: Awaited<ReturnType<typeof tryHub>>;
  let boston: readonly FreshAccount[];
  let fresno: readonly FreshAccount[];
  const as = (account: FreshAccount | null | undefined, method: string, path: string, body?: unknown): Promise<Answer> => call(hub.address, account ?? null, method, path, body);
  const statusOf = async (answer: Promise<Answer>): Promise<number> => (await answer).status;

  beforeAll(async () => {
    hub = await tryHub();
    ({ boston, fresno } = await twoSlots(hub.data));
  });
  afterAll(() => hub.stop());

  it('binds a chapter to the slot that sends first, and to no other', async () => {
    const [name, other] = [chapterName(), chapterName()];
    expect(await statusOf(as(boston[0], 'GET', `/${name}`))).toBe(404);
    expect(await statusOf(as(boston[0], 'PUT', '/otherwise'))).toBe(403);
    expect(await statusOf(as(boston[0], 'PUT', `/${name}`))).toBe(201);
    expect(await statusOf(as(boston[1], 'PUT', `/${name}`))).toBe(412);
    expect(await statusOf(as(boston[1], 'GET', `/${name}`))).toBe(200);
    const stranger = await as(fresno[0], 'GET', `/${name}`);
    expect([stranger.status, stranger.json]).toEqual([403, { error: 'forbidden', reason: 'You are not allowed to access this db.' }]);
    expect(await statusOf(as(fresno[0], 'PUT', `/${name}`))).toBe(403);
    expect(await statusOf(as(fresno[0], 'POST', `/${name}/_bulk_docs`, { docs: [] }))).toBe(403);
    expect(await statusOf(as(fresno[0], 'GET', `/${name}/_changes`))).toBe(403);
    expect(await statusOf(as(fresno[0], 'GET', `/${name}/_local/x`))).toBe(403);
    expect(await statusOf(as(boston[0], 'PUT', `/${other}`))).toBe(403);
    expect(await statusOf(as(boston[0], 'GET', `/${other}`))).toBe(403);
    expect(await statusOf(as(boston[0], 'DELETE', `/${name}`))).toBe(403);
    expect(await statusOf(as(boston[0], 'GET', '/_all_dbs'))).toBe(403);
    expect(await statusOf(as(null, 'GET', `/${name}`))).toBe(401);
    expect((await as(hub.firstAdmin, 'GET', '/_all_dbs')).json).toEqual([name, 'delegates', 'network']);
  });

  it('lets only one of two first databases in, when both come at once', async () => {
    const [racer] = await addSlot(hub.data, 'Racer', 1);
    const answers = await Promise.all([chapterName(), chapterName()].map((name) => statusOf(as(racer, 'PUT', `/${name}`))));
    expect(answers.sort()).toEqual([201, 403]);
  });

  it('turns wrong passwords away, slower and slower, and still lets the right one in', async () => {
    const began = Date.now();
    for (let i = 0; i < 3; i += 1) {
      const answer = await as({ name: 'boston-1', password: `guess ${i}` }, 'GET', '/chapter-00000000');
      expect([answer.status, answer.json]).toEqual([401, { error: 'unauthorized', reason: 'Name or password is incorrect.' }]);
    }
    expect(Date.now() - began).toBeGreaterThanOrEqual(100 + 200 + 400 - 20);
    expect(await statusOf(as({ name: 'nobody', password: 'x' }, 'GET', '/'))).toBe(401);
    expect(await statusOf(as(boston[0], 'GET', '/_session'))).toBe(200);
  });

  it('sees accounts that are added while it runs, and frees a slot whose database was deleted', async () => {
    const [late] = await addSlot(hub.data, 'Çhicago Süd', 1);
    expect(late?.name).toBe('chicago-sud-1');
    const name = chapterName();
    expect(await statusOf(as(late, 'PUT', `/${name}`))).toBe(201);
    expect(await statusOf(as(hub.firstAdmin, 'DELETE', `/${name}`))).toBe(200);
    expect(await statusOf(as(late, 'GET', `/${name}`))).toBe(404);
    expect(await statusOf(as(late, 'PUT', `/${chapterName()}`))).toBe(201);
    await expect(addSlot(hub.data, 'chicago sud', 1)).rejects.toMatchObject({ code: 'slot-exists' });
    await expect(addSlot(hub.data, '¡!', 1)).rejects.toMatchObject({ code: 'slot-name' });
  });

  it('forged, foreign and outdated sessions are nobody', async () => {
    const opened = await as(null, 'POST', '/_session', boston[0]);
    const cookie = /AuthSession=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const [name = '', time = '', signature = ''] = Buffer.from(cookie, 'base64url').toString().split(':');
    const sent = async (parts: readonly string[]): Promise<unknown> => {
      const value = Buffer.from(parts.join(':')).toString('base64url');
      return (await call(hub.address, null, 'GET', '/_session', undefined, { cookie: `AuthSession=${value}` })).json;
    };
    expect(await sent([name, time, signature])).toMatchObject({ userCtx: { name: 'boston-1' } });
    expect(await sent(['admin', time, signature])).toMatchObject({ userCtx: { name: null } });
    expect(await sent([name, (parseInt(time, 16) + 60).toString(16), signature])).toMatchObject({ userCtx: { name: null } });
    expect(await sent([name, time, signature.slice(0, -2)])).toMatchObject({ userCtx: { name: null } });
  });

  it('writes no name, id or password to its log, and keeps its files to itself', async () => {
    const id = recordId();
    await as(hub.firstAdmin, 'PUT', '/plain');
    await as(hub.firstAdmin, 'PUT', `/plain/${id}`, { a: 1 });
    await as(hub.firstAdmin, 'GET', '/plain/%E0%A4%A');
    const log = hub.lines.join('\n');
    expect(log).toContain('PUT /:db/:id 201');
    for (const secret of [id, 'plain', 'boston', hub.firstAdmin?.password ?? '-', 'guess']) expect(log).not.toContain(secret);
    expect((await stat(join(hub.data, 'accounts.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(hub.data, 'identity.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(hub.data, 'accounts.json'), 'utf8')).not.toContain(boston[0]?.password);
  });
});
