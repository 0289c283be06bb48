import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE, littlePeer } from '../proxy/testing.ts';
import { ownPage, testHost, type TestHost } from './testing.ts';

let running: TestHost;
let own: Record<string, string> = {};
beforeEach(async () => {
  running = await testHost();
  own = ownPage(running.host.port);
});
afterEach(() => running.stop());

const list = (headers: Record<string, string>) => running.ask('/host/call/keep.list', { method: 'POST', headers, body: '[]' });

describe('the key', () => {
  it('is in the fragment only, and gives a cookie named for the port that scripts and other sites cannot use', async () => {
    expect(running.host.address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${running.host.port}/#key=[\\w-]{32}$`));
    const told = await running.ask('/host/unlock', { method: 'POST', headers: own, body: running.key });
    expect(told.status).toBe(200);
    expect(told.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^convoca-${running.host.port}=[\\w-]{32}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect(told.headers['set-cookie']?.[0]).not.toContain(running.key);
  });

  it('opens the host for whoever has it, as often as needed', async () => {
    for (let time = 0; time < 2; time += 1) {
      const told = await list({ ...own, cookie: await running.cookie() });
      expect([told.status, told.text]).toEqual([200, '{"value":[]}']);
    }
  });

  it('made for starting a browser works once', async () => {
    const body = new URL(running.host.addressForOnce()).hash.slice('#key='.length);
    expect((await running.ask('/host/unlock', { method: 'POST', headers: own, body })).status).toBe(200);
    expect((await running.ask('/host/unlock', { method: 'POST', headers: own, body })).status).toBe(401);
  });

  it.each(['', 'x', 'A'.repeat(32)])('wrong (%j) gives nothing', async (body) => {
    const told = await running.ask('/host/unlock', { method: 'POST', headers: own, body });
    expect([told.status, told.headers['set-cookie']]).toEqual([401, undefined]);
  });

  it('is missing: the page is told that it is locked out, and nothing of its request is done', async () => {
    expect((await list(own)).status).toBe(401);
    expect((await list({ ...own, cookie: `convoca-${running.host.port}=${running.key}` })).status).toBe(401);
    const write = { method: 'POST', headers: own, body: '["a","b"]' };
    expect((await running.ask('/host/call/keep.write', write)).status).toBe(401);
    expect(await running.machine.keep.list()).toEqual([]);
    const sync = await running.ask(`/sync/server/${DATABASE}`, { headers: own });
    expect([sync.status, JSON.parse(sync.text)]).toEqual([403, { error: 'convoca', problem: 'not-allowed', lockedOut: true }]);
  });

  it("of another run is as good as none: an old tab's cookie does not open a host started anew", async () => {
    const other = await testHost();
    const cookie = (await other.cookie()).replace(/^convoca-\d+/, `convoca-${running.host.port}`);
    expect((await list({ ...own, cookie })).status).toBe(401);
    await other.stop();
  });
});

describe('other sites', () => {
  it('that point their own name at this computer get nothing, not even the page', async () => {
    const cookie = await running.cookie();
    for (const host of ['evil.example', `evil.example:${running.host.port}`, '127.0.0.1:1', '127.0.0.1', '[::1]']) {
      expect((await running.ask('/', { headers: { host } })).status).toBe(421);
      expect((await list({ ...own, host, cookie })).status).toBe(421);
    }
  });

  it('cannot call the host, even where the browser would send the cookie along', async () => {
    const cookie = await running.cookie();
    const { port } = running.host;
    const foreign: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: `http://localhost:${port}` },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      expect((await list({ ...own, cookie, ...headers })).status).toBe(403);
      expect((await running.ask(`/sync/server/${DATABASE}`, { headers: { ...own, cookie, ...headers } })).status).toBe(403);
    }
    const { host } = own;
    expect((await list({ host: host ?? '', cookie })).status).toBe(403);
  });

  it('localhost is led to the one origin that holds the records', async () => {
    const { port } = running.host;
    const told = await running.ask('/members?x=1', { headers: { host: `localhost:${port}` } });
    expect([told.status, told.headers.location]).toEqual([307, `http://127.0.0.1:${port}/members?x=1`]);
    expect((await list({ ...own, host: `localhost:${port}`, cookie: await running.cookie() })).status).toBe(421);
  });
});

