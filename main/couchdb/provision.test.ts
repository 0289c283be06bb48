import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasedMark } from '../../shared/sync/validation/erased-mark.js';
import { RULES_VERSION } from '../../shared/sync/validation/parameters.ts';
import type { FreshAccount } from '../hub/account-making.ts';
import { provision, type Provisioned, type ProvisionWish } from './provision.ts';
import type { StepOutcome } from './step.ts';
import { freshTitle, openServer, TEST_NETWORK, type TriedServer } from './testing/server.ts';

const ID = 'person:aaaaaaaaaaaaaaaaaaaa';
const record = (chapter: string, change: object = {}): object => ({ _id: ID, chapter, schema: 1, parts: { chapter: { k: 1, n: 'n'.repeat(32), c: 'c' } }, ...change });
const freshId = (): string => `id${Math.random().toString(36).slice(2).padEnd(14, 'q')}`;

describe('setting a server up', () => {
  let server: TriedServer;
  beforeAll(async () => {
    server = await openServer();
  });
  afterAll(() => server.stop());

  const run = (wish: Partial<ProvisionWish> & { title?: string; id?: string; devices?: number; erased?: readonly string[] } = {}, tell: (outcome: StepOutcome) => void = () => undefined): Promise<Provisioned> => {
    const { title, id = null, devices = null, erased = [], ...rest } = wish;
    const chapter = title === undefined ? null : { title, id, devices, erased: Object.fromEntries(erased.map((one) => [erasedMark(one), 1 as const])) };
    return provision(server.couch, { mode: 'make', network: TEST_NETWORK, chapter, coordinators: [], renew: [], remove: [], ...rest }, tell, () => undefined);
  };
  const chapterOf = async (title: string, more: { id?: string; devices?: number } = {}): Promise<{ id: string; slips: readonly FreshAccount[] }> => {
    const done = await run({ title, ...more });
    return { id: done.chapters[0]?.chapter ?? '', slips: done.slips };
  };
  const statusOf = async (account: FreshAccount | null | undefined, method: string, path: string, body?: unknown): Promise<number> => (await server.as(account ?? null, method, path, body)).status;
  const wrong = ({ steps }: Provisioned): readonly string[] => steps.filter(({ standing }) => standing !== 'right').map(({ about, standing }) => `${standing} ${about.en}`);

  it('makes a chapter’s place: its computers write it, others do not see it', async () => {
    const title = freshTitle();
    const { id, slips } = await chapterOf(title, { devices: 3 });
    const slot = title.toLowerCase().replace(' ', '-');
    expect(id).toMatch(/^[a-z0-9]{20}$/);
    expect(slips.map(({ name }) => name)).toEqual([`${slot}-1`, `${slot}-2`, `${slot}-3`]);
    expect(new Set(slips.map(({ password }) => password)).size).toBe(3);
    const { slips: others } = await chapterOf(freshTitle(), { devices: 1 });
    const [rosa, luis] = slips;
    expect(await statusOf(rosa, 'PUT', `/chapter-${id}/${ID}`, record(id))).toBe(201);
    expect(await statusOf(luis, 'GET', `/chapter-${id}/${ID}`)).toBe(200);
    expect(await statusOf(others[0], 'GET', `/chapter-${id}/${ID}`)).toBe(403);
    expect(await statusOf(others[0], 'GET', `/chapter-${id}`)).toBe(403);
    expect(await statusOf(null, 'GET', `/chapter-${id}`)).toBe(401);
    expect(await statusOf(rosa, 'PUT', `/chapter-${freshId()}`)).toBe(401);
    expect((await server.as(rosa ?? null, 'PUT', `/chapter-${id}/${ID}x`, record(id, { name: 'Rosa' }))).json).toMatchObject({ error: 'forbidden', reason: 'not-sealed: The record is not sealed as it must be.' });
    expect((await server.as(server.admin, 'GET', `/chapter-${id}/_revs_limit`)).json).toBe(1000);
    expect((await server.as(server.admin, 'GET', `/network/chapter%3A${slot}`)).json).toMatchObject({ title, chapter: id });
  });

  it('changes nothing when it is done again, and makes no account twice', async () => {
    const title = freshTitle();
    const { id, slips } = await chapterOf(title);
    expect(slips).toHaveLength(2);
    const again = await run({ title });
    expect([wrong(again), again.slips, again.chapters[0]?.chapter]).toEqual([[], [], id]);
    const checked = await run({ title, mode: 'check' });
    expect(wrong(checked)).toEqual([]);
    if (server.standIn !== null) {
      server.standIn.writes.length = 0;
      await run({ title });
      expect(server.standIn.writes).toEqual([]);
    }
    const more = await run({ title, devices: 3 });
    expect(more.slips.map(({ name }) => name.endsWith('-3'))).toEqual([true]);
    expect(await statusOf(slips[0], 'GET', `/chapter-${id}`)).toBe(200);
  });

  it('tells drift, says what it would do, and repairs it without touching a record', async () => {
    const title = freshTitle();
    const { id, slips } = await chapterOf(title);
    const [rosa] = slips;
    await server.as(rosa ?? null, 'PUT', `/chapter-${id}/${ID}`, record(id));
    const admin = server.admin;
    const database = `/chapter-${id}`;
    const account = `/_users/org.couchdb.user%3A${rosa?.name ?? ''}`;
    const design = (await server.as(admin, 'GET', `${database}/_design/convoca`)).json as object;
    await server.as(admin, 'PUT', `${database}/_security`, { members: { names: [], roles: [] } });
    await server.as(admin, 'PUT', `${database}/_revs_limit`, 5);
    await server.as(admin, 'PUT', `${database}/_design/convoca`, { ...design, validate_doc_update: 'function () {}' });
    await server.as(admin, 'PUT', account, { ...((await server.as(admin, 'GET', account)).json as object), roles: ['device'] });
    const drift = [
      `different who may use chapter-${id}: chapter-${id}, coordinator`,
      `different rule ${RULES_VERSION} on what chapter-${id} takes`,
      `different 1000 revisions of each record in chapter-${id}`,
      `different account ${rosa?.name ?? ''}`,
    ];
    expect(wrong(await run({ title, mode: 'check' }))).toEqual(drift);
    expect(wrong(await run({ title, mode: 'dry-run' }))).toEqual(drift);
    expect((await server.as(admin, 'GET', `${database}/_revs_limit`)).json).toBe(5);
    const repaired = await run({ title });
    expect([wrong(repaired), repaired.slips]).toEqual([drift, []]);
    expect(wrong(await run({ title, mode: 'check' }))).toEqual([]);
    expect(await statusOf(rosa, 'GET', `${database}/${ID}`)).toBe(200);
  });

  it('does nothing on a dry run of a new chapter, and knows none that was not made', async () => {
    const title = freshTitle();
    await run();
    const before = (await server.as(server.admin, 'GET', '/_users/_all_docs')).json;
    const dry = await run({ title, mode: 'dry-run', coordinators: ['Tested Rosa'] });
    expect(wrong(dry)).toEqual([
      `missing chapter “${title}” in the register`,
      ...[`database chapter-${dry.chapters[0]?.chapter}`, `who may use chapter-${dry.chapters[0]?.chapter}: chapter-${dry.chapters[0]?.chapter}, coordinator`, `rule ${RULES_VERSION} on what chapter-${dry.chapters[0]?.chapter} takes`, `1000 revisions of each record in chapter-${dry.chapters[0]?.chapter}`].map((one) => `missing ${one}`),
      ...[1, 2].map((n) => `missing account ${title.toLowerCase().replace(' ', '-')}-${n}`),
      'missing account coordinator-tested-rosa',
    ]);
    expect(dry.slips).toEqual([]);
    expect((await server.as(server.admin, 'GET', '/_users/_all_docs')).json).toEqual(before);
    expect(await statusOf(server.admin, 'GET', `/chapter-${dry.chapters[0]?.chapter}`)).toBe(404);
    await expect(run({ title, mode: 'check' })).rejects.toMatchObject({ code: 'chapter-unknown' });
  });

  it('gives a chapter that runs already its place under its own id', async () => {
    const [title, id] = [freshTitle(), freshId()];
    const { id: given } = await chapterOf(title, { id });
    expect(given).toBe(id);
    await expect(run({ title: freshTitle(), id })).rejects.toMatchObject({ code: 'id-taken', detail: title });
  });

  it('moves prepared accounts to the id that the office turned out to have, as long as nothing was sent', async () => {
    const title = freshTitle();
    const { id: prepared, slips } = await chapterOf(title);
    const own = freshId();
    const moved = await run({ title, id: own });
    expect(moved.slips).toEqual([]);
    expect(await statusOf(slips[0], 'PUT', `/chapter-${own}/${ID}`, record(own))).toBe(201);
    expect(await statusOf(server.admin, 'GET', `/chapter-${prepared}`)).toBe(404);
    await expect(run({ title, id: freshId() })).rejects.toMatchObject({ code: 'chapter-has-records', detail: title });
    expect(await statusOf(slips[0], 'GET', `/chapter-${own}/${ID}`)).toBe(200);
    expect(wrong(await run({ title, mode: 'check' }))).toEqual([]);
  });

  it('keeps the marks of erased records through every later run, and refuses them', async () => {
    const title = freshTitle();
    const { id, slips } = await chapterOf(title);
    const gone = 'person:bbbbbbbbbbbbbbbbbbbb';
    await run({ title, erased: [gone] });
    await run({ title, erased: ['person:cccccccccccccccccccc'] });
    await run();
    const answer = await server.as(slips[0] ?? null, 'PUT', `/chapter-${id}/${gone}`, record(id, { _id: gone }));
    expect([answer.status, answer.json]).toEqual([403, { error: 'forbidden', reason: 'erased: This record was erased and must not come back.' }]);
    expect(await statusOf(slips[0], 'PUT', `/chapter-${id}/${ID}`, record(id))).toBe(201);
    const design = (await server.as(server.admin, 'GET', `/chapter-${id}/_design/convoca`)).text;
    expect(design).not.toContain(gone);
    expect(design).toContain(erasedMark(gone));
  });

  it('lets coordinators read every chapter and write none, and only headquarters change the register', async () => {
    const { id, slips } = await chapterOf(freshTitle());
    const { slips: made } = await run({ coordinators: [`Tested ${freshId()}`] });
    const [coordinator] = made;
    expect(coordinator?.name).toMatch(/^coordinator-tested-/);
    await server.as(slips[0] ?? null, 'PUT', `/chapter-${id}/${ID}`, record(id));
    expect(await statusOf(coordinator, 'GET', `/chapter-${id}/${ID}`)).toBe(200);
    expect((await server.as(coordinator ?? null, 'PUT', `/chapter-${id}/${ID}z`, record(id, { _id: `${ID}z` }))).json).toMatchObject({ reason: 'forbidden: Only a computer of the chapter may write this record.' });
    expect(await statusOf(coordinator, 'GET', '/network/_all_docs')).toBe(200);
    const contact = { chapter: id, waiting: 3, version: '0.1.0' };
    expect(await statusOf(slips[0], 'PUT', `/network/contact%3A${id}-${'d'.repeat(20)}`, contact)).toBe(201);
    expect(await statusOf(slips[0], 'PUT', `/network/contact%3A${freshId()}-${'d'.repeat(20)}`, contact)).toBe(403);
    expect(await statusOf(slips[0], 'PUT', '/network/chapter%3Aother', { title: 'Other', chapter: id })).toBe(403);
    expect(await statusOf(coordinator, 'PUT', `/network/contact%3A${id}-${'e'.repeat(20)}`, contact)).toBe(403);
    expect(await statusOf(slips[0], 'PUT', `/chapter-${id}/_design/other`, {})).toBe(401);
    expect(await statusOf(slips[0], 'PUT', `/chapter-${id}/_security`, {})).toBe(401);
  });

  it('gives a lost computer’s account a new password, and takes accounts away', async () => {
    const { id, slips } = await chapterOf(freshTitle());
    const [lost, other] = slips;
    const { slips: renewed } = await run({ renew: [lost?.name ?? ''] });
    expect(renewed.map(({ name }) => name)).toEqual([lost?.name]);
    expect(await statusOf(lost, 'GET', `/chapter-${id}`)).toBe(401);
    expect(await statusOf(renewed[0], 'GET', `/chapter-${id}`)).toBe(200);
    await run({ remove: [other?.name ?? ''] });
    expect(await statusOf(other, 'GET', `/chapter-${id}`)).toBe(401);
    expect(wrong(await run({ mode: 'check' }))).toEqual([]);
    await expect(run({ renew: ['tested-nobody'] })).rejects.toMatchObject({ code: 'account-unknown' });
    await expect(run({ remove: ['tested-nobody'] })).rejects.toMatchObject({ code: 'account-unknown' });
  });

  it('leaves alone what is another network’s, a newer Convoca’s, or nobody’s of ours', async () => {
    const title = freshTitle();
    const { id } = await chapterOf(title);
    await expect(run({ network: 'Another' })).rejects.toMatchObject({ code: 'other-network', detail: TEST_NETWORK });
    await expect(run({ title: '¡!' })).rejects.toMatchObject({ code: 'chapter-name' });
    await expect(run({ coordinators: ['¡!'] })).rejects.toMatchObject({ code: 'chapter-name' });
    const path = `/chapter-${id}/_design/convoca`;
    const design = (await server.as(server.admin, 'GET', path)).json as { convoca: object };
    await server.as(server.admin, 'PUT', path, { ...design, convoca: { ...design.convoca, rules: RULES_VERSION + 1 } });
    await expect(run({ title })).rejects.toMatchObject({ code: 'newer-rules', detail: `chapter-${id}` });
    const other = freshTitle();
    const name = `${other.toLowerCase().replace(' ', '-')}-1`;
    await server.as(server.admin, 'PUT', `/_users/org.couchdb.user%3A${name}`, { name, type: 'user', roles: ['accounting'], password: 'theirs' });
    await expect(run({ title: other })).rejects.toMatchObject({ code: 'account-taken', detail: name });
    await server.as(server.admin, 'PUT', path, { ...design, _rev: ((await server.as(server.admin, 'GET', path)).json as { _rev: string })._rev });
  });

  it('hands each password over as soon as the account is made, whatever comes after', async () => {
    const title = freshTitle();
    const { standIn } = server;
    if (standIn === null) return expect(process.env.COUCHDB_URL).toBeDefined();
    const slips: FreshAccount[] = [];
    standIn.failOnce(`PUT /_users/org.couchdb.user%3A${title.toLowerCase().replace(' ', '-')}-2`, { status: 500, body: { error: 'x', reason: 'disk' } });
    const wish: ProvisionWish = { mode: 'make', network: TEST_NETWORK, chapter: { title, id: null, devices: 2, erased: {} }, coordinators: [], renew: [], remove: [] };
    await expect(provision(server.couch, wish, () => undefined, (slip) => slips.push(slip))).rejects.toMatchObject({ code: 'server-trouble' });
    expect(slips).toHaveLength(1);
    const again = await run({ title, devices: 2 });
    expect(again.slips.map(({ name }) => name.slice(-2))).toEqual(['-2']);
    expect(await statusOf(slips[0], 'GET', `/chapter-${again.chapters[0]?.chapter}`)).toBe(200);
  });
});
