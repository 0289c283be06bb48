import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { DATABASE, fromPage, littlePeer, proxyTo, type LittlePeer } from './testing.ts';

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
      fromPage(`/sync/${DATABASE}/_bulk_docs?x=1`, {
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
    const answer = await proxyTo(address).forward(fromPage(`/sync/${DATABASE}/_bulk_docs`, { method: 'POST', body: '{}' }));
    expect(await answer.json()).toEqual(refusals);
  });

  it("gives CouchDB's own 404, and an empty body for HEAD", async () => {
    const address = await peer((_request, response) => {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"error":"not_found","reason":"missing"}');
    });
    const proxy = proxyTo(address);
    const answer = await proxy.forward(fromPage(`/sync/${DATABASE}/_local/x`));
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not_found', reason: 'missing' }]);
    const head = await proxy.forward(fromPage(`/sync/${DATABASE}`, { method: 'HEAD' }));
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
      fromPage(`/sync/${DATABASE}/_changes?feed=longpoll`, { signal: leaving.signal }),
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
    const answer = await proxyTo(address, { idle: 400 }).forward(fromPage(`/sync/${DATABASE}/_changes`));
    expect(await answer.json()).toEqual({ results: [] });
  });

  it('does not go to a peer for what replication does not ask, and says as CouchDB would that it is not there', async () => {
    let asked = 0;
    const address = await peer((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    for (const path of ['/sync/', '/sync/_users/_all_docs', `/sync/${DATABASE}/_security`]) {
      expect((await proxyTo(address).forward(fromPage(path))).status).toBe(404);
    }
    expect((await proxyTo(address).forward(fromPage(`/sync/${DATABASE}`, { method: 'DELETE' }))).status).toBe(404);
    expect(asked).toBe(0);
  });
});