describe('the page', () => {
  it('comes with a policy that loads nothing from elsewhere', async () => {
    const told = await running.ask('/');
    expect([told.status, told.text]).toEqual([200, '<!doctype html>index']);
    const policy = String(told.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(told.headers['x-content-type-options']).toBe('nosniff');
    expect(told.headers['referrer-policy']).toBe('no-referrer');
    expect(told.headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(told.headers['cache-control']).toBe('no-cache');
    expect((await running.ask('/assets/a.js')).headers['cache-control']).toContain('immutable');
  });

  it('is index.html for every screen, and a 404 for a file that is not there', async () => {
    expect((await running.ask('/meetings/x/sheet')).text).toContain('index');
    expect((await running.ask('/assets/gone.js')).status).toBe(404);
    expect((await running.ask('/', { method: 'POST', headers: own })).status).toBe(405);
  });
});

describe('calls', () => {
  it('are answered by the machine', async () => {
    const headers = { ...own, cookie: await running.cookie() };
    const call = async (name: string, args: unknown): Promise<unknown> => {
      const told = await running.ask(`/host/call/${name}`, { method: 'POST', headers, body: JSON.stringify(args) });
      return told.status === 200 ? (JSON.parse(told.text) as { value: unknown }).value : told.status;
    };
    expect(await call('app.info', [])).toMatchObject({ version: '1.2.3' });
    expect(await call('keep.write', ['canary', 'ñ'])).toBeNull();
    expect(await call('keep.read', ['canary'])).toBe('ñ');
    expect(await call('keep.read', ['none'])).toBeNull();
    const peer = { address: 'http://hub.invalid:5985/', account: 'a', label: 'b', password: 'never shown' };
    expect(await call('sync.setPeer', [DATABASE, peer])).toBeNull();
    expect(await call('sync.peer', [DATABASE])).toEqual({ id: 'server', kind: 'server', address: 'http://hub.invalid:5985', account: 'a', label: 'b' });
    expect(await call('sync.peer', [DATABASE, 'pc-abcdefghijklmn12'])).toBeNull();
    expect(await call('sync.setPeer', [DATABASE, { ...peer, id: 'pc-abcdefghijklmn12' }])).toBeNull();
    expect(await call('sync.peers', [DATABASE])).toMatchObject([{ id: 'server' }, { id: 'pc-abcdefghijklmn12', kind: 'neighbour' }]);
    expect(await call('sync.forgetPeer', [DATABASE, 'pc-abcdefghijklmn12'])).toBeNull();
    expect(await call('sync.peers', [DATABASE])).toHaveLength(1);
    expect(await call('sync.probe', [DATABASE])).toEqual({ ok: false, problem: 'no-network' });
    for (const [name, args] of [
      ['keep.write', ['../x', 'y']],
      ['keep.write', ['x']],
      ['keep.write', ['x', 5]],
      ['keep.read', 'canary'],
      ['keep.read', null],
      ['sync.peer', ['_users']],
      ['sync.peer', [DATABASE, '../server']],
      ['sync.peers', ['../x']],
      ['sync.forgetPeer', [DATABASE, 'pc-x']],
      ['sync.setPeer', [DATABASE, { ...peer, id: 'here' }]],
      ['sync.setPeer', [DATABASE, { ...peer, address: 'file:///etc' }]],
    ] as const) {
      expect([name, args, await call(name, args)]).toEqual([name, args, 400]);
    }
    expect(await call('constructor', [])).toBe(404);
    expect(await call('keep', [])).toBe(404);
    expect((await running.ask('/host/call/keep.list', { headers })).status).toBe(405);
  });

  it('with too much to read are refused', async () => {
    const headers = { ...own, cookie: await running.cookie() };
    const body = JSON.stringify(['a', 'x'.repeat(8_000_000)]);
    const status = await running.ask('/host/call/keep.write', { method: 'POST', headers, body }).then(
      (told) => told.status,
      // The host may hang up while the rest is still on its way.
      () => 413,
    );
    expect([status, await running.machine.keep.list()]).toEqual([413, []]);
  });
});

describe('ending', () => {
  it('happens at once though a long poll is open', async () => {
    const peer = await littlePeer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    });
    await running.machine.peers.set(DATABASE, { address: peer.address, account: 'a', label: 'b', password: 'c' });
    const socket = connect(running.host.port, '127.0.0.1');
    const cookie = await running.cookie();
    const lines = Object.entries({ ...own, cookie }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET /sync/server/${DATABASE}/_changes?feed=longpoll HTTP/1.1\r\n${lines.join('')}\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    // The peer would never end it.
    await running.host.stop();
    await ended;
    peer.stop();
  });

  it('frees no port for a second host while the first runs', async () => {
    const { startBrowserHost } = await import('./server.ts');
    const second = startBrowserHost({ port: running.host.port, machine: running.machine, policy: '', pages: () => () => undefined });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
