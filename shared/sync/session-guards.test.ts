import { expect, test } from 'vitest';
import { isSafeAt } from './status.ts';
import { LittleOffice, many, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';

test('a peer restored to an older copy is safe of nothing until everything it lost is there again', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(5, 'a'));
  await rosa.exchange();
  const yesterday = peer.moment;
  await luis.write(...many(5, 'b'));
  await luis.exchange();
  await rosa.exchange();
  await rosa.write(...many(5, 'c'));
  await rosa.exchange();
  await peer.restore(yesterday);
  // Others were quicker: the restored copy is as long as the lost one was.
  const third = new LittleOffice(peer);
  await third.write(...many(40, 'd'));
  await third.exchange();
  rosa.shown.length = 0;
  await rosa.exchange();
  const withdrawn = rosa.shown.find(({ peers }) => peers[0]?.safeAt === null);
  expect(withdrawn?.peers[0]).toMatchObject({ setBack: { kind: 'restored' } });
  expect(rosa.shown.some(({ waiting }) => waiting === 15)).toBe(true);
  expect(await peer.ids()).toHaveLength(55);
  expect(isSafeAt(rosa.server)).toBe(true);
  expect(rosa.session.log.map(({ step }) => step)).toContain('restored');
  await luis.exchange();
  for (const office of [rosa, luis]) expect(await office.ids()).toEqual(await peer.ids());
});

test('a peer that was emptied is filled again, and never called safe in between', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(12));
  await office.exchange();
  await peer.restore(0);
  office.shown.length = 0;
  await office.exchange();
  const empty = office.shown.findIndex(({ peers }) => peers[0]?.setBack?.kind === 'emptied');
  expect(office.shown[empty]).toMatchObject({ waiting: 12, peers: [{ safeAt: null }] });
  expect(office.shown.slice(empty).every(({ peers }) => peers[0] === undefined || !isSafeAt(peers[0]) || peers[0].waiting === 0)).toBe(true);
  expect(await peer.ids()).toHaveLength(12);
  expect(isSafeAt(office.server)).toBe(true);
  expect(office.session.log.map(({ step }) => step)).toContain('emptied');
});

test('a restored peer that cannot be filled yet stays unsafe over a restart, and the comparison goes on where it was', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(450));
  await office.exchange();
  await peer.restore(0);
  let batches = 0;
  peer.fault = ({ path }) => (path === '/_bulk_docs' && ++batches > 1 ? 'drop' : null);
  const slow = new LittleOffice(peer, office.pouch);
  await slow.run(slow.session.exchange('server', { once: true }));
  expect(slow.server).toMatchObject({ problem: 'no-network', safeAt: null, setBack: { kind: 'emptied' } });
  const again = new LittleOffice(peer, office.pouch);
  await again.session.recount();
  expect(again.server.safeAt).toBeNull();
  expect(again.session.status.value.waiting).toBe(450);
  peer.fault = () => null;
  peer.asked.length = 0;
  await again.exchange();
  const sent = peer.asked.filter(({ path }) => path === '/_bulk_docs').reduce((sum, { body }) => sum + (JSON.parse(body) as { docs: unknown[] }).docs.length, 0);
  expect(sent).toBe(450 - 200);
  expect(isSafeAt(again.server)).toBe(true);
});

test('a peer that is emptied and filled by others while everything is being compared is safe of nothing', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(450));
  await office.exchange();
  peer.fault = ({ path }) => (path === '/_revs_diff' ? 'drop' : null);
  await office.run(office.session.exchangeEverything('server', { once: true }));
  expect(office.server).toMatchObject({ problem: 'no-network' });
  await peer.restore(0);
  peer.fault = () => null;
  const other = new LittleOffice(peer);
  await other.write(...many(900, 'z'));
  await other.exchange();
  peer.fault = ({ path }) => (path === '/_revs_diff' ? 'drop' : null);
  await office.run(office.session.exchange('server', { once: true }));
  expect(office.server).toMatchObject({ problem: 'no-network', safeAt: null, setBack: { kind: 'restored' } });
});

async function erase(office: LittleOffice, ids: readonly string[]): Promise<void> {
  const { rows } = await office.pouch.allDocs({ keys: ids.map((id) => `person:${id}`) });
  await office.pouch.bulkDocs(rows.flatMap((row) => ('value' in row ? [{ ...record(''), _id: row.id, _rev: row.value.rev, _deleted: true, kind: 'erased' }] : [])));
}

