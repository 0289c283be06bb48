import { expect, test } from 'vitest';
import { receive } from './receive.ts';
import { send } from './send.ts';
import { many, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';
import { littleVisit, type LittleVisit } from './testing/little-visit.ts';
import { visit } from './visit.ts';
import { sequenceOf } from './visit-work.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T11:00:00.000Z';
const NEITHER = { tryRefused: false, verify: false };

async function sendAll({ work }: LittleVisit, at = AT): Promise<void> {
  await send(work, await sequenceOf(work.chapter.pouch), at);
}
const writes = (peer: LittlePeer): number => peer.asked.filter(({ path }) => path === '/_bulk_docs').length;

test('what was sent is confirmed up to where the database was, as of then', async () => {
  const peer = new LittlePeer();
  const little = await littleVisit(peer);
  const { work } = little;
  await work.chapter.pouch.bulkDocs([record('a'), record('b')]);
  await work.book.recount(AT);
  await sendAll(little, LATER);
  expect(await peer.ids()).toEqual(['person:a', 'person:b']);
  expect(work.book.kept).toMatchObject({ sequence: 2, safeAt: LATER, waitingSince: null, checkpoint: { lastSeq: 2 }, comparing: { sending: 'done', receiving: 'wanted' } });
  expect([work.book.waiting.count, little.counted, little.activities]).toEqual([0, [['sending', 2]], ['sending']]);
  expect(await work.database.checkpoint(work.book.kept.checkpoint?.id ?? '')).toBe(2);
});

test('where one is refused nothing becomes safe, and the rest is confirmed', async () => {
  const peer = new LittlePeer();
  peer.refuse = ({ _id }) => (_id === 'person:bad' ? 'no' : null);
  const little = await littleVisit(peer);
  const { work } = little;
  await work.chapter.pouch.bulkDocs([record('a'), record('bad')]);
  await sendAll(little);
  expect(work.book.kept).toMatchObject({ sequence: 2, safeAt: null, waitingSince: AT, denied: [{ id: 'person:bad', direction: 'sending' }] });
  expect([work.book.waiting.count, little.counted]).toEqual([1, [['sending', 1]]]);
  expect(little.notes).toEqual([{ step: 'refused', count: 1 }]);
});

test('what this PC refused makes nothing unsafe', async () => {
  const little = await littleVisit(new LittlePeer());
  await little.work.book.update({ denied: [{ id: 'person:x', rev: '1-x', reason: 'other-chapter', since: AT, triedAt: AT, direction: 'receiving' }] });
  await little.work.chapter.pouch.put(record('a'));
  await sendAll(little);
  expect(little.work.book.kept).toMatchObject({ safeAt: AT, denied: [{ id: 'person:x' }] });
});

test('a refused record, or a newer state of one, that goes through gives the others a try; another does not', async () => {
  const peer = new LittlePeer();
  peer.refuse = () => 'no';
  const first = await littleVisit(peer);
  const { pouch } = first.work.chapter;
  await pouch.bulkDocs([record('a'), record('b')]);
  await sendAll(first);
  peer.refuse = () => null;
  await pouch.put(record('c'));
  await sendAll(await littleVisit(peer, { before: first }));
  expect(first.work.book.kept.denied).toHaveLength(2);
  const { _rev } = await pouch.get('person:a');
  await pouch.put({ ...record('a'), called: 'x', _rev });
  await pouch.put(record('d'));
  await sendAll(await littleVisit(peer, { before: first }));
  expect(first.work.book.kept.denied).toEqual([]);
  expect(await peer.ids()).toHaveLength(4);
});

test('a peer that says it is done before it has come that far is not believed', async () => {
  const little = await littleVisit(new LittlePeer());
  await little.work.chapter.pouch.put(record('a'));
  await expect(send(little.work, 9, AT)).rejects.toMatchObject({ problem: 'damaged-answer' });
  expect(little.work.book.kept.safeAt).toBeNull();
});

test('a comparison of everything asks about all, whatever was agreed; without one nothing is asked twice', async () => {
  const peer = new LittlePeer();
  const little = await littleVisit(peer);
  await little.work.chapter.pouch.bulkDocs(many(3).map((id) => record(id)));
  await sendAll(little);
  peer.asked.length = 0;
  await sendAll(await littleVisit(peer, { before: little }));
  expect(peer.asked.some(({ path }) => path === '/_revs_diff')).toBe(false);
  await little.work.book.update({ comparing: { sending: 'wanted', receiving: 'done' } });
  await sendAll(await littleVisit(peer, { before: little }));
  expect(peer.asked.some(({ path }) => path === '/_revs_diff')).toBe(true);
  expect(little.work.book.kept).toMatchObject({ comparing: null, verifiedAt: AT });
});

test('what is received is asked about when sending, and not sent again', async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs([record('a'), record('b')]);
  const little = await littleVisit(peer);
  await little.work.book.update({ allowed: 'mass-deletion', peerSequence: 2 });
  await receive(little.work);
  expect((await little.work.chapter.pouch.allDocs()).rows.map(({ id }) => id)).toEqual(['person:a', 'person:b']);
  expect(little.work.book.kept).toMatchObject({ allowed: null, isOurs: true, comparing: { sending: 'wanted', receiving: 'done' } });
  expect([little.counted.reduce((sum, [, count]) => sum + count, 0), little.activities]).toEqual([2, ['receiving']]);
  await sendAll(little);
  expect([writes(peer), peer.asked.some(({ path }) => path === '/_revs_diff')]).toEqual([0, true]);
});

