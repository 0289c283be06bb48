import { expect, test } from 'vitest';
import { isSafeAt } from './status.ts';
import { LittleOffice } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';

test('several peers: the server first, each safe by itself, and what one brings goes to the others', async () => {
  const [server, neighbour, own] = [new LittlePeer(), new LittlePeer(), new LittlePeer()];
  const other = new LittleOffice(neighbour);
  await other.write('from-next-door');
  await other.exchange();
  const office = new LittleOffice(server);
  office.add('pc-abcdefgh12345678', neighbour);
  office.add('here', own);
  await office.write('rosa');
  const status = await office.exchange();
  expect(status.peers.map(({ peer, waiting }) => [peer.id, waiting])).toEqual([['server', 0], ['pc-abcdefgh12345678', 0], ['here', 0]]);
  expect(status.peers.map((one) => isSafeAt(one))).toEqual([true, true, false]);
  for (const peer of [server, neighbour, own]) expect(await peer.ids()).toEqual(['person:from-next-door', 'person:rosa']);
  expect([...new Set(office.shown.map(({ at }) => at))].slice(1, 2)).toEqual(['server']);
});

test('a neighbour that is switched off does not keep an exchange with the server waiting', async () => {
  const [server, neighbour] = [new LittlePeer(), new LittlePeer()];
  const office = new LittleOffice(server);
  office.add('pc-abcdefgh12345678', neighbour);
  neighbour.fault = () => 'drop';
  await office.write('rosa');
  const status = await office.exchange();
  expect(office.shown.some(({ activity }) => activity === 'pausing')).toBe(false);
  expect(status).toMatchObject({ waiting: 0, peers: [{ problem: null }, { problem: 'no-network', waiting: 1, safeAt: null }] });
});

test('one peer of several alone, and joining what runs', async () => {
  const [server, neighbour] = [new LittlePeer(), new LittlePeer()];
  const office = new LittleOffice(server);
  office.add('pc-abcdefgh12345678', neighbour);
  await office.write('rosa');
  await office.run(office.session.exchange('pc-abcdefgh12345678'));
  expect(server.asked).toEqual([]);
  expect(office.session.status.value).toMatchObject({ waiting: 1, peers: [{ waiting: 1 }, { waiting: 0 }] });
});

test('without a server the least that any neighbour lacks is what waits', async () => {
  const [near, far] = [new LittlePeer(), new LittlePeer()];
  const office = new LittleOffice();
  office.add('pc-aaaaaaaaaaaaaaaa', near);
  office.add('pc-bbbbbbbbbbbbbbbb', far);
  await office.write('rosa');
  await office.run(office.session.exchange('pc-bbbbbbbbbbbbbbbb'));
  expect(office.session.status.value.waiting).toBe(0);
});

test('without any peer everything is only here', async () => {
  const office = new LittleOffice();
  office.add('here', new LittlePeer());
  await office.write('rosa', 'luis');
  expect(await office.session.recount()).toMatchObject({ waiting: 2 });
  await office.write('third');
  await expect.poll(() => office.session.status.value.waiting).toBe(3);
});

test('cancelling ends what runs at once, also where nothing answers', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  peer.fault = ({ path }) => (path === '/_revs_diff' ? 'hang' : null);
  const running = office.session.exchange();
  await expect.poll(() => peer.asked.some(({ path }) => path === '/_revs_diff')).toBe(true);
  await office.session.cancel();
  expect((await running).activity).toBe('resting');
  expect(office.server).toMatchObject({ problem: null, waiting: 1, safeAt: null });
  peer.fault = () => null;
  await office.exchange();
  expect(office.server.waiting).toBe(0);
});

test('cancelling ends a pause', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  office.probe = () => ({ ok: false, problem: 'no-network' });
  const running = office.session.exchange();
  await expect.poll(() => office.session.status.value.activity).toBe('pausing');
  await office.session.cancel();
  expect(await running).toMatchObject({ activity: 'resting', nextTryAt: null });
});

test('an exchange rests after half a day without any progress', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  office.probe = () => ({ ok: false, problem: 'no-network' });
  const status = await office.exchange();
  expect(status).toMatchObject({ activity: 'resting', nextTryAt: null, peers: [{ problem: 'no-network' }] });
  const hours = (office.clock.now() - Date.parse('2026-11-22T10:00:00Z')) / 3_600_000;
  expect(hours).toBeGreaterThan(11.5);
  expect(hours).toBeLessThan(12.5);
});

test('the log says what happened in codes and numbers, over a restart, and never what a record is', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('secret-name');
  peer.fault = () => 'drop';
  await office.run(office.session.exchange('server', { once: true }));
  peer.fault = () => null;
  await office.exchange();
  const again = new LittleOffice(peer, office.pouch);
  await again.session.recount();
  expect(again.session.log).toMatchObject([
    { peer: 'server', step: 'trouble', problem: 'no-network' },
    { peer: 'server', step: 'done', sent: 1, received: 0 },
  ]);
  expect(JSON.stringify(again.session.log)).not.toMatch(/secret|invalid|person/);
});
