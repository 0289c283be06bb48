import { expect, test } from 'vitest';
import { HOST_GONE, hostTroubleMessage } from '../host.ts';
import { LittleOffice, many, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';

test('a decision where nothing was asked decides nothing', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.session.recount();
  await office.session.decide('server', 'go-on');
  await office.session.decide('pc-unknown', 'stop');
  expect([office.session.log, office.server.guard]).toEqual([[], null]);
});

test('a guard says since when it stops, however often it is met again, and a decision is in the log after a restart', async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs(many(3).map((id) => record(id, { chapter: 'zzzzzzzz99' })));
  const office = new LittleOffice(peer);
  await office.exchange();
  office.clock.pass(3_600_000);
  await office.exchange();
  expect(office.server.guard).toMatchObject({ kind: 'other-chapter', since: '2026-11-22T10:00:00.000Z' });
  await office.session.decide('server', 'stop');
  expect(office.session.status.value.peers[0]?.guard).toMatchObject({ answer: 'stop' });
  const again = new LittleOffice(peer, office.pouch);
  await again.session.recount();
  expect(again.session.log.at(-1)).toMatchObject({ peer: 'server', step: 'decided', guard: 'other-chapter' });
});

test('the log says how much went through and how long it took, also where it was ended', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  peer.fault = ({ path }) => {
    if (path === '/_bulk_docs') office.clock.pass(5_000);
    return null;
  };
  await office.exchange();
  expect(office.session.log.at(-1)).toMatchObject({ step: 'done', sent: 1, received: 0, ms: 5_000 });
  await office.write('luis');
  peer.fault = ({ path }) => (path === '/_bulk_docs' ? 'hang' : null);
  const running = office.session.exchange();
  await expect.poll(() => peer.asked.filter(({ path }) => path === '/_bulk_docs').length).toBe(2);
  await office.session.cancel();
  await running;
  expect(office.session.log.at(-1)).toMatchObject({ step: 'stopped', sent: 0 });
  expect(office.session.status.value).toMatchObject({ activity: 'resting', at: null });
});

test('an answer that was damaged is remembered until everything was compared', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.exchange();
  expect(office.session.log.map(({ step }) => step)).toEqual(['done']);
  await office.write('rosa');
  peer.fault = ({ path }) => (path === '/_revs_diff' ? Response.json({ stranger: { missing: ['1-x'] } }) : null);
  await office.run(office.session.exchange('server', { once: true }));
  expect(office.server.problem).toBe('damaged-answer');
  peer.fault = () => null;
  await office.exchange();
  expect(office.session.log.map(({ step }) => step)).toEqual(['done', 'trouble', 'verified', 'done']);
  await office.exchange();
  expect(office.session.log.map(({ step }) => step).slice(-1)).toEqual(['done']);
});

test('where this PC\'s own host does not answer, whoever asked is told, and nothing is blamed on the peer', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  office.probe = () => {
    throw new Error(hostTroubleMessage(HOST_GONE));
  };
  await expect(office.exchange()).rejects.toThrow(HOST_GONE);
  expect(office.session.status.value).toMatchObject({ activity: 'resting', at: null });
  expect(office.server.problem).toBeNull();
  office.probe = () => ({ ok: true, clockAhead: 0 });
  expect((await office.exchange()).waiting).toBe(0);
});