test('how much would vanish is counted over all pages of what is to come', async () => {
  const peer = new LittlePeer();
  const ids = many(2_300);
  await peer.pouch.bulkDocs(ids.map((id) => record(id)));
  const little = await littleVisit(peer);
  await little.work.book.update({ peerSequence: 2_300 });
  await receive(little.work);
  const { rows } = await peer.pouch.allDocs();
  await peer.pouch.bulkDocs(rows.map((row) => ({ ...record(''), _id: row.id, _rev: 'value' in row ? row.value.rev : '', _deleted: true, kind: 'erased' })));
  const next = await littleVisit(peer, { before: little });
  await expect(receive(next.work)).rejects.toMatchObject({ kind: 'mass-deletion', count: 2_300, of: 2_300 });
  expect((await little.work.chapter.pouch.info()).doc_count).toBe(2_300);
  // It is looked at from where this exchange began, not from the beginning of all time.
  expect(peer.asked.find(({ path }) => path.includes('limit=2000'))?.path).toMatch(/since=2300-/);
  await little.work.book.update({ allowed: 'mass-deletion' });
  await receive((await littleVisit(peer, { before: little })).work);
  expect((await little.work.chapter.pouch.info()).doc_count).toBe(0);
});

test('a visit counts itself, compares everything where it never was, and again only when it is due', async () => {
  const peer = new LittlePeer();
  const little = await littleVisit(peer);
  const steps = async (options = NEITHER): Promise<readonly string[]> => {
    const next = await littleVisit(peer, { before: little });
    await visit(next.work, options);
    return next.notes.map(({ step }) => step);
  };
  await little.work.chapter.pouch.put(record('a'));
  expect(await steps()).toEqual([]);
  expect(little.work.book.kept).toMatchObject({ verifiedAt: AT, exchanges: 1, comparing: null });
  expect(await steps()).toEqual([]);
  expect(little.work.book.kept.exchanges).toBe(2);
  expect(await steps({ tryRefused: false, verify: true })).toEqual(['verified']);
  expect(little.work.book.kept.exchanges).toBe(0);
  await little.work.book.update({ hadTrouble: true });
  expect(await steps()).toEqual(['verified']);
  little.clock.pass(7 * 24 * 3_600_000);
  expect(await steps()).toEqual(['verified']);
});

test('what merging writes is sent in the same visit, for as many rounds as it settles in', async () => {
  const peer = new LittlePeer();
  const little = await littleVisit(peer);
  let settled = 0;
  const settling = async (): Promise<void> => {
    settled += 1;
    if (settled <= 2) await little.work.chapter.pouch.put(record(`merge${String(settled)}`));
  };
  await visit({ ...little.work, chapter: { ...little.work.chapter, settled: settling } }, NEITHER);
  expect(await peer.ids()).toEqual(['person:merge1', 'person:merge2']);
  expect([settled, little.work.book.waiting.count]).toEqual([3, 0]);
});

test('merging that never settles ends the visit all the same', async () => {
  const little = await littleVisit(new LittlePeer());
  let settled = 0;
  const settling = async (): Promise<void> => void (await little.work.chapter.pouch.put(record(`merge${String((settled += 1))}`)));
  await visit({ ...little.work, chapter: { ...little.work.chapter, settled: settling } }, NEITHER);
  expect(settled).toBe(5);
  expect(little.work.book.waiting.count).toBe(1);
});

test.each([
  ['nothing asks for it', NEITHER, null, 0],
  ['all refused are to be tried', { tryRefused: true, verify: false }, null, 1],
  ['everything is to be compared', { tryRefused: false, verify: true }, null, 1],
  ['the rules of the peer are new', NEITHER, '2', 1],
])('a record refused lately is tried again in a visit or not: %s', async (_when, options, rules, tries) => {
  const peer = new LittlePeer();
  peer.refuse = () => 'no';
  const little = await littleVisit(peer);
  await little.work.chapter.pouch.put(record('bad'));
  await visit(little.work, NEITHER);
  const before = writes(peer);
  peer.refuse = () => null;
  peer.rules = rules;
  await visit((await littleVisit(peer, { before: little })).work, options);
  expect(writes(peer) - before).toBe(tries);
  expect(little.work.book.kept.denied).toHaveLength(1 - tries);
});

