import { expect, test } from 'vitest';
import { isSafeAt } from './status.ts';
import { LittleOffice, many, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';

test('one record too large for the peer holds up no other, is listed, and is no longer safe', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(40));
  peer.fault = ({ path, body }) => (path === '/_bulk_docs' && body.includes('p00017') ? Response.json({ error: 'too_large' }, { status: 413 }) : null);
  await office.exchange();
  expect(await peer.ids()).toHaveLength(39);
  expect(office.server).toMatchObject({ problem: null, safeAt: null, waiting: 1, denied: [{ id: 'person:p00017', reason: 'too-large', direction: 'sending' }] });
  expect(isSafeAt(office.server)).toBe(false);
});

test('a refused record stays listed over a restart, is tried again when the rules change, and is safe when it went through', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  peer.refuse = ({ _id }) => (_id === 'person:bad' ? 'not-sealed: The record is not sealed as it must be.' : null);
  await office.write('good', 'bad');
  await office.exchange();
  expect(await peer.ids()).toEqual(['person:good']);
  const denied = [{ id: 'person:bad', reason: 'not-sealed', since: '2026-11-22T10:00:00.000Z' }];
  expect(office.server).toMatchObject({ waiting: 1, safeAt: null, denied });
  const again = new LittleOffice(peer, office.pouch);
  await again.session.recount();
  expect(again.server).toMatchObject({ waiting: 1, denied });
  // Too soon, and nothing has changed.
  peer.asked.length = 0;
  await again.exchange();
  expect(peer.asked.some(({ path }) => path === '/_bulk_docs')).toBe(false);
  expect(isSafeAt(again.server)).toBe(false);
  peer.refuse = () => null;
  peer.rules = '2';
  await again.exchange();
  expect(await peer.ids()).toEqual(['person:bad', 'person:good']);
  expect(again.server).toMatchObject({ waiting: 0, denied: [] });
  expect(isSafeAt(again.server)).toBe(true);
});

test('a refused record is tried again after an hour, whatever the clock says, and when a person has everything compared', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  peer.refuse = () => 'no';
  await office.write('bad');
  await office.exchange();
  const tries = (): number => peer.asked.filter(({ path }) => path === '/_bulk_docs').length;
  expect(office.server.denied).toMatchObject([{ reason: 'forbidden' }]);
  office.clock.pass(59 * 60_000);
  await office.exchange();
  expect(tries()).toBe(1);
  office.clock.pass(60_000);
  await office.exchange();
  expect(tries()).toBe(2);
  office.clock.setBack(365 * 24 * 3_600_000);
  await office.exchange();
  const before = tries();
  expect(before).toBeGreaterThan(2);
  await office.run(office.session.verify());
  expect(tries()).toBeGreaterThan(before);
});

test('a refused record that was changed and taken leaves the list', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  peer.refuse = (document) => (document['called'] === 'right' ? null : 'no');
  await office.write('bad');
  await office.exchange();
  const { _rev } = await office.pouch.get('person:bad');
  await office.pouch.put({ ...record('bad'), called: 'right', _rev });
  office.session.noteChanges(['person:bad']);
  await office.exchange();
  expect(office.server).toMatchObject({ denied: [], waiting: 0 });
  expect(isSafeAt(office.server)).toBe(true);
});

test('what was refused and is changed while the rest is sent is not safe as of a moment before', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  peer.refuse = (document) => (document['called'] === 'right' || document._id !== 'person:bad' ? null : 'no');
  await office.write('bad', 'good');
  const { _rev } = await office.pouch.get('person:bad');
  let isChanged = false;
  peer.answerFault = async ({ path }, answer) => {
    if (path !== '/_bulk_docs' || isChanged) return answer;
    isChanged = true;
    await office.pouch.put({ ...record('bad'), called: 'right', _rev });
    office.session.noteChanges(['person:bad']);
    // What an exchange says once it has sent this page, and before it goes on to what changed meanwhile.
    peer.fault = ({ path: next }) => (next.startsWith('/_changes') ? 'drop' : null);
    return answer;
  };
  await office.run(office.session.exchange('server', { once: true }));
  expect(office.server).toMatchObject({ safeAt: null, waiting: 1 });
  peer.fault = () => null;
  await office.exchange();
  expect([isSafeAt(office.server), office.server.denied]).toEqual([true, []]);
});

test('a record that goes through gives the other refused ones a try', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  peer.refuse = () => 'no';
  await office.write('one', 'two');
  await office.exchange();
  expect(office.server.denied).toHaveLength(2);
  peer.refuse = () => null;
  const { _rev } = await office.pouch.get('person:one');
  await office.pouch.put({ ...record('one'), called: 'x', _rev });
  await office.exchange();
  expect(office.server).toMatchObject({ denied: [], waiting: 0 });
  expect(await peer.ids()).toEqual(['person:one', 'person:two']);
});

test("a stray record of another chapter is listed and stops nobody", async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(5));
  await office.exchange();
  await peer.pouch.put({ ...record('stray'), chapter: 'zzzzzzzz99' });
  await peer.pouch.put(record('ours'));
  await office.exchange();
  expect(await office.ids()).toContain('person:ours');
  expect(await office.ids()).not.toContain('person:stray');
  expect(office.server).toMatchObject({ guard: null, denied: [{ id: 'person:stray', reason: 'other-chapter', direction: 'receiving' }], waiting: 0 });
  expect(isSafeAt(office.server)).toBe(true);
});
