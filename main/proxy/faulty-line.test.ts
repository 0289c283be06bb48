import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSafeAt } from '../../shared/sync/status.ts';
import type { FreshAccount } from '../hub/account-making.ts';
import { USUAL_LIMITS } from '../hub/limits.ts';
import { startHub, type RunningHub } from '../hub/server.ts';
import { call, onlyTheHub } from '../hub/testing/peer.ts';
import { recordId, sealedRecord } from '../hub/testing/records.ts';
import { LinedOffice, type Spoil } from './testing/lined-office.ts';

describe.skipIf(onlyTheHub('being killed, emptied and restored'))('a session and the real hub over a line with faults', () => {
  let folder: string;
  let hub: RunningHub;
  let account: FreshAccount;
  let database: string;
  let rosa: LinedOffice;
  let luis: LinedOffice;

  const start = async (port = 0): Promise<void> => {
    const limits = { ...USUAL_LIMITS, requestsPerSecond: 1e6, burst: 1e6 };
    hub = await startHub({ host: '127.0.0.1', port, data: join(folder, 'hub'), log: () => undefined, limits });
  };
  const port = (): number => Number(new URL(hub.address).port);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faulty-line-'));
    await start();
    if (!hub.firstAdmin) throw new Error('a new hub makes an administrator');
    account = hub.firstAdmin;
    database = `chapter-${recordId().slice('person:'.length, 'person:'.length + 16)}`;
    await call(hub.address, account, 'PUT', `/${database}`);
    rosa = await LinedOffice.open(folder, database, hub.address, account);
    luis = await LinedOffice.open(folder, database, hub.address, account);
  });
  afterEach(async () => {
    for (const office of [rosa, luis]) await office.close();
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const equal = async (): Promise<void> => {
    for (const office of [rosa, luis, rosa]) {
      await office.session.exchange();
      expect(office.server).toMatchObject({ problem: null, waiting: 0, denied: [] });
      expect(isSafeAt(office.server)).toBe(true);
    }
    expect(await rosa.leaves()).toEqual(await luis.leaves());
  };
  const isWrite = (request: Request): boolean => request.url.endsWith('/_bulk_docs');

  it('every third answer fails in another way, and all arrives', async () => {
    await rosa.write(database, 700);
    const ways: readonly Spoil[] = [
      async (_request, forward) => new Response((await (await forward()).text()).slice(0, -2), { headers: { 'content-type': 'application/json' } }),
      () => Promise.resolve(new Response('<html>Sign in</html>', { status: 503, headers: { 'content-type': 'text/html' } })),
      () => Promise.reject(new TypeError('fetch failed')),
      async (_request, forward) => (await forward(), Promise.reject(new TypeError('the answer was lost'))),
      () => Promise.resolve(Response.json({ error: 'too_many_requests' }, { status: 429, headers: { 'retry-after': '1' } })),
      () => Promise.resolve(Response.json({ error: 'internal_server_error' }, { status: 500 })),
    ];
    for (const office of [rosa, luis]) {
      let asked = 0;
      office.spoil = (request, forward) => (++asked % 3 === 0 && asked < 60 ? (ways[(asked / 3) % ways.length] ?? ways[0])!(request, forward) : forward());
      await office.session.exchange();
      expect(office.shown.some(({ activity }) => activity === 'pausing')).toBe(true);
      office.spoil = (_request, forward) => forward();
    }
    await equal();
    expect(await luis.leaves()).toHaveLength(700);
  });

  it('a proxy in between that lets only small bodies through', async () => {
    await rosa.write(database, 300);
    rosa.spoil = async (request, forward) => {
      if (isWrite(request) && (await request.clone().text()).length > 20_000) return Response.json({ error: 'too_large' }, { status: 413 });
      return forward();
    };
    await rosa.session.exchange();
    await equal();
  });

  it('a sign-in that ends in the midst of an exchange', async () => {
    await rosa.write(database, 300);
    let refusals = 1;
    rosa.spoil = (request, forward) => (isWrite(request) && refusals-- > 0 ? Promise.resolve(Response.json({ error: 'unauthorized' }, { status: 401 })) : forward());
    await rosa.session.exchange();
    expect(rosa.shown.every(({ peers }) => peers[0]?.problem !== 'wrong-password')).toBe(true);
    await equal();
  });

  it('a hub that stops in the midst and comes back', async () => {
    await rosa.write(database, 800);
    const at = port();
    let writes = 0;
    rosa.spoil = async (request, forward) => {
      if (isWrite(request) && ++writes === 2) await hub.stop();
      return forward();
    };
    let asked = 0;
    // It is back after so many tries, not after a time: on a busy computer the office's pauses would have become minutes.
    rosa.beforeProbe = async () => {
      if (writes >= 2 && ++asked === 3) await start(at);
    };
    await rosa.session.exchange();
    expect(rosa.shown.some(({ peers }) => peers[0]?.problem === 'no-network')).toBe(true);
    expect(asked).toBeGreaterThanOrEqual(3);
    await equal();
  });

  it('a hub that was emptied is filled again by whoever comes, and is safe of nothing before', async () => {
    await rosa.write(database, 60);
    await equal();
    await luis.write(database, 5);
    await call(hub.address, account, 'DELETE', `/${database}`);
    rosa.shown.length = 0;
    await rosa.session.exchange();
    expect(rosa.shown.find(({ peers }) => peers[0]?.safeAt === null)).toMatchObject({ waiting: 60, peers: [{ setBack: { kind: 'emptied' } }] });
    await equal();
    expect(await rosa.leaves()).toHaveLength(65);
  });

  it("a hub restored from yesterday's copy has everything again after each office's next exchange", async () => {
    await rosa.write(database, 40);
    await equal();
    const at = port();
    await hub.stop();
    await cp(join(folder, 'hub'), join(folder, 'yesterday'), { recursive: true });
    await start(at);
    await rosa.write(database, 30);
    await luis.write(database, 20);
    await equal();
    const confirmed = rosa.server.safeAt;
    await hub.stop();
    await rm(join(folder, 'hub'), { recursive: true });
    await cp(join(folder, 'yesterday'), join(folder, 'hub'), { recursive: true });
    await start(at);
    await luis.write(database, 1);
    luis.shown.length = 0;
    await luis.session.exchange();
    expect(luis.shown.some(({ peers }) => peers[0]?.setBack?.kind === 'restored' && peers[0].safeAt === null)).toBe(true);
    // This office has not spoken with it since: it says no more than what it knew then.
    expect(rosa.server.safeAt).toBe(confirmed);
    await equal();
    expect(await rosa.leaves()).toHaveLength(91);
  });

  it('a record that the rules refuse is listed, and goes through when they change', async () => {
    await rosa.write(database, 10);
    const bad = { ...sealedRecord(database, recordId(), 'too open'), name: 'in the clear' };
    await rosa.pouch.put(bad);
    await rosa.session.exchange();
    expect(rosa.server).toMatchObject({ problem: null, waiting: 1, safeAt: null, denied: [{ id: bad._id, direction: 'sending' }] });
    await luis.session.exchange();
    expect(await luis.leaves()).toHaveLength(10);
    const { _rev } = await rosa.pouch.get(bad._id);
    await rosa.pouch.put({ ...sealedRecord(database, bad._id, 'sealed now'), _rev });
    rosa.session.noteChanges([bad._id]);
    await rosa.session.exchange();
    expect(rosa.server.denied).toEqual([]);
    await equal();
  });
});