test('changes that delete nothing are no vanishing, however many come with a few deletions', async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs(many(100).map((id) => record(id)));
  const little = await littleVisit(peer);
  await receive(little.work);
  const { rows } = await peer.pouch.allDocs();
  await peer.pouch.bulkDocs(rows.map((row, at) => ({ ...record(''), _id: row.id, _rev: 'value' in row ? row.value.rev : '', ...(at < 12 ? { _deleted: true, kind: 'erased' } : { called: 'newer' }) })));
  await receive((await littleVisit(peer, { before: little })).work);
  expect((await little.work.chapter.pouch.info()).doc_count).toBe(88);
});

test('what either side names and cannot give is listed, and all else goes through', async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs([record('a'), record('b')]);
  peer.answerFault = async ({ path }, answer) => {
    if (!path.startsWith('/_bulk_get')) return answer;
    const { results } = (await answer.json()) as { results: { id: string; docs: { ok: { _rev: string } }[] }[] };
    return Response.json({ results: results.map((one) => (one.id === 'person:a' ? { id: one.id, docs: [{ error: { rev: one.docs[0]?.ok._rev } }] } : one)) });
  };
  const receiving = await littleVisit(peer);
  await receive(receiving.work);
  expect((await receiving.work.chapter.pouch.allDocs()).rows.map(({ id }) => id)).toEqual(['person:b']);
  expect(receiving.work.book.kept.denied).toMatchObject([{ id: 'person:a', reason: 'unknown', direction: 'receiving' }]);

  const sending = await littleVisit(new LittlePeer());
  const { pouch } = sending.work.chapter;
  await pouch.bulkDocs([record('c'), record('d')]);
  const give = pouch.bulkGet.bind(pouch);
  pouch.bulkGet = async (asked: Parameters<typeof give>[0]) => {
    const { results } = await give(asked);
    return { results: results.map((one) => (one.id === 'person:c' ? { id: one.id, docs: [{ error: { rev: (one.docs[0] as { ok: { _rev: string } }).ok._rev } }] } : one)) };
  };
  await sendAll(sending);
  expect(sending.work.book.kept).toMatchObject({ safeAt: null, denied: [{ id: 'person:c', reason: 'unknown', direction: 'sending' }] });
  expect(sending.counted).toEqual([['sending', 1]]);
});

test("another chapter's record that arrives is listed", async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs([record('a'), record('stray', { chapter: 'zzzzzzzz99' })]);
  const { work, notes } = await littleVisit(peer);
  await receive(work);
  expect(work.book.kept.denied).toMatchObject([{ id: 'person:stray', reason: 'other-chapter', direction: 'receiving' }]);
  expect(notes).toEqual([{ step: 'refused', count: 1 }]);
});

test('a comparison that breaks off has begun, and is read from the beginning only while it is wanted', async () => {
  const peer = new LittlePeer();
  await peer.pouch.put(record('a'));
  const little = await littleVisit(peer);
  await little.work.chapter.pouch.put(record('b'));
  peer.fault = ({ path }) => (path === '/_bulk_docs' || path.startsWith('/_bulk_get') ? Response.json({ error: 'convoca', problem: 'server-full' }, { status: 507 }) : null);
  await expect(sendAll(little)).rejects.toMatchObject({ problem: 'server-full' });
  await expect(receive((await littleVisit(peer, { before: little })).work)).rejects.toMatchObject({ problem: 'server-full' });
  expect(little.work.book.kept.comparing).toEqual({ sending: 'begun', receiving: 'begun' });
  peer.fault = () => null;
  const sinces = async (): Promise<boolean> => {
    peer.asked.length = 0;
    await receive((await littleVisit(peer, { before: little })).work);
    return peer.asked.some(({ path }) => /_changes.*since=0(&|$)/.test(path));
  };
  await sinces();
  expect(await sinces()).toBe(false);
  await little.work.book.update({ comparing: { sending: 'done', receiving: 'wanted' } });
  expect(await sinces()).toBe(true);
});

test('what neither side has changed since is not read again, unless a person asks for it', async () => {
  const peer = new LittlePeer();
  const little = await littleVisit(peer);
  await little.work.chapter.pouch.put(record('a'));
  const readsAll = async (options = NEITHER): Promise<boolean> => {
    peer.asked.length = 0;
    await visit((await littleVisit(peer, { before: little })).work, options);
    return peer.asked.some(({ path }) => path.includes('since=0') && path.includes('style=all_docs'));
  };
  await readsAll();
  expect(await readsAll({ tryRefused: false, verify: true })).toBe(true);
  await little.work.book.update({ hadTrouble: true });
  expect(await readsAll()).toBe(false);
  expect(little.work.book.kept.hadTrouble).toBe(false);
  expect(await readsAll({ tryRefused: false, verify: true })).toBe(true);
});
