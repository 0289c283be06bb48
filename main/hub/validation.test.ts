import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCoordinator, addSlot, type FreshAccount } from './account-making.ts';
import { eraseIds } from './erased.ts';
import { having, like, someText } from './testing/matchers.ts';
import { call, onlyTheHub, tryHub } from './testing/peer.ts';
import { pcDatabase, recordId, remoteDatabase, revision, sealedRecord } from './testing/records.ts';
import type { Json } from './validation.ts';

const chapterName = (): string => `chapter-${randomBytes(8).toString('hex')}`;

describe.skipIf(onlyTheHub('what a chapter may store'))('what a chapter may store', () => {
  let hub: Awaited<ReturnType<typeof tryHub>>;
  const database = chapterName();
  let account: FreshAccount;
  beforeAll(async () => {
    hub = await tryHub();
    [account] = (await addSlot(hub.data, 'Boston', 1)) as [FreshAccount];
    await call(hub.address, account, 'PUT', `/${database}`);
  });
  afterAll(() => hub.stop());

  const good = (): Json => sealedRecord(database, recordId(), 'sealed');
  const parts = (change: Json): Json => ({ ...good(), parts: { chapter: { k: 1, n: 'n'.repeat(32), c: 'c', ...change } } });
  const BAD: readonly (readonly [string, () => Json])[] = [
    ['a name in the clear', () => ({ ...good(), name: 'Rosa' })],
    ['another chapter', () => ({ ...good(), chapter: 'fresno00' })],
    ['no chapter', () => ({ ...good(), chapter: undefined })],
    ['schema zero', () => ({ ...good(), schema: 0 })],
    ['no parts', () => ({ ...good(), parts: {} })],
    ['an unknown part', () => ({ ...good(), parts: { everyone: { k: 1, n: 'n'.repeat(32), c: 'c' } } })],
    ['key zero', () => parts({ k: 0 })],
    ['a short nonce', () => parts({ n: 'short' })],
    ['something beside the sealed text', () => parts({ phone: '617' })],
    ['a sealed text that is none', () => parts({ c: 'María López' })],
    ['an id with a name', () => ({ ...good(), _id: 'person:rosa-lopez' })],
    ['a design document', () => ({ ...good(), _id: '_design/x' })],
    ['a tombstone without its stamp', () => ({ _id: recordId(), chapter: database.slice(8), schema: 1, _deleted: true })],
    ['an attachment', () => ({ ...good(), _attachments: { a: { data: '', content_type: 'text/plain' } } })],
    ['a tombstone with content', () => ({ ...good(), _deleted: true })],
    ['a tombstone of an unknown kind', () => ({ _id: recordId(), _deleted: true, kind: 'burnt' })],
    ['a tombstone with something beside what was seen', () => ({ _id: recordId(), _deleted: true, seen: { k: 1, n: 'n'.repeat(32), c: 'c', name: 'Rosa' } })],
    ['a list of one author', () => ({ ...good(), parts: { ...(good().parts as Json), author: [{ k: 1, n: 'n'.repeat(32), c: 'c' }] } })],
    ['a tombstone with a name', () => ({ _id: recordId(), _deleted: true, name: 'Rosa' })],
    ['more than a megabyte', () => parts({ c: 'c'.repeat(1024 * 1024) })],
  ];

  it.each(BAD)('refuses %s and takes the others of the batch, in both ways of writing', async (_what, make) => {
    const [before, after, odd] = [good(), good(), make()];
    const edits = await call(hub.address, account, 'POST', `/${database}/_bulk_docs`, { docs: [before, odd, after] });
    expect([edits.status, edits.json]).toEqual([
      201,
      [having({ ok: true }), { id: odd._id, error: 'forbidden', reason: someText }, having({ ok: true })],
    ]);
    const rev = revision(1, 'x');
    const docs = [good(), make(), good()].map((one): Json => ({ ...one, _rev: rev, _revisions: { start: 1, ids: [rev.slice(2)] } }));
    const replicated = await call(hub.address, account, 'POST', `/${database}/_bulk_docs`, { docs, new_edits: false });
    expect([replicated.status, replicated.json]).toEqual([201, [{ id: docs[1]?._id, rev, error: 'forbidden', reason: someText }]]);
    for (const one of [docs[0], docs[2]]) expect((await call(hub.address, account, 'GET', `/${database}/${String(one?._id)}`)).status).toBe(200);
    expect((await call(hub.address, account, 'GET', `/${database}/${encodeURIComponent(String(docs[1]?._id))}`)).status).toBe(404);
  });

  it.each([
    ['a rev that is none', { _rev: 'x-1' }],
    ['no revision at all', {}],
    ['a revision tree of its own', { _rev: revision(1, 'x'), _rev_tree: [] }],
    ['a history that is none', { _rev: revision(1, 'x'), _revisions: { start: 1, ids: [['deep']] } }],
    ['a history longer than its count', { _rev: revision(1, 'x'), _revisions: { start: 1, ids: [revision(1, 'x').slice(2), revision(1, 'y').slice(2)] } }],
    ['an id that is none', { _rev: revision(1, 'x'), _id: 7 }],
    ['an id that is reserved', { _rev: revision(1, 'x'), _id: '_odd' }],
  ])('answers 400, as CouchDB does, to %s', async (_what, members) => {
    const answer = await call(hub.address, account, 'POST', `/${database}/_bulk_docs`, { docs: [{ ...good(), ...members }], new_edits: false });
    expect([answer.status, answer.json]).toEqual([400, having({ error: like(/^(bad_request|doc_validation|illegal_docid)$/), reason: someText })]);
  });

  it('answers 413 to a document that CouchDB would find too large, and names it', async () => {
    const large: Json = { ...good(), parts: { chapter: { k: 1, n: 'n'.repeat(32), c: 'c'.repeat(10 * 1024 * 1024) } } };
    const rev = revision(1, 'x');
    for (const [method, path, body] of [
      ['PUT', `/${String(large._id)}`, large],
      ['POST', '/_bulk_docs', { docs: [good(), large] }],
      ['POST', '/_bulk_docs', { docs: [{ ...large, _rev: rev }], new_edits: false }],
    ] as const) {
      const answer = await call(hub.address, account, method, `/${database}${path}`, body);
      expect([answer.status, answer.json]).toEqual([413, { error: 'document_too_large', reason: large._id }]);
    }
  });

  it('takes a tombstone with its stamp, and tells PouchDB of each refused record', async () => {
    const id = recordId();
    const made = (await call(hub.address, account, 'PUT', `/${database}/${id}`, { ...good(), _id: id })).json as { rev: string };
    const stone = { _id: id, _rev: made.rev, _deleted: true, chapter: database.slice(8), schema: 1, kind: 'erased', mac: 'm'.repeat(43), seen: { k: 1, n: 'n'.repeat(32), c: 'c' } };
    expect((await call(hub.address, account, 'POST', `/${database}/_bulk_docs`, { docs: [stone] })).json).toEqual([having({ ok: true })]);
    const pc = pcDatabase();
    const odd: Json = { ...good(), name: 'Rosa' };
    await pc.bulkDocs([good(), odd, good()]);
    const denied: unknown[] = [];
    const sent = pc.replicate.to(remoteDatabase(hub.address, database, account));
    void sent.on('denied', (one) => denied.push(one));
    expect(await sent).toMatchObject({ ok: true, docs_written: 2, doc_write_failures: 1 });
    expect(denied).toEqual([having({ id: odd._id, name: 'forbidden' })]);
  });

  it('tells why in the code that the office has a sentence for', async () => {
    const refused = async (document: Json): Promise<unknown> => (await call(hub.address, account, 'POST', `/${database}/_bulk_docs`, { docs: [document] })).json;
    expect(await refused({ ...good(), chapter: 'fresno00' })).toEqual([having({ reason: like(/^other-chapter: /) })]);
    expect(await refused(parts({ c: 'c'.repeat(1024 * 1024) }))).toEqual([having({ reason: like(/^too-large: /) })]);
    expect(await refused({ ...good(), name: 'Rosa' })).toEqual([having({ reason: like(/^not-sealed: /) })]);
    const erased = good();
    await eraseIds(hub.data, [String(erased._id)]);
    expect(await refused(erased)).toEqual([having({ reason: like(/^erased: /) })]);
    const single = await call(hub.address, account, 'PUT', `/${database}/${String(erased._id)}`, erased);
    expect([single.status, single.json]).toEqual([403, { error: 'forbidden', reason: like(/^erased: /) }]);
    const coordinator = await addCoordinator(hub.data, 'Rosa');
    const written = await call(hub.address, coordinator, 'POST', `/${database}/_bulk_docs`, { docs: [good()] });
    expect(written.json).toEqual([having({ reason: like(/^forbidden: /) })]);
  });

  it('keeps figures of each chapter in the network’s database: every device writes its own, all read', async () => {
    const own = `contact:${database.slice(8)}-${'a'.repeat(16)}`;
    const others = `contact:fresno00-${'b'.repeat(16)}`;
    const figures = { chapter: database.slice(8), records: 12, waiting: 0 };
    const put = async (id: string, body: Json): Promise<number> => (await call(hub.address, account, 'PUT', `/network/${id}`, body)).status;
    expect(await put(own, figures)).toBe(201);
    expect(await put(others, { ...figures, chapter: 'fresno00' })).toBe(403);
    expect(await put(`contact:${database.slice(8)}-${'c'.repeat(16)}`, { ...figures, contactName: 'Rosa López' })).toBe(403);
    const coordinator = await addCoordinator(hub.data, 'Luis');
    for (const reader of [account, coordinator]) {
      expect((await call(hub.address, reader, 'GET', '/network/_all_docs?include_docs=true')).json).toMatchObject({ rows: [{ id: own, doc: figures }] });
    }
    expect((await call(hub.address, null, 'GET', `/network/${own}`)).status).toBe(401);
  });

  it('keeps ids in any script in an administrator’s own database', async () => {
    const admin = hub.firstAdmin;
    await call(hub.address, admin, 'PUT', '/plain');
    const ids = ['zapote', 'Ñandú', 'Łódź', 'ÿ', 'אבג', '日本', 'ａ', '🌶'];
    await call(hub.address, admin, 'POST', '/plain/_bulk_docs', { docs: ids.map((_id) => ({ _id })) });
    const { rows } = (await call(hub.address, admin, 'GET', '/plain/_all_docs')).json as { rows: { id: string }[] };
    expect(rows.map((row) => row.id)).toEqual([...ids].sort(byCodePoint));
    for (const id of ids) expect((await call(hub.address, admin, 'GET', `/plain/${encodeURIComponent(id)}`)).json).toMatchObject({ _id: id });
  });
});

/** The order of `_all_docs`: by UTF-8 bytes, which is the order of code points. */
function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
