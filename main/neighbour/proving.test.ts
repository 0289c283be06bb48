import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChapterProof } from '../../shared/host.ts';
import { freshNonce, proofOf, sealSaid } from '../../shared/sync/neighbour-proof.ts';
import { startHub, type RunningHub } from '../hub/server.ts';
import { call } from '../hub/testing/peer.ts';
import { askNeighbour } from './ask-neighbour.ts';
import { neighbourAccount } from './bound-names.ts';
import { provingRoutes } from './proving.ts';
import { proofOfChapter } from './testing.ts';
import { HELLO_PATH, PROVE_PATH } from './wire.ts';

const rosa = proofOfChapter();
const luis: ChapterProof = { ...rosa, device: 'device:luis', name: 'La de Luis' };

let data = '';
let hub: RunningHub;
let shared: readonly ChapterProof[] = [];
let clock = 0;
const open: http.Server[] = [];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'neighbour-'));
  shared = [rosa];
  clock = Date.now();
  hub = await startHub({
    host: '127.0.0.1',
    port: 0,
    data,
    log: () => undefined,
    shared: false,
    extend: (app, handle) => provingRoutes(app, handle, () => shared, () => clock),
  });
  await hub.makeDatabase(rosa.database);
});
afterEach(async () => {
  for (const server of open.splice(0)) server.close();
  await hub.stop();
  await rm(data, { recursive: true, force: true });
});

const ask = (chapter: ChapterProof = luis): ReturnType<typeof askNeighbour> => askNeighbour(hub.address, chapter, null);

/** A conversation begun by hand, for what an honest PC would never send. */
async function begin(askerNonce: string) {
  const answer = await call(hub.address, null, 'POST', HELLO_PATH, { v: 1, nonce: askerNonce });
  const said = answer.json as { hub: string; session: string; nonce: string };
  return { hub: said.hub, address: `127.0.0.1 ${hub.port}`, session: said.session, askerNonce, answererNonce: said.nonce };
}
const prove = async (body: object): Promise<number> => (await call(hub.address, null, 'POST', PROVE_PATH, body)).status;
async function said(chapter: ChapterProof, conversation: Awaited<ReturnType<typeof begin>>, role: 'asks' | 'answers' = 'asks') {
  const sealed = await sealSaid(chapter.key, role, conversation, { database: chapter.database, device: chapter.device, name: chapter.name });
  return { session: conversation.session, proof: await proofOf(chapter.key, role, conversation, [sealed]), sealed };
}

describe('two PCs of one chapter', () => {
  it('prove the key to each other, and the one that asked gets an account for this chapter and nothing else', async () => {
    const other = `chapter-${'z'.repeat(20)}`;
    await hub.makeDatabase(other);
    const proved = await ask();
    if (!proved.ok) throw new Error(proved.problem);
    expect(proved.peer).toMatchObject({ id: `pc-${hub.uuid.slice(0, 16)}`, kind: 'neighbour', address: hub.address, label: 'Mesa de Rosa' });
    const account = { name: proved.peer.account, password: proved.peer.password };
    expect((await call(hub.address, account, 'GET', `/${rosa.database}`)).status).toBe(200);
    for (const path of [`/${other}`, '/_all_dbs', `/chapter-${'y'.repeat(20)}`]) {
      expect([path, (await call(hub.address, account, 'GET', path)).status]).toEqual([path, 403]);
    }
    expect((await call(hub.address, account, 'PUT', `/chapter-${'x'.repeat(20)}`)).status).toBe(403);
  });

  it('prove it anew after a while: the same account, another password, the old one closed', async () => {
    const [first, second] = [await ask(), await ask()];
    if (!first.ok || !second.ok) throw new Error('not proved');
    expect(second.peer.account).toBe(first.peer.account);
    const status = async (password: string): Promise<number> =>
      (await call(hub.address, { name: second.peer.account, password }, 'GET', `/${rosa.database}`)).status;
    expect(await status(first.peer.password)).toBe(401);
    expect(await status(second.peer.password)).toBe(200);
  });

  it('says nothing in the clear: no name, no chapter, no account', async () => {
    const seen: string[] = [];
    const ear = await relay((body, answer) => seen.push(body, answer));
    await askNeighbour(ear, luis, null);
    const all = seen.join('\n');
    for (const secret of ['Rosa', 'Luis', rosa.database, rosa.key, luis.device, neighbourAccount(rosa.database, luis.device)]) {
      expect(all).not.toContain(secret);
    }
    expect(seen.length).toBeGreaterThan(2);
  });
});

