import { mkdir, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FreshAccount } from './account-making.ts';
import { USUAL_LIMITS } from './limits.ts';
import { startHub } from './server.ts';
import { basic, call, onlyTheHub, tryHub } from './testing/peer.ts';

describe.skipIf(onlyTheHub('how much it bears'))('how much it bears', () => {
  it('answers 413 to more than 16 MB, also when it was packed small', async () => {
    const hub = await tryHub();
    const admin = hub.firstAdmin;
    await call(hub.address, admin, 'PUT', '/plain');
    const large = JSON.stringify({ docs: [{ _id: 'a', text: 'x'.repeat(17 * 1024 * 1024) }] });
    const packed = await call(hub.address, admin, 'POST', '/plain/_bulk_docs', bytes(gzipSync(large)), { 'content-encoding': 'gzip', 'content-type': 'application/json' });
    expect([packed.status, packed.json]).toEqual([413, { error: 'too_large', reason: 'the request entity is too large' }]);
    const plain = await call(hub.address, admin, 'POST', '/plain/_bulk_docs', large);
    expect([plain.status, plain.json]).toEqual([413, { error: 'too_large', reason: 'the request entity is too large' }]);
    await hub.stop();
  });

  it('packs long answers for those who take it', async () => {
    const hub = await tryHub();
    const admin = hub.firstAdmin as FreshAccount;
    await call(hub.address, admin, 'PUT', '/plain');
    await call(hub.address, admin, 'POST', '/plain/_bulk_docs', { docs: Array.from({ length: 300 }, (_, i) => ({ _id: `d${i}` })) });
    for (const path of ['/plain/_all_docs', '/plain/_changes']) {
      const raw = await rawAnswer(hub.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: gzip\r\nAuthorization: ${basic(admin)}\r\n\r\n`);
      expect(raw.head).toMatch(/content-encoding: gzip/i);
      const body = /transfer-encoding: chunked/i.test(raw.head) ? unchunked(raw.body) : raw.body;
      expect(JSON.parse(gunzipSync(body).toString())).toMatchObject(path.endsWith('changes') ? { pending: 0 } : { total_rows: 300 });
    }
    await hub.stop();
  });

  it('slows one address down, and lets one account keep only so many feeds waiting', async () => {
    const hub = await tryHub({ ...USUAL_LIMITS, requestsPerSecond: 1, burst: 12, feedsPerAccount: 2 });
    await call(hub.address, hub.firstAdmin, 'PUT', '/plain');
    const gone = new AbortController();
    const headers = { authorization: basic(hub.firstAdmin as FreshAccount) };
    const feed = `${hub.address}/plain/_changes?feed=longpoll&heartbeat=1000`;
    const feeds = await Promise.all([1, 2, 3].map((_) => fetch(feed, { headers, signal: gone.signal })));
    expect(feeds.map((one) => one.status).sort()).toEqual([200, 200, 429]);
    gone.abort();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const again = new AbortController();
    expect((await fetch(feed, { headers, signal: again.signal })).status).toBe(200);
    again.abort();
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await call(hub.address, null, 'GET', '/_up')).status));
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(3);
    await hub.stop();
  });

  it('stops at once while PCs wait, giving each a proper end', async () => {
    const hub = await tryHub();
    await call(hub.address, hub.firstAdmin, 'PUT', '/plain');
    const waiting = [1, 2, 3].map(() => call(hub.address, hub.firstAdmin, 'GET', '/plain/_changes?feed=longpoll&heartbeat=1000'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await hub.stop();
    // Who was cut off would have no answer.
    for (const answer of await Promise.all(waiting)) expect(answer.json).toMatchObject({ results: [], pending: 0 });
  });

  it('ends the waiting for a database that is deleted', async () => {
    const hub = await tryHub();
    await call(hub.address, hub.firstAdmin, 'PUT', '/plain');
    const waiting = call(hub.address, hub.firstAdmin, 'GET', '/plain/_changes?feed=longpoll&heartbeat=1000');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await call(hub.address, hub.firstAdmin, 'DELETE', '/plain')).json).toEqual({ ok: true });
    expect((await waiting).json).toMatchObject({ results: [] });
    expect((await call(hub.address, hub.firstAdmin, 'GET', '/plain')).status).toBe(404);
    await hub.stop();
  });

  it('starts readers over when a database was deleted and made anew', async () => {
    const hub = await tryHub();
    const ask = (method: string, path: string, body?: unknown): ReturnType<typeof call> => call(hub.address, hub.firstAdmin, method, path, body);
    const fill = (ids: readonly string[]): ReturnType<typeof call> => ask('POST', '/plain/_bulk_docs', { docs: ids.map((_id) => ({ _id })) });
    await ask('PUT', '/plain');
    await fill(['a', 'b', 'c']);
    const { last_seq } = (await ask('GET', '/plain/_changes')).json as { last_seq: string };
    await ask('DELETE', '/plain');
    await ask('PUT', '/plain');
    await fill(['d']);
    expect((await ask('GET', `/plain/_changes?since=${last_seq}`)).json).toMatchObject({ results: [{ id: 'd' }] });
    await hub.stop();
  });

  it('says when port or data folder are taken, and starts over when they are free', async () => {
    const hub = await tryHub();
    const log = (): void => undefined;
    const other = join(hub.data, 'other');
    await mkdir(other);
    await expect(startHub({ host: '127.0.0.1', port: hub.port, data: other, log })).rejects.toMatchObject({ code: 'port-taken' });
    expect(await readdir(other)).not.toContain('accounts.json');
    await hub.stop();
    const again = await startHub({ host: '127.0.0.1', port: hub.port, data: other, log });
    expect(again.firstAdmin?.name).toBe('admin');
    await again.stop();
  });
});

/** Plain bytes: PouchDB's types give Node's Buffer a shape of their own, which other modules' types do not take. */
const bytes = (buffer: Iterable<number>): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

async function rawAnswer(port: number, request: string): Promise<{ head: string; body: Uint8Array<ArrayBuffer> }> {
  const received: number[] = [];
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  for await (const piece of socket) received.push(...(piece as Iterable<number>));
  const end = received.findIndex((_, at) => received.slice(at, at + 4).join() === '13,10,13,10');
  return { head: new TextDecoder().decode(bytes(received.slice(0, end))), body: bytes(received.slice(end + 4)) };
}

function unchunked(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const whole: number[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf(13, at);
    const size = parseInt(new TextDecoder().decode(body.subarray(at, line)), 16);
    if (size === 0) return bytes(whole);
    whole.push(...body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
