import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tryHub } from '../hub/testing/peer.ts';
import { CouchAdmin } from './admin-client.ts';
import { meetServer } from './server-steps.ts';
import { startStandIn, type StandIn } from './testing/stand-in.ts';

const access = (address: string): ConstructorParameters<typeof CouchAdmin>[0] => ({ address, name: 'admin', password: 'x' });

describe('the administrator’s client', () => {
  let answer: (response: ServerResponse) => void = (response) => void response.end('{}');
  const server = createServer((_request, response) => answer(response));
  let couch: CouchAdmin;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    couch = new CouchAdmin(access(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
  afterAll(() => void server.close());

  it.each([
    [401, '{}', 'wrong-password'],
    [403, '{}', 'not-admin'],
    [302, '', 'not-couchdb'],
    [200, '<html>Sign in</html>', 'not-couchdb'],
    [404, '<html>Not found</html>', 'not-couchdb'],
    [400, '{"error":"bad_request","reason":"odd"}', 'server-trouble'],
    [500, '{"error":"x","reason":"odd"}', 'server-trouble'],
    [503, 'down', 'server-trouble'],
  ])('sorts an answer of %i %s', async (status, body, code) => {
    answer = (response) => void response.writeHead(status).end(body);
    await expect(couch.ask('GET', '/x')).rejects.toMatchObject({ code });
  });

  it('lets what is not there, there already or in conflict pass, and fails a write on it', async () => {
    for (const status of [404, 409, 412]) {
      answer = (response) => void response.writeHead(status).end('{"error":"e","reason":"r"}');
      expect((await couch.ask('PUT', '/x')).status).toBe(status);
      await expect(couch.put('/x', {})).rejects.toMatchObject({ code: 'server-trouble', detail: `PUT /x: ${status} r` });
    }
    answer = (response) => void response.writeHead(404).end('{}');
    expect(await couch.find('/x')).toBeNull();
  });

  it('says that nobody answers when the line breaks', async () => {
    answer = (response) => void response.destroy();
    await expect(couch.ask('GET', '/x')).rejects.toMatchObject({ code: 'not-reached', detail: couch.address });
  });
});

describe('meeting a server', () => {
  let standIn: StandIn;
  let couch: CouchAdmin;
  beforeAll(async () => {
    standIn = await startStandIn();
    couch = new CouchAdmin({ address: standIn.address, ...standIn.admin });
  });
  afterAll(() => standIn.stop());

  it('knows the nodes of a cluster, and wants them all', async () => {
    expect(await meetServer(couch)).toEqual(['couchdb@127.0.0.1']);
    standIn.nodes = { known: ['couchdb@one', 'couchdb@two'], connected: ['couchdb@two', 'couchdb@one'] };
    expect(await meetServer(couch)).toEqual(['couchdb@one', 'couchdb@two']);
    standIn.nodes = { known: ['couchdb@one', 'couchdb@two'], connected: ['couchdb@one'] };
    await expect(meetServer(couch)).rejects.toMatchObject({ code: 'nodes-missing', detail: 'couchdb@two' });
    standIn.nodes = { known: [], connected: [] };
    await expect(meetServer(couch)).rejects.toMatchObject({ code: 'nodes-missing' });
    standIn.nodes = { known: ['couchdb@one'], connected: ['couchdb@one'] };
  });

  it('refuses old servers, other servers, our own hub and accounts that administer nothing', async () => {
    standIn.version = '2.3.1';
    await expect(meetServer(couch)).rejects.toMatchObject({ code: 'too-old', detail: '2.3.1' });
    standIn.version = '3.0.0';
    expect(await meetServer(couch)).toEqual(['couchdb@one']);
    standIn.failOnce('GET /', { status: 200, body: { couchdb: 'Hello' } });
    await expect(meetServer(couch)).rejects.toMatchObject({ code: 'not-couchdb' });
    standIn.failOnce('GET /_session', { status: 200, body: { userCtx: { name: 'rosa', roles: ['device'] } } });
    await expect(meetServer(couch)).rejects.toMatchObject({ code: 'not-admin' });
    const hub = await tryHub();
    const { name, password } = hub.firstAdmin ?? { name: '', password: '' };
    await expect(meetServer(new CouchAdmin({ address: hub.address, name, password }))).rejects.toMatchObject({ code: 'not-couchdb' });
    await hub.stop();
  });
});
