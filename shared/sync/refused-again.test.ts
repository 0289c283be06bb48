import { expect, test } from 'vitest';
import { leavesOf, tryRefusedAgain } from './refused-again.ts';
import type { KeptDenied } from './denied.ts';
import { record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';
import { littleVisit, type LittleVisit } from './testing/little-visit.ts';

const [EARLIER, NOW] = ['2026-11-22T09:30:00.000Z', '2026-11-22T10:00:00.000Z'];
const LONG_AGO = '2026-11-22T08:00:00.000Z';

async function refusedSending(peer: LittlePeer, triedAt: string): Promise<LittleVisit & { denied: KeptDenied }> {
  const visit = await littleVisit(peer);
  const { rev } = await visit.work.chapter.pouch.put(record('a'));
  const denied = { id: 'person:a', rev, reason: 'forbidden', since: LONG_AGO, triedAt, direction: 'sending' } as const;
  await visit.work.book.update({ denied: [denied] });
  return { ...visit, denied };
}
const writes = (peer: LittlePeer): number => peer.asked.filter(({ path }) => path === '/_bulk_docs').length;

test('what was tried lately is left alone; what was not, or when all are to be tried, is sent', async () => {
  const peer = new LittlePeer();
  const { work, counted, denied } = await refusedSending(peer, EARLIER);
  await tryRefusedAgain(work, false);
  expect([writes(peer), work.book.kept.denied]).toEqual([0, [denied]]);
  await tryRefusedAgain(work, true);
  expect([writes(peer), work.book.kept.denied, counted]).toEqual([1, [], [['sending', 1]]]);
  expect(await peer.ids()).toEqual(['person:a']);
  const due = await refusedSending(new LittlePeer(), LONG_AGO);
  await tryRefusedAgain(due.work, false);
  expect(due.work.book.kept.denied).toEqual([]);
});

test('what is refused again stays listed since when it was, with its reason of now', async () => {
  const peer = new LittlePeer();
  peer.refuse = () => 'erased: gone';
  const { work, counted, denied } = await refusedSending(peer, LONG_AGO);
  await tryRefusedAgain(work, false);
  expect(work.book.kept.denied).toEqual([{ ...denied, reason: 'erased', triedAt: NOW }]);
  expect(counted).toEqual([]);
});

test('what was replaced leaves the list once the newer one is there or listed, what is not here any more at once; neither is sent', async () => {
  const peer = new LittlePeer();
  const { work, denied, counted } = await refusedSending(peer, EARLIER);
  const { rev } = await work.chapter.pouch.put({ ...record('a'), called: 'newer', _rev: denied.rev });
  await work.book.update({ denied: [denied, { ...denied, id: 'person:never', rev: '1-x' }] });
  await tryRefusedAgain(work, true);
  expect([work.book.kept.denied, writes(peer), counted]).toEqual([[denied], 0, []]);
  const newer = { ...denied, rev };
  await work.book.update({ denied: [denied, newer] });
  await tryRefusedAgain(work, false);
  expect(work.book.kept.denied).toEqual([newer]);
  await work.book.update({ denied: [denied] });
  await peer.pouch.bulkDocs((await leavesOf(work.chapter.pouch, 'person:a')).map((leaf) => ({ ...leaf })), { new_edits: false });
  await tryRefusedAgain(work, false);
  expect([work.book.kept.denied, writes(peer), counted]).toEqual([[], 0, []]);
});

async function refusedReceiving(peer: LittlePeer, more: object = {}): Promise<LittleVisit & { denied: KeptDenied }> {
  const visit = await littleVisit(peer);
  const { rev } = await peer.pouch.put(record('b', more));
  const denied = { id: 'person:b', rev, reason: 'unknown', since: LONG_AGO, triedAt: LONG_AGO, direction: 'receiving' } as const;
  await visit.work.book.update({ denied: [denied] });
  return { ...visit, denied };
}

test('what was not taken here is asked for again, and taken', async () => {
  const peer = new LittlePeer();
  const { work, counted } = await refusedReceiving(peer);
  await tryRefusedAgain(work, false);
  expect(work.book.kept.denied).toEqual([]);
  expect(await work.chapter.pouch.get('person:b')).toMatchObject({ _id: 'person:b' });
  expect(counted).toEqual([['receiving', 1]]);
});

test('what this PC still does not take, and what the peer cannot give, stay listed', async () => {
  const foreign = await refusedReceiving(new LittlePeer(), { chapter: 'zzzzzzzz99' });
  await tryRefusedAgain(foreign.work, false);
  expect(foreign.work.book.kept.denied).toEqual([{ ...foreign.denied, reason: 'other-chapter', triedAt: NOW }]);
  const lost = await refusedReceiving(new LittlePeer());
  const gone = { ...lost.denied, rev: '1-0123456789abcdef0123456789abcdef' };
  await lost.work.book.update({ denied: [gone] });
  lost.work.database.bulkGet = (asked) => Promise.resolve({ documents: [], missing: asked });
  await tryRefusedAgain(lost.work, false);
  expect(lost.work.book.kept.denied).toEqual([{ ...gone, triedAt: NOW }]);
  expect(lost.notes).toEqual([{ step: 'refused', count: 1 }]);
});

test('what was not taken here is not asked for while it was tried lately', async () => {
  const peer = new LittlePeer();
  const { work, denied } = await refusedReceiving(peer);
  await work.book.update({ denied: [{ ...denied, triedAt: EARLIER }] });
  await tryRefusedAgain(work, false);
  expect([work.book.kept.denied.length, peer.asked.length]).toEqual([1, 0]);
});

test('a leaf is found with its history, also one that does not win; a replaced revision is none', async () => {
  const { work } = await littleVisit(new LittlePeer());
  const { pouch } = work.chapter;
  const { rev } = await pouch.put(record('a'));
  const { rev: second } = await pouch.put({ ...record('a'), _rev: rev });
  const side = '2-00000000000000000000000000000000';
  await pouch.bulkDocs([{ ...record('a'), _rev: side, _revisions: { start: 2, ids: [side.slice(2), rev.slice(2)] } }], { new_edits: false });
  const leaves = await leavesOf(pouch, 'person:a');
  expect(leaves.map(({ _rev }) => _rev).sort()).toEqual([second, side].sort());
  expect(leaves.find(({ _rev }) => _rev === side)).toMatchObject({ _revisions: { start: 2 } });
  expect(await leavesOf(pouch, 'person:z')).toEqual([]);
  await pouch.close();
  await expect(leavesOf(pouch, 'person:a')).rejects.toThrow();
});