test('when almost everything would vanish nothing is taken until a person decides', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  const ids = many(430);
  await rosa.write(...ids);
  await rosa.exchange();
  await luis.exchange();
  await erase(luis, ids.slice(20));
  await luis.exchange();
  await rosa.exchange();
  expect(await rosa.ids()).toHaveLength(430);
  expect(rosa.server).toMatchObject({ problem: null, guard: { kind: 'mass-deletion', count: 410, of: 430, answer: null } });
  expect(isSafeAt(rosa.server)).toBe(false);
  const again = new LittleOffice(peer, rosa.pouch);
  await again.exchange();
  expect(again.server.guard).toMatchObject({ kind: 'mass-deletion' });
  await again.session.decide('server', 'stop');
  expect(again.server.guard).toMatchObject({ answer: 'stop' });
  await again.exchange();
  expect(await again.ids()).toHaveLength(430);
  await again.session.decide('server', 'go-on');
  expect(again.server.guard).toBeNull();
  await again.exchange();
  expect(await again.ids()).toHaveLength(20);
  expect(again.server).toMatchObject({ guard: null, waiting: 0 });
  expect(again.session.log.map(({ step }) => step)).toEqual(expect.arrayContaining(['guard', 'decided']));
});

test('deletions of a part of the records, and of all of a few, are taken', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(10, 'few'));
  await rosa.exchange();
  await luis.exchange();
  await erase(luis, many(10, 'few'));
  await luis.exchange();
  await rosa.exchange();
  expect(await rosa.ids()).toEqual([]);
  await rosa.write(...many(30));
  await rosa.exchange();
  await luis.exchange();
  await erase(luis, many(30).slice(4));
  await luis.exchange();
  await rosa.exchange();
  expect(await rosa.ids()).toHaveLength(4);
  expect(rosa.server.guard).toBeNull();
});

test("another chapter's peer is neither written to nor read from", async () => {
  const peer = new LittlePeer();
  await peer.pouch.bulkDocs([1, 2, 3].map((at) => ({ ...record(`other${String(at)}`), chapter: 'zzzzzzzz99' })));
  const office = new LittleOffice(peer);
  await office.write('rosa');
  await office.exchange();
  expect(office.server).toMatchObject({ guard: { kind: 'other-chapter', count: 3 }, safeAt: null, waiting: 1 });
  expect(await peer.ids()).toHaveLength(3);
  expect(await office.ids()).toEqual(['person:rosa']);
});

test('a full disk here: nothing is lost, no checkpoint passes it, and it is told', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(20));
  await rosa.exchange();
  const bulkDocs = luis.pouch.bulkDocs.bind(luis.pouch);
  luis.pouch.bulkDocs = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  await luis.exchange();
  expect(luis.server).toMatchObject({ problem: 'this-pc-full', denied: [] });
  luis.pouch.bulkDocs = bulkDocs;
  await luis.exchange();
  expect(await luis.ids()).toHaveLength(20);
  expect(luis.server.problem).toBeNull();
});

test('a peer whose clock is far from this one is pointed out, and decides nothing', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  office.probe = () => ({ ok: true, clockAhead: -11 * 60_000 });
  await office.exchange();
  expect(office.server).toMatchObject({ clockMinutes: 11, problem: null, waiting: 0 });
  office.probe = () => ({ ok: true, clockAhead: 10 * 60_000 });
  await office.exchange();
  expect(office.server.clockMinutes).toBe(0);
});

test('records that lack on either side behind the checkpoints come back when everything is compared', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(20));
  await office.exchange();
  await peer.pouch.bulkDocs([{ ...record('hidden-there'), _rev: '1-0123456789abcdef0123456789abcdef' }], { new_edits: false });
  // The peer's checkpoint is put past it, as a server that lost an index does.
  await office.run(office.session.verify());
  expect(await office.ids()).toContain('person:hidden-there');
  expect(office.server.verifiedAt).not.toBeNull();
  await office.run(office.session.exchangeEverything());
  expect(office.server).toMatchObject({ problem: null, waiting: 0 });
  expect(isSafeAt(office.server)).toBe(true);
});
