import { expect, test } from 'vitest';
import { LittleOffice } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';

/** The chapter's server is another one from now on. */
function moveTo(office: LittleOffice, server: LittlePeer): void {
  office.peers.set('server', server);
  office.infos = [{ id: 'server', kind: 'server', address: 'http://elsewhere.invalid', account: 'office', label: 'elsewhere' }];
}

test('what waits for one server never goes on with another under its name', async () => {
  const [first, second] = [new LittlePeer(), new LittlePeer()];
  first.fault = ({ path }) => (path === '/_bulk_docs' ? new Response('{}', { status: 503 }) : null);
  const office = new LittleOffice(first);
  await office.write('ana', 'luis');
  const running = office.session.exchange();
  await expect.poll(() => office.session.status.value.activity).toBe('pausing');
  const asked = first.asked.length;

  await office.session.changePeers(() => Promise.resolve(moveTo(office, second)));
  await running;
  expect(office.server.peer.label).toBe('elsewhere');
  expect([office.server.safeAt, office.server.waiting]).toEqual([null, 2]);

  await office.exchange();
  expect(first.asked.length).toBe(asked);
  expect(await second.ids()).toEqual(['person:ana', 'person:luis']);
  expect(office.server.waiting).toBe(0);
  const safe = office.shown.flatMap(({ peers }) => peers).filter(({ safeAt }) => safeAt !== null);
  expect(new Set(safe.map(({ peer }) => peer.label))).toEqual(new Set(['elsewhere']));
});

test('an exchange that is asked for while the server changes never goes to the old one', async () => {
  const [first, second] = [new LittlePeer(), new LittlePeer()];
  const office = new LittleOffice(first);
  await office.write('ana');
  await office.exchange();
  const asked = first.asked.length;
  let change = (): void => undefined;
  const changing = office.session.changePeers(() => new Promise<void>((resolve) => (change = resolve)));
  const joined = office.session.exchange();
  moveTo(office, second);
  change();
  await Promise.all([changing, joined]);
  expect(first.asked.length).toBe(asked);
  await office.exchange();
  expect(await second.ids()).toEqual(['person:ana']);
});

test('a change that fails leaves the peers as they are, and exchanges go on', async () => {
  const server = new LittlePeer();
  const office = new LittleOffice(server);
  await office.write('ana');
  await expect(office.session.changePeers(() => Promise.reject(new Error('not kept')))).rejects.toThrow('not kept');
  await office.exchange();
  expect(await server.ids()).toEqual(['person:ana']);
});
