import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { PeerCredentials } from '../../shared/host.ts';
import { makeProxy } from './proxy.ts';
import { DATABASE, fromPage, littlePeer, proxyTo, SERVER_PATH, type LittlePeer } from './testing.ts';

const open: LittlePeer[] = [];
afterEach(() => {
  for (const peer of open.splice(0)) peer.stop();
});
async function peer(answer: RequestListener): Promise<string> {
  const made = await littlePeer(answer);
  open.push(made);
  return made.address;
}
async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

describe('forward', () => {
  it('sends the peer its own sign-in, and nothing of the page but what replication needs', async () => {
    let seen: IncomingMessage['headers'] = {};
    let sent = '';
    const address = await peer((request, response) => {
      seen = request.headers;
      response.writeHead(201, {
        'content-type': 'application/json',
        'set-cookie': 'AuthSession=abc',
        'access-control-allow-origin': '*',
        etag: '"1-x"',
      });
      void bodyOf(request).then((body) => {
        sent = `${request.method} ${request.url} ${body}`;
        response.end('[{"ok":true}]');
      });
    });
    const answer = await proxyTo(`${address}/couch`).forward(
      fromPage(`${SERVER_PATH}/_bulk_docs?x=1`, {
        method: 'POST',
        body: '{"docs":[]}',
        headers: { 'content-type': 'application/json', cookie: 'convoca-4747=secret', authorization: 'Bearer page', 'x-page': 'y' },
      }),
    );
    expect(sent).toBe(`POST /couch/${DATABASE}/_bulk_docs?x=1 {"docs":[]}`);
    expect(seen.authorization).toBe(`Basic ${Buffer.from('office-1:wörd:with colon').toString('base64')}`);
    expect(seen.cookie).toBeUndefined();
    expect(seen['x-page']).toBeUndefined();
    expect(seen['content-type']).toBe('application/json');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('etag')).toBe('"1-x"');
    expect(await answer.json()).toEqual([{ ok: true }]);
  });

  it('lets refusals of single documents through in the body', async () => {
    const refusals = [{ id: 'person:a', error: 'forbidden', reason: 'no' }, { id: 'person:b', error: 'unauthorized' }];
    const address = await peer((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify(refusals));
    });
    const answer = await proxyTo(address).forward(fromPage(`${SERVER_PATH}/_bulk_docs`, { method: 'POST', body: '{}' }));
    expect(await answer.json()).toEqual(refusals);
  });

  it("gives CouchDB's own 404, and an empty body for HEAD", async () => {
    const address = await peer((_request, response) => {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"error":"not_found","reason":"missing"}');
    });
    const proxy = proxyTo(address);
    const answer = await proxy.forward(fromPage(`${SERVER_PATH}/_local/x`));
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not_found', reason: 'missing' }]);
    const head = await proxy.forward(fromPage(SERVER_PATH, { method: 'HEAD' }));
    expect([head.status, await head.text()]).toEqual([404, '']);
  });

  it('streams: a long poll gives its first piece before its last, and ends at the peer when the page leaves', async () => {
    let left: Promise<unknown> | undefined;
    const address = await peer((request, response) => {
      left = once(request.socket, 'close');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"results":[\n');
    });
    const leaving = new AbortController();
    const answer = await proxyTo(address).forward(
      fromPage(`${SERVER_PATH}/_changes?feed=longpoll`, { signal: leaving.signal }),
    );
    const reader = answer.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"results":[\n');
    leaving.abort();
    await expect(reader.read()).rejects.toThrow();
    await left;
  });

  it('bears a long silence as long as heartbeats come', async () => {
    const address = await peer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      let beats = 0;
      const timer = setInterval(() => {
        response.write('\n');
        beats += 1;
        if (beats < 8) return;
        clearInterval(timer);
        response.end('{"results":[]}');
      }, 100);
    });
    const answer = await proxyTo(address, { idle: 400 }).forward(fromPage(`${SERVER_PATH}/_changes`));
    expect(await answer.json()).toEqual({ results: [] });
  });

  it('does not go to a peer for what replication does not ask, and says as CouchDB would that it is not there', async () => {
    let asked = 0;
    const address = await peer((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    for (const path of ['/sync/', '/sync/server/_users/_all_docs', `${SERVER_PATH}/_security`, `/sync/${DATABASE}`]) {
      expect((await proxyTo(address).forward(fromPage(path))).status).toBe(404);
    }
    expect((await proxyTo(address).forward(fromPage(SERVER_PATH, { method: 'DELETE' }))).status).toBe(404);
    expect(asked).toBe(0);
  });

  it('reaches the peer that the page names, and no peer of another chapter', async () => {
    const seen: string[] = [];
    const [server, rosa] = [await peer((request, response) => { seen.push(`server ${request.headers.authorization}`); response.end('{}'); }), await peer((request, response) => { seen.push(`rosa ${request.headers.authorization}`); response.end('{}'); })];
    const known: PeerCredentials[] = [
      { id: 'server', kind: 'server', address: server, account: 'a', label: '', password: 'of the server' },
      { id: 'pc-abcdefghijklmn12', kind: 'neighbour', address: rosa, account: 'b', label: '', password: 'of rosa' },
    ];
    const proxy = makeProxy({
      credentials: (database, id) => Promise.resolve(database === DATABASE ? (known.find((one) => one.id === id) ?? null) : null),
    });
    const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
    for (const id of ['pc-abcdefghijklmn12', 'server']) await proxy.forward(fromPage(`/sync/${id}/${DATABASE}/_changes`));
    expect(seen).toEqual([`rosa ${basic('b:of rosa')}`, `server ${basic('a:of the server')}`]);
    for (const path of ['/sync/pc-abcdefghijklmn12/chapter-zzzzzzzz99', `/sync/pc-bbbbbbbbbbbbbbbb/${DATABASE}`, `/sync/here/${DATABASE}`]) {
      expect(await (await proxy.forward(fromPage(path))).json()).toEqual({ error: 'convoca', problem: 'no-peer' });
    }
    expect(seen).toHaveLength(2);
  });

  it('passes packed answers on packed, and packed as the peer packed them', async () => {
    const packed = gzipSync('{"results":[]}');
    const address = await peer((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(packed);
    });
    const answer = await proxyTo(address).forward(fromPage(`${SERVER_PATH}/_changes`, { headers: { 'accept-encoding': 'gzip' } }));
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString()).toBe('{"results":[]}');
  });

  it('gives a page of 16 MB whole, and breaks off one that never ends', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const sending = (megabytes: number): RequestListener => (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      let left = megabytes;
      const send = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(piece)) return void response.once('drain', send);
        }
        response.end();
      };
      send();
    };
    const large = await proxyTo(await peer(sending(16))).forward(fromPage(`${SERVER_PATH}/_changes`));
    expect((await large.arrayBuffer()).byteLength).toBe(16 * 1024 * 1024);
    const endless = await proxyTo(await peer(sending(1e6)), { answerBytes: 3 * 1024 * 1024 }).forward(fromPage(`${SERVER_PATH}/_changes`));
    await expect(endless.arrayBuffer()).rejects.toThrow();
    const told = await proxyTo(
      await peer((_request, response) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' }).end('x'.repeat(5000))),
      { answerBytes: 4000 },
    ).forward(fromPage(`${SERVER_PATH}/_changes`));
    expect([told.status, await told.json()]).toEqual([413, { error: 'convoca', problem: 'too-large' }]);
  });

  it('asks again when a connection that was kept open turns out to be closed', async () => {
    let asked = 0;
    const address = await peer((request, response) => {
      asked += 1;
      if (asked === 2) return void request.socket.destroy();
      response.end('{"results":[]}');
    });
    const proxy = proxyTo(address);
    for (let round = 0; round < 3; round += 1) {
      const answer = await proxy.forward(fromPage(`${SERVER_PATH}/_changes`));
      expect(await answer.json()).toEqual({ results: [] });
    }
    expect(asked).toBe(4);
  });
});
