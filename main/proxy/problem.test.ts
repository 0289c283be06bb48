import type { RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { PeerProblem } from '../../shared/host.ts';
import type { ProxyLimits } from './peer-request.ts';
import { problemOfError } from './problem.ts';
import { DATABASE, fromPage, littlePeer, proxyTo, SERVER_PATH, type LittlePeer } from './testing.ts';

const open: LittlePeer[] = [];
afterEach(() => {
  for (const peer of open.splice(0)) peer.stop();
});

const answering =
  (status: number, type: string, body: string, more: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...more });
    response.end(body);
  };
const JSON_TYPE = 'application/json';

const CASES: [string, PeerProblem, RequestListener, Partial<ProxyLimits>?][] = [
  ['a sign-in page of the network', 'captive-portal', answering(200, 'text/html; charset=utf-8', '<html>Accept the terms')],
  ['a redirect', 'captive-portal', answering(302, 'text/plain', '', { location: 'http://portal.example/' })],
  ['511', 'captive-portal', answering(511, 'text/html', '<html>')],
  ['a filter that refuses with a page', 'captive-portal', answering(403, 'text/html', '<html>Blocked')],
  ['401', 'wrong-password', answering(401, JSON_TYPE, '{"error":"unauthorized"}')],
  ['403', 'not-allowed', answering(403, JSON_TYPE, '{"error":"forbidden"}')],
  ['413', 'too-large', answering(413, JSON_TYPE, '{"error":"too_large"}')],
  ['413 as a page of the server before CouchDB', 'too-large', answering(413, 'text/html', '<html>')],
  ['507', 'server-full', answering(507, JSON_TYPE, '{}')],
  ['a full disk told as 500', 'server-full', answering(500, JSON_TYPE, '{"error":"enospc","reason":"no space left"}')],
  ['429', 'busy', answering(429, JSON_TYPE, '{}')],
  ['503', 'busy', answering(503, JSON_TYPE, '{}')],
  ['a picture', 'damaged-answer', answering(200, 'image/png', 'x')],
  ['a stylesheet in place of a missing document', 'damaged-answer', answering(404, 'text/css', 'x')],
  ['a page that says not found', 'captive-portal', answering(404, 'text/html', '<html>')],
  ['a redirect to a sign-in page by 307', 'captive-portal', answering(307, JSON_TYPE, '{}', { location: 'https://login.example/' })],
  ['502 as a page', 'busy', answering(502, 'text/html', '<html>Bad Gateway')],
  ['database information that is not JSON', 'damaged-answer', answering(200, JSON_TYPE, '{"db_name":"chap')],
  ['database information without end', 'damaged-answer', answering(200, JSON_TYPE, `"${'x'.repeat(100_000)}"`)],
  ['a peer that never answers', 'no-network', () => undefined, { idle: 100 }],
  ['a connection broken off', 'no-network', (request) => request.socket.destroy()],
];

describe('what can go wrong with a peer', () => {
  it.each(CASES)('%s is %s', async (_what, problem, answer, limits) => {
    const peer = await littlePeer(answer);
    open.push(peer);
    const proxy = proxyTo(peer.address, limits);
    const told = await proxy.forward(fromPage(SERVER_PATH));
    expect(await told.json()).toEqual({ error: 'convoca', problem });
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(await proxy.probe(DATABASE)).toEqual({ ok: false, problem });
  });

  it.each(['7', 'Wed, 21 Oct 2026 07:28:00 GMT'])('when to come again passes (%s), and only from a peer that is busy', async (later) => {
    for (const [status, passes] of [[429, true], [503, true], [401, false]] as const) {
      const peer = await littlePeer(answering(status, JSON_TYPE, '{}', { 'retry-after': later }));
      open.push(peer);
      const told = await proxyTo(peer.address).forward(fromPage(SERVER_PATH));
      expect(told.headers.get('retry-after')).toBe(passes ? later : null);
    }
  });

  it('a line that goes dead in the middle of an answer ends it', async () => {
    const peer = await littlePeer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"results":[');
    });
    open.push(peer);
    const answer = await proxyTo(peer.address, { idle: 100 }).forward(fromPage(`${SERVER_PATH}/_changes`));
    await expect(answer.text()).rejects.toThrow();
  });

  it('a line that goes dead while a request is sent ends it', async () => {
    const silent = createTcpServer((socket) => socket.pause());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const body = 'x'.repeat(20_000_000);
    const told = await proxyTo(`http://127.0.0.1:${port}`, { idle: 200 }).forward(fromPage(`${SERVER_PATH}/_bulk_docs`, { method: 'POST', body }));
    silent.close();
    expect(await told.json()).toEqual({ error: 'convoca', problem: 'no-network' });
  });

  it('a port where nothing listens is no-network', async () => {
    const peer = await littlePeer(() => undefined);
    peer.stop();
    const told = await proxyTo(peer.address).forward(fromPage(SERVER_PATH));
    expect([told.status, await told.json()]).toEqual([504, { error: 'convoca', problem: 'no-network' }]);
  });

  it('a name that does not exist is no-network', async () => {
    const told = await proxyTo('http://nothing.invalid').forward(fromPage(SERVER_PATH));
    expect(await told.json()).toEqual({ error: 'convoca', problem: 'no-network' });
  });

  it('a connection that is never made ends after the connecting time', async () => {
    // Plain TCP accepts, but the TLS that https needs never comes.
    const silent = createTcpServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const begun = performance.now();
    const told = await proxyTo(`https://127.0.0.1:${port}`, { connect: 200 }).forward(fromPage(SERVER_PATH));
    silent.close();
    expect(await told.json()).toEqual({ error: 'convoca', problem: 'no-network' });
    expect(performance.now() - begun).toBeGreaterThan(190);
  });

  it('a chapter without a peer is told so', async () => {
    const proxy = proxyTo(null);
    expect(await (await proxy.forward(fromPage(SERVER_PATH))).json()).toEqual({ error: 'convoca', problem: 'no-peer' });
    expect(await proxy.probe(DATABASE)).toEqual({ ok: false, problem: 'no-peer' });
  });

  it('a body over the limit never arrives whole, with its length told or not', async () => {
    let whole = 0;
    const peer = await littlePeer((request, response) => {
      request.resume().once('end', () => {
        whole += 1;
        response.end('[]');
      });
    });
    open.push(peer);
    const proxy = proxyTo(peer.address, { requestBytes: 1000 });
    const pieces = (): ReadableStream =>
      new ReadableStream({
        start: (controller) => {
          for (let piece = 0; piece < 50; piece += 1) controller.enqueue(new Uint8Array(100));
          controller.close();
        },
      });
    for (const headers of [new Headers(), new Headers({ 'content-length': '5000' })]) {
      const told = await proxy.forward(
        fromPage(`${SERVER_PATH}/_bulk_docs`, { method: 'POST', body: pieces(), duplex: 'half', headers }),
      );
      expect([told.status, await told.json()]).toEqual([413, { error: 'convoca', problem: 'too-large' }]);
    }
    expect(whole).toBe(0);
  });

  it("a certificate's dates point at the clock, other certificate faults at something in between", () => {
    const error = (code: string): Error => Object.assign(new Error(), { code });
    expect(problemOfError(error('CERT_HAS_EXPIRED'))).toBe('clock');
    expect(problemOfError(error('ERR_TLS_CERT_ALTNAME_INVALID'))).toBe('captive-portal');
    expect(problemOfError(error('HPE_INVALID_CONSTANT'))).toBe('captive-portal');
  });
});
