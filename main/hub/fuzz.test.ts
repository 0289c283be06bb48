import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshAccount } from './account-making.ts';
import { call, onlyTheHub, tryHub } from './testing/peer.ts';
import { recordId, revision, sealedRecord } from './testing/records.ts';
import type { Json } from './validation.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20251122);
const REQUESTS = 3000;

/** A small seeded generator (mulberry32), so that a failure can be run again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.skipIf(onlyTheHub('bearing malformed requests'))('malformed requests', () => {
  let hub: Awaited<ReturnType<typeof tryHub>>;
  const database = `chapter-${randomBytes(8).toString('hex')}`;
  const record = recordId();
  const others: [string, ...string[]] = ['a', 'b', 'c'].map((letter) => `person:${letter.repeat(32)}`) as [string, ...string[]];
  const roll = dice(SEED);
  const pick = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(roll() * all.length)] ?? all[0];
  let admin: FreshAccount;

  beforeAll(async () => {
    hub = await tryHub();
    admin = hub.firstAdmin as FreshAccount;
    for (const name of [database, 'plain']) await call(hub.address, admin, 'PUT', `/${name}`);
    await call(hub.address, admin, 'PUT', `/${database}/${record}`, sealedRecord(database, record, 'one'));
  });
  afterAll(() => hub.stop());

  const text = (): string => pick(['', 'a', '_design/x', '__proto__', 'constructor', '\u0000', 'ÿ'.repeat(3), '🌶', '%', '../..', 'x'.repeat(600), record, '1-x', revision(2, 'q')]);
  function value(depth: number): unknown {
    const kind = Math.floor(roll() * 9);
    if (kind === 0) return null;
    if (kind === 1) return roll() < 0.5;
    if (kind === 2) return pick([0, -1, 1.5, 1e300, 7]);
    if (kind < 5 || depth <= 0) return text();
    if (kind < 7) return Array.from({ length: Math.floor(roll() * 4) }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length: Math.floor(roll() * 5) }, () => [pick([text(), '_id', '_rev', '_revisions', '_deleted', 'parts', 'docs', 'keys', 'ids', 'start', 'rev', 'id']), value(depth - 1)]));
  }
  /** A document that is nearly right: the deepest paths of the store are reached by these. */
  function nearly(): Json {
    const ids = Array.from({ length: 1 + Math.floor(roll() * 4) }, () => revision(1, String(Math.floor(roll() * 6))).slice(2));
    const good: Json = { ...sealedRecord(database, pick([record, pick(others)]), pick(['one', 'two'])), _rev: `${ids.length}-${ids[0]}`, _revisions: { start: ids.length, ids } };
    if (roll() < 0.3) for (const key of ['chapter', 'schema', 'parts']) delete good[key];
    if (roll() < 0.3) good._deleted = pick([true, true, false, 'yes' as unknown as boolean]);
    if (roll() < 0.3) good[pick(['_id', '_rev', '_revisions', 'parts', 'x'])] = value(2);
    if (roll() < 0.3) delete good[pick(['_rev', '_revisions', '_id'])];
    return good;
  }
  function body(): string | undefined {
    const kind = roll();
    if (kind < 0.15) return undefined;
    if (kind < 0.25) return pick(['{', '[]', 'null', '"', '\ufeff{}', '{"docs":[{]}', '{"__proto__":{"x":1}}']);
    if (kind < 0.5) return JSON.stringify(value(4));
    const docs = Array.from({ length: 1 + Math.floor(roll() * 4) }, nearly);
    return JSON.stringify(pick<unknown>([{ docs, new_edits: false }, { docs, new_edits: true }, { docs: docs.map(({ _id, _rev }) => ({ id: _id, rev: _rev })) }, docs[0], { keys: docs.map((doc) => doc._id) }, { [String(docs[0]?._id)]: [docs[0]?._rev, value(1)] }]));
  }
  function path(): string {
    const inner = pick<string>(['', '/', '/_changes', '/_bulk_docs', '/_bulk_get', '/_revs_diff', '/_all_docs', `/${record}`, `/_local/${encodeURIComponent(text())}`, `/${encodeURIComponent(text())}`, '/%E0%A4%A', '/_design/a/_view/b', '/a/b/c']);
    const queries = Array.from({ length: Math.floor(roll() * 4) }, () => {
      const name = pick(['rev', 'revs', 'latest', 'open_revs', 'since', 'limit', 'style', 'feed', 'timeout', 'heartbeat', 'filter', 'doc_ids', 'keys', 'key', 'startkey', 'endkey', 'descending', 'skip', 'include_docs', 'conflicts', 'new_edits']);
      const given = pick(['true', 'false', 'all', '0', '-1', '5', 'now', '["a"]', '"a"', '{}', 'longpoll', '_doc_ids', revision(2, '1'), encodeURIComponent(text())]);
      return name === 'timeout' || name === 'heartbeat' ? 'timeout=1' : `${name}=${given}`;
    });
    // Whoever asks for a waiting feed gets a short one, or this test would wait with it.
    return `/${pick([database, 'plain', 'none', '_session', encodeURIComponent(text())])}${inner}?${[...queries, 'timeout=1'].join('&')}`;
  }

  it(`answers ${REQUESTS} of them without a fault of its own (seed ${SEED})`, { timeout: 120_000 }, async () => {
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    for (let sent = 0; sent < REQUESTS; sent += 10) {
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const method = pick(['GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH']);
          const [where, given] = [path(), ['GET', 'HEAD'].includes(method) ? undefined : body()];
          if (method === 'DELETE' && /^\/(chapter-[^/]*|plain)\/?\?/.test(where)) return;
          const type = pick(['application/json', 'application/json', 'application/json', 'text/plain', 'application/x-www-form-urlencoded']);
          const more: Record<string, string> = roll() < 0.05 ? { 'content-encoding': pick(['gzip', 'br']) } : {};
          const answer = await call(hub.address, admin, method, where, given, { 'content-type': type, ...more });
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status >= 500) faults.push(`${answer.status} ${method} ${where} ${given}`);
          if (answer.status >= 400 && method !== 'HEAD' && typeof (answer.json as Json | undefined)?.error !== 'string') faults.push(`no reason: ${answer.status} ${method} ${where}`);
        }),
      );
    }
    expect(faults).toEqual([]);
    for (const reached of [200, 201, 400, 404]) expect(statuses.get(reached) ?? 0).toBeGreaterThan(5);
    const after = await call(hub.address, admin, 'GET', `/${database}/${record}?open_revs=all`);
    expect(after.status).toBe(200);
  });

  it('outlives connections that are broken off or speak no HTTP', async () => {
    const starts = ['GET / HTTP/9\r\n\r\n', '\u0000\u0001\u0002', `POST /${database}/_bulk_docs HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n', `GET /${database}/_changes?feed=longpoll HTTP/1.1\r\nHost: x\r\n\r\n`, `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n\r\n`];
    await Promise.all(
      starts.flatMap((begin) => Array.from({ length: 8 }, () => begin)).map(async (begin) => {
        const socket = connect(hub.port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(begin);
        await new Promise((resolve) => setTimeout(resolve, 50 + roll() * 100));
        socket.destroy();
      }),
    );
    expect((await call(hub.address, null, 'GET', '/_up')).status).toBe(200);
  });
});
