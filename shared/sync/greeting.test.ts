import { expect, test } from 'vitest';
import { greet } from './greeting.ts';
import { many, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';
import { littleVisit } from './testing/little-visit.ts';

const AT = '2026-11-22T10:00:00.000Z';

test('a peer that the host does not reach is asked nothing, and no contact is noted', async () => {
  const peer = new LittlePeer();
  const { work, letIn } = await littleVisit(peer, { probe: { ok: false, problem: 'clock' } });
  await expect(greet(work)).rejects.toMatchObject({ problem: 'clock' });
  expect([peer.asked, letIn(), work.book.kept.contactAt]).toEqual([[], 0, null]);
});

test('a contact is noted, with how the peer stands', async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs([record('a'), record('b')]);
  peer.rules = '3';
  const visit = await littleVisit(peer, { probe: { ok: true, clockAhead: 11 * 60_000 } });
  expect(await greet(visit.work)).toEqual({ hasNewRules: true });
  expect(visit.letIn()).toBe(1);
  expect(visit.work.book.kept).toMatchObject({ contactAt: AT, clockMinutes: 11, peerSequence: 2, rules: '3', isOurs: true, setBack: null });
  expect(await greet((await littleVisit(peer, { before: visit })).work)).toEqual({ hasNewRules: false });
  peer.rules = '4';
  expect(await greet((await littleVisit(peer, { before: visit })).work)).toEqual({ hasNewRules: true });
});

test('an empty peer is nobody\'s yet; whose one is that has records is looked at once', async () => {
  const peer = new LittlePeer();
  const visit = await littleVisit(peer);
  const samples = (): number => peer.asked.filter(({ path }) => path.includes('include_docs')).length;
  await greet(visit.work);
  expect([samples(), visit.work.book.kept.isOurs]).toEqual([0, false]);
  await peer.pouch.put(record('a'));
  await greet((await littleVisit(peer, { before: visit })).work);
  expect([samples(), visit.work.book.kept.isOurs]).toEqual([1, true]);
  await greet((await littleVisit(peer, { before: visit })).work);
  expect(samples()).toBe(1);
  expect(peer.asked.find(({ path }) => path.includes('include_docs'))?.path).toContain('limit=20');
});

test("another chapter's peer stops everything, and is still in contact", async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs(many(5).map((id) => record(id, { chapter: 'zzzzzzzz99' })));
  const { work } = await littleVisit(peer);
  await expect(greet(work)).rejects.toMatchObject({ kind: 'other-chapter', count: 5, of: 5 });
  expect(work.book.kept).toMatchObject({ contactAt: AT, isOurs: false });
});

test('a guard that nobody has answered stops again, with what it had said', async () => {
  const peer = new LittlePeer();
  const { work } = await littleVisit(peer);
  await work.book.update({ guard: { kind: 'mass-deletion', count: 11, of: 12, since: AT, answer: null } });
  await expect(greet(work)).rejects.toMatchObject({ kind: 'mass-deletion', count: 11, of: 12 });
  expect(work.book.kept.contactAt).toBe(AT);
});

test('what a peer that was set back does not confirm any more is withdrawn, and everything waits', async () => {
  const peer = new LittlePeer();
  await peer.pouch.put(record('there'));
  const { work, notes } = await littleVisit(peer);
  await work.chapter.pouch.bulkDocs([record('a'), record('b')]);
  await work.book.update({ sequence: 2, safeAt: AT, checkpoint: { id: '_local/lost', lastSeq: 2 }, comparing: null });
  await work.book.recount(AT);
  expect(work.book.waiting.count).toBe(0);
  await greet(work);
  expect(notes).toEqual([{ step: 'restored' }]);
  expect(work.book.waiting.count).toBe(2);
  expect(work.book.kept).toMatchObject({ safeAt: null, sequence: 0, setBack: { kind: 'restored', at: AT }, peerSequence: 1, comparing: { sending: 'wanted', receiving: 'wanted' } });
});

test('one that still has the checkpoint it took is what it was', async () => {
  const peer = new LittlePeer();
  await peer.pouch.put({ _id: '_local/kept', last_seq: 2 });
  const { work, notes } = await littleVisit(peer);
  await work.book.update({ sequence: 2, safeAt: AT, checkpoint: { id: '_local/kept', lastSeq: 2 } });
  await greet(work);
  expect([notes, work.book.kept.safeAt]).toEqual([[], AT]);
  expect(peer.asked.map(({ path }) => path)).toContain('/_local/kept');
});
