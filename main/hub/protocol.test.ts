import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { having, like, someText, something } from './testing/matchers.ts';
import { call, openPeer, type Answer, type Peer } from './testing/peer.ts';
import { recordId, revision, sealedRecord, sealedTombstone } from './testing/records.ts';
import type { Json } from './validation.ts';

/** The shapes of CouchDB's answers; with COUCHDB_URL set the same expectations are put to that server. */
describe('what the peer answers', () => {
  let peer: Peer;
  let database: string;
  const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> =>
    call(peer.address, peer.account, method, path, body, headers);
  const inside = (method: string, path: string, body?: unknown): Promise<Answer> => ask(method, `/${database}${path}`, body);
  const sealed = (id: string, text: string, more: Json = {}): Json => ({ ...sealedRecord(database, id, text), ...more });
  const replicated = (id: string, text: string, ids: readonly string[], more: Json = {}): Json => {
    const revs = ids.map((one, index) => revision(ids.length - index, one));
    return sealed(id, text, { _rev: revs[0], _revisions: { start: ids.length, ids: revs.map((rev) => rev.split('-')[1]) }, ...more });
  };

  beforeAll(async () => {
    peer = await openPeer();
  });
  beforeEach(async () => {
    database = await peer.freshChapter();
  });
  afterAll(() => peer.stop());

  it('welcomes everyone, and is up', async () => {
    const welcome = await call(peer.address, null, 'GET', '/');
    expect(welcome.json).toMatchObject({ couchdb: 'Welcome', version: like(/^3\./), uuid: like(/^[0-9a-f]{32}$/) });
    expect((await call(peer.address, null, 'GET', '/_up')).json).toMatchObject({ status: 'ok' });
  });

  it('opens, tells and ends a session', async () => {
    const { name, password } = peer.account;
    const form = new URLSearchParams({ name, password }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const opened = await call(peer.address, null, 'POST', '/_session', form, type);
    expect([opened.status, opened.json]).toEqual([200, having({ ok: true, roles: ['_admin'] })]);
    const cookie = /AuthSession=[^;]+/.exec(opened.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const told = await call(peer.address, null, 'GET', '/_session', undefined, { cookie });
    expect(told.json).toMatchObject({ ok: true, userCtx: { name }, info: { authenticated: 'cookie' } });
    expect((await call(peer.address, null, 'GET', `/${database}`, undefined, { cookie })).status).toBe(200);
    const json = await call(peer.address, null, 'POST', '/_session', { name, password });
    expect(json.json).toMatchObject({ ok: true });
    const ended = await call(peer.address, null, 'DELETE', '/_session', undefined, { cookie });
    expect([ended.json, ended.headers.get('set-cookie')]).toEqual([{ ok: true }, like(/AuthSession=;/)]);
    expect((await call(peer.address, null, 'GET', '/_session')).json).toMatchObject({ userCtx: { name: null, roles: [] } });
    const wrong = await call(peer.address, null, 'POST', '/_session', { name, password: `${password}x` });
    expect([wrong.status, wrong.json]).toEqual([401, { error: 'unauthorized', reason: 'Name or password is incorrect.' }]);
  });

  it('tells of a database, its absence and its being there already', async () => {
    expect((await ask('GET', `/${database}/`)).json).toMatchObject({ db_name: database, doc_count: 0, update_seq: something, instance_start_time: '0' });
    expect((await ask('HEAD', `/${database}`)).status).toBe(200);
    const none = await ask('GET', '/chapter-0000000000');
    expect([none.status, none.json]).toEqual([404, { error: 'not_found', reason: 'Database does not exist.' }]);
    const again = await ask('PUT', `/${database}`);
    expect([again.status, again.json]).toEqual([412, { error: 'file_exists', reason: like(/already exists/) }]);
    expect((await inside('POST', '/_ensure_full_commit', {})).json).toMatchObject({ ok: true, instance_start_time: '0' });
  });

  it('stores, refuses outdated edits, and gives a document with its history', async () => {
    const id = recordId();
    const first = await inside('PUT', `/${encodeURIComponent(id)}`, sealed(id, 'one'));
    expect([first.status, first.json]).toEqual([201, { ok: true, id, rev: like(/^1-[0-9a-f]{32}$/) }]);
    const { rev } = first.json as { rev: string };
    expect(first.headers.get('etag')).toBe(`"${rev}"`);
    const outdated = await inside('PUT', `/${encodeURIComponent(id)}`, sealed(id, 'two'));
    expect([outdated.status, outdated.json]).toEqual([409, { error: 'conflict', reason: 'Document update conflict.' }]);
    const second = await inside('PUT', `/${encodeURIComponent(id)}?rev=${rev}`, sealed(id, 'two'));
    const latest = (second.json as { rev: string }).rev;
    const read = await inside('GET', `/${encodeURIComponent(id)}?revs=true`);
    expect(read.json).toEqual({ ...sealed(id, 'two'), _rev: latest, _revisions: { start: 2, ids: [latest.slice(2), rev.slice(2)] } });
    expect((await inside('GET', `/${encodeURIComponent(id)}?rev=${rev}&latest=true`)).json).toMatchObject({ _rev: latest });
    const head = await inside('HEAD', `/${encodeURIComponent(id)}`);
    expect([head.status, head.headers.get('etag'), head.text]).toEqual([200, `"${latest}"`, '']);
    const none = await inside('GET', `/${recordId()}`);
    expect([none.status, none.json]).toEqual([404, { error: 'not_found', reason: 'missing' }]);
  });

  it('answers edits in order, and a deletion hides the document until it is written anew', async () => {
    const [a, b] = [recordId(), recordId()];
    const made = (await inside('POST', '/_bulk_docs', { docs: [sealed(a, 'a'), sealed(b, 'b')] })).json as { rev: string }[];
    expect(made).toEqual([{ ok: true, id: a, rev: someText }, { ok: true, id: b, rev: someText }]);
    const mixed = await inside('POST', '/_bulk_docs', { docs: [sealed(a, 'x'), { ...sealedTombstone(database, b), _rev: made[1]?.rev }] });
    expect([mixed.status, mixed.json]).toEqual([
      201,
      [
        { id: a, error: 'conflict', reason: 'Document update conflict.' },
        { ok: true, id: b, rev: like(/^2-/) },
      ],
    ]);
    const gone = await inside('GET', `/${b}`);
    expect([gone.status, gone.json]).toEqual([404, { error: 'not_found', reason: 'deleted' }]);
    const anew = await inside('PUT', `/${b}`, sealed(b, 'again'));
    expect(anew.json).toMatchObject({ ok: true, rev: like(/^3-/) });
  });

  it('takes replicated branches as they are and says nothing of what went well', async () => {
    const id = recordId();
    const docs = [replicated(id, 'left', ['l2', 'base']), replicated(id, 'right', ['r3', 'r2', 'base']), replicated(id, 'gone', ['d2', 'base'], { ...sealedTombstone(database, id), parts: undefined })];
    const [left, right, gone] = docs.map((doc) => String(doc._rev));
    const stored = await inside('POST', '/_bulk_docs', { new_edits: false, docs });
    expect([stored.status, stored.json]).toEqual([201, []]);
    expect((await inside('POST', '/_bulk_docs', { new_edits: false, docs })).json).toEqual([]);
    const winner = await inside('GET', `/${id}?conflicts=true&deleted_conflicts=true`);
    expect(winner.json).toMatchObject({ _rev: right, _conflicts: [left], _deleted_conflicts: [gone] });
    const open = (await inside('GET', `/${id}?open_revs=all&revs=true`)).json as { ok: Json }[];
    expect(open.map(({ ok }) => ok._rev).sort()).toEqual([left, gone, right].sort());
    expect(open.find(({ ok }) => ok._rev === gone)?.ok).toMatchObject({ _deleted: true });
    const asked = encodeURIComponent(JSON.stringify([left, revision(9, 'none')]));
    expect((await inside('GET', `/${id}?open_revs=${asked}`)).json).toEqual([{ ok: having({ _rev: left }) }, { missing: revision(9, 'none') }]);
    expect((await inside('GET', `/${recordId()}?open_revs=all`)).status).toBe(404);
    expect((await inside('GET', `/${id}?open_revs=["nonsense"]`)).status).toBe(400);
  });

  it('tells which revisions are missing', async () => {
    const [id, other] = [recordId(), recordId()];
    const doc = replicated(id, 'x', ['c3', 'c2', 'c1']);
    await inside('POST', '/_bulk_docs', { new_edits: false, docs: [doc] });
    const diff = await inside('POST', '/_revs_diff', { [id]: [doc._rev, revision(2, 'c2'), revision(4, 'c4')], [other]: [revision(1, 'o')] });
    expect(diff.json).toEqual({ [id]: { missing: [revision(4, 'c4')], possible_ancestors: [doc._rev] }, [other]: { missing: [revision(1, 'o')] } });
    expect((await inside('POST', '/_revs_diff', { [id]: [doc._rev] })).json).toEqual({});
    expect((await inside('POST', '/_revs_diff', {})).json).toEqual({});
  });

  it('gives many revisions at once', async () => {
    const [id, none] = [recordId(), recordId()];
    const docs = [replicated(id, 'left', ['l2', 'base']), replicated(id, 'right', ['r2', 'base'])];
    await inside('POST', '/_bulk_docs', { new_edits: false, docs });
    expect((await inside('POST', '/_bulk_get?revs=true&latest=true', { docs: [] })).json).toEqual({ results: [] });
    const asked = [{ id, rev: docs[0]?._rev }, { id, rev: revision(1, 'base') }, { id: none, rev: revision(1, 'no') }, { id, rev: 'nonsense' }];
    const { results } = (await inside('POST', '/_bulk_get?revs=true&latest=true', { docs: asked })).json as { results: { id: string; docs: { ok?: Json; error?: Json }[] }[] };
    expect(results.map((row) => row.id)).toEqual([id, id, none, id]);
    expect(results[0]?.docs).toEqual([{ ok: docs[0] }]);
    expect(results[1]?.docs.map((one) => one.ok?._rev).sort()).toEqual(docs.map((doc) => doc._rev).sort());
    expect(results[2]?.docs).toEqual([{ error: { id: none, rev: revision(1, 'no'), error: 'not_found', reason: 'missing' } }]);
    expect(results[3]?.docs[0]?.error).toMatchObject({ id, error: 'bad_request' });
  });

  it('lists changes: in order, from a point on, by id, with documents, one at a time', async () => {
    const ids = [recordId(), recordId(), recordId()];
    await inside('POST', '/_bulk_docs', { docs: ids.map((id) => sealed(id, id)) });
    const all = (await inside('GET', '/_changes?style=all_docs&seq_interval=25&include_docs=true')).json as { results: Json[]; last_seq: unknown; pending: number };
    expect(all.results.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(all.results[0]).toEqual({ seq: something, id: someText, changes: [{ rev: like(/^1-/) }], doc: having({ schema: 1 }) });
    expect(all.pending).toBe(0);
    const some = (await inside('GET', '/_changes?limit=2')).json as { results: Json[]; last_seq: unknown };
    expect(some.results).toHaveLength(2);
    const rest = (await inside('GET', `/_changes?since=${encodeURIComponent(String(some.last_seq))}`)).json as { results: Json[] };
    expect(rest.results).toHaveLength(1);
    expect((await inside('GET', `/_changes?since=${encodeURIComponent(String(all.last_seq))}`)).json).toMatchObject({ results: [] });
    expect((await inside('GET', '/_changes?since=now')).json).toMatchObject({ results: [] });
    const one = (await inside('POST', '/_changes?filter=_doc_ids', { doc_ids: [ids[1]] })).json as { results: Json[] };
    expect(one.results.map((row) => row.id)).toEqual([ids[1]]);
    expect((await inside('GET', '/_changes?since=nonsense')).status).toBe(400);
    expect((await inside('GET', '/_changes?feed=nonsense')).status).toBe(400);
  });

  it('keeps a long poll waiting with heartbeats until something is written, and ends it in time', async () => {
    const id = recordId();
    const waiting = inside('GET', '/_changes?feed=longpoll&since=now&heartbeat=150');
    await new Promise((resolve) => setTimeout(resolve, 700));
    await inside('PUT', `/${id}`, sealed(id, 'now'));
    const answer = await waiting;
    expect(answer.json).toMatchObject({ results: [{ id }], last_seq: something });
    expect(answer.text).toMatch(/\n\n/);
    const began = Date.now();
    expect((await inside('GET', '/_changes?feed=longpoll&since=now&timeout=300')).json).toMatchObject({ results: [] });
    expect(Date.now() - began).toBeGreaterThanOrEqual(290);
    const lines = (await inside('GET', '/_changes?feed=continuous&since=0&timeout=300')).text.trim().split('\n').map((line) => JSON.parse(line) as Json);
    expect([lines[0]?.id, lines.at(-1)]).toEqual([id, { last_seq: something, pending: 0 }]);
  });

  it('lists all documents by id: ranges, keys, backwards', async () => {
    const ids = [recordId(), recordId(), recordId(), recordId()].sort();
    await inside('POST', '/_bulk_docs', { docs: ids.map((id) => sealed(id, id)) });
    const listed = async (query: string, body?: unknown): Promise<{ total_rows: number; rows: Json[] }> =>
      (await inside(body === undefined ? 'GET' : 'POST', `/_all_docs${query}`, body)).json as { total_rows: number; rows: Json[] };
    const idsOf = ({ rows }: { rows: Json[] }): unknown[] => rows.map((row) => row.id);
    const all = await listed('?include_docs=true&conflicts=true');
    expect([all.total_rows, idsOf(all)]).toEqual([4, ids]);
    expect(all.rows[0]).toEqual({ id: ids[0], key: ids[0], value: { rev: someText }, doc: having({ _id: ids[0] }) });
    const quoted = (id: string | undefined): string => encodeURIComponent(JSON.stringify(id));
    expect(idsOf(await listed(`?startkey=${quoted(ids[1])}&endkey=${quoted(ids[2])}`))).toEqual(ids.slice(1, 3));
    expect(idsOf(await listed(`?startkey=${quoted(ids[2])}&descending=true&limit=2`))).toEqual([ids[2], ids[1]]);
    expect(idsOf(await listed('?skip=1&limit=2'))).toEqual(ids.slice(1, 3));
    const byKey = await listed('', { keys: [ids[3], 'nobody', ids[0]] });
    expect(byKey.rows.map((row) => row.error ?? row.id)).toEqual([ids[3], 'not_found', ids[0]]);
    expect((await inside('GET', '/_all_docs?startkey=unquoted')).status).toBe(400);
  });

  it('keeps checkpoints apart, under any id', async () => {
    for (const id of ['a.b_c=', 'ñandú/日本 %2F?#🌶']) {
      const path = `/_local/${encodeURIComponent(id)}`;
      expect((await inside('GET', path)).json).toEqual({ error: 'not_found', reason: 'missing' });
      const made = await inside('PUT', path, { _id: `_local/${id}`, last_seq: 3 });
      expect([made.status, made.json]).toEqual([201, { ok: true, id: `_local/${id}`, rev: '0-1' }]);
      const read = await inside('GET', path);
      expect(read.json).toEqual({ _id: `_local/${id}`, _rev: '0-1', last_seq: 3 });
      expect((await inside('PUT', path, { ...(read.json as Json), last_seq: 4 })).json).toMatchObject({ rev: '0-2' });
      expect((await inside('DELETE', `${path}?rev=0-2`)).json).toMatchObject({ ok: true });
      expect((await inside('GET', path)).status).toBe(404);
    }
    expect((await inside('GET', '')).json).toMatchObject({ doc_count: 0 });
  });

  it('reads packed requests and names what it cannot read', async () => {
    const id = recordId();
    const packed = gzipSync(JSON.stringify({ docs: [sealed(id, 'packed')] }));
    expect((await ask('POST', `/${database}/_bulk_docs`, packed, { 'content-encoding': 'gzip', 'content-type': 'application/json' })).status).toBe(201);
    expect((await inside('GET', `/${id}`)).status).toBe(200);
    const broken = await ask('POST', `/${database}/_bulk_docs`, '{"docs":[', { 'content-type': 'application/json' });
    expect([broken.status, broken.json]).toEqual([400, { error: 'bad_request', reason: someText }]);
    expect((await inside('POST', '/_bulk_docs', { docs: 'none' })).status).toBe(400);
    expect((await inside('POST', '/_bulk_docs', { docs: [1] })).status).toBe(400);
    expect((await ask('POST', `/${database}/_revs_diff`, '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