describe('whoever does not hold the key', () => {
  it.each([
    ['another chapter', proofOfChapter()],
    ['the key of before somebody was taken out', { ...luis, key: proofOfChapter().key }],
    ['the right key and another chapter', { ...luis, database: `chapter-${'q'.repeat(20)}` }],
  ])('gets nothing: %s', async (_what, chapter) => {
    expect(await ask(chapter)).toEqual({ ok: false, problem: 'refused' });
    expect(await hub.accounts.bound()).toEqual([]);
  });

  it('nor who was taken out, or a PC that asks for a chapter that is not shared at this moment', async () => {
    shared = [{ ...rosa, removed: [luis.device] }];
    expect(await ask()).toEqual({ ok: false, problem: 'refused' });
    shared = [];
    expect(await ask()).toEqual({ ok: false, problem: 'refused' });
    expect(await hub.accounts.bound()).toEqual([]);
  });

  it('nor who repeats what an honest PC said', async () => {
    const conversation = await begin(await freshNonce());
    const body = await said(luis, conversation);
    expect(await prove(body)).toBe(200);
    expect(await prove(body)).toBe(403);
    const later = await begin(conversation.askerNonce);
    expect(await prove({ ...body, session: later.session })).toBe(403);
  });

  it('nor who comes too late', async () => {
    const body = await said(luis, await begin(await freshNonce()));
    clock += 31_000;
    expect(await prove(body)).toBe(403);
  });

  it('nor who plays the other role, or changes a letter', async () => {
    expect(await prove(await said(luis, await begin(await freshNonce()), 'answers'))).toBe(403);
    const body = await said(luis, await begin(await freshNonce()));
    const letter = body.sealed.startsWith('A') ? 'B' : 'A';
    expect(await prove({ ...body, sealed: letter + body.sealed.slice(1) })).toBe(403);
  });

  it('is not heard any more after ten wrong proofs, and after ten minutes again', async () => {
    const wrong = proofOfChapter();
    for (let times = 0; times < 10; times += 1) expect(await ask(wrong)).toEqual({ ok: false, problem: 'refused' });
    expect(await ask()).toEqual({ ok: false, problem: 'busy' });
    clock += 11 * 60_000;
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('may open some conversations, not endlessly many', async () => {
    for (let times = 0; times < 200; times += 1) await begin('A'.repeat(43));
    expect((await call(hub.address, null, 'POST', HELLO_PATH, { v: 1, nonce: 'A'.repeat(43) })).status).toBe(429);
    clock += 31_000;
    expect((await call(hub.address, null, 'POST', HELLO_PATH, { v: 1, nonce: 'A'.repeat(43) })).status).toBe(200);
  });

  it.each([[{}], [{ v: 2, nonce: 'A'.repeat(43) }], [{ v: 1, nonce: 'short' }], [[]], ['{'], [{ v: 1, nonce: { a: 1 } }]])('sends nonsense in vain: %j', async (body) => {
    expect((await call(hub.address, null, 'POST', HELLO_PATH, body)).status).toBe(400);
    expect((await call(hub.address, null, 'POST', PROVE_PATH, body)).status).toBe(400);
  });
});

describe('somebody in between', () => {
  it('who passes everything on gets no account: it stands at another address than both proved', async () => {
    expect(await askNeighbour(await relay(() => undefined), luis, null)).toEqual({ ok: false, problem: 'refused' });
    expect(await hub.accounts.bound()).toEqual([]);
  });

  it('who answers without the key is not believed', async () => {
    const stranger = await server((path, _body) =>
      path === HELLO_PATH
        ? { v: 1, hub: 'a'.repeat(32), session: 'A'.repeat(43), nonce: 'B'.repeat(43) }
        : { proof: 'C'.repeat(43), sealed: 'D'.repeat(80) },
    );
    expect(await askNeighbour(stranger, luis, null)).toEqual({ ok: false, problem: 'refused' });
  });
});

describe('what is no other PC', () => {
  it('is told as such', async () => {
    expect(await askNeighbour(hub.address, luis, hub.uuid)).toEqual({ ok: false, problem: 'this-pc' });
    expect(await ask(rosa)).toEqual({ ok: false, problem: 'this-pc' });
    expect(await askNeighbour(await server(() => ({ hello: 'printer' })), luis, null)).toEqual({ ok: false, problem: 'not-sharing' });
    expect(await askNeighbour('http://127.0.0.1:9', luis, null)).toEqual({ ok: false, problem: 'no-network' });
  });
});

async function server(answer: (path: string, body: string) => unknown, status: () => number = () => 200): Promise<string> {
  const made = http.createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.once('end', () => {
      void Promise.resolve(answer(request.url ?? '', body)).then((said) => {
        response.writeHead(status(), { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(said));
      });
    });
  });
  open.push(made);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

/** Passes everything on to the hub, and hears it. */
function relay(hear: (body: string, answer: string) => void): Promise<string> {
  let status = 0;
  const pass = async (path: string, body: string): Promise<unknown> => {
    const answer = await call(hub.address, null, 'POST', path, body);
    hear(body, answer.text);
    status = answer.status;
    return answer.json;
  };
  return server(pass, () => status);
}
