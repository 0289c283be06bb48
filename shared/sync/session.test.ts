import { expect, test } from 'vitest';
import { LittleOffice, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';
import { isSafeAt } from './status.ts';

const problemPage = (problem: string, status: number): Response => Response.json({ error: 'convoca', problem }, { status });
const many = (count: number, prefix = 'p'): string[] => Array.from({ length: count }, (_one, at) => `${prefix}${String(at).padStart(5, '0')}`);

test('what was written waits, is sent, and is then called safe as of the moment before it was sent', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.session.recount();
  await office.write('rosa');
  expect(office.session.status.value).toMatchObject({ waiting: 1, peers: [{ waiting: 1, safeAt: null, waitingSince: '2026-11-22T10:00:00.000Z' }] });
  expect(isSafeAt(office.server)).toBe(false);
  const status = await office.exchange();
  expect(status).toMatchObject({ activity: 'resting', at: null, nextTryAt: null, sent: 1, received: 0, waiting: 0 });
  expect(office.server).toMatchObject({ problem: null, waiting: 0, waitingSince: null, safeAt: '2026-11-22T10:00:00.000Z', contactAt: '2026-11-22T10:00:00.000Z' });
  expect(isSafeAt(office.server)).toBe(true);
  expect(await peer.ids()).toEqual(['person:rosa']);
});

test('what others wrote arrives, and does not wait for the peer that gave it', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write('rosa');
  await rosa.exchange();
  const status = await luis.exchange();
  expect(status).toMatchObject({ sent: 0, received: 1, waiting: 0 });
  expect(await luis.ids()).toEqual(['person:rosa']);
  expect(isSafeAt(luis.server)).toBe(true);
  // It was asked for none of what it gave, and sent none of it back.
  expect(peer.asked.filter(({ path }) => path === '/_bulk_docs')).toHaveLength(1);
});

test('what merging writes upon what arrived is sent in the same exchange', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write('rosa');
  await rosa.exchange();
  luis.settle = async () => {
    if ((await luis.ids()).includes('review:merge')) return;
    await luis.pouch.put({ ...record('x'), _id: 'review:merge' });
    luis.session.noteChanges(['review:merge']);
  };
  expect(await luis.exchange()).toMatchObject({ sent: 1, received: 1, waiting: 0 });
  expect(await peer.ids()).toEqual(['person:rosa', 'review:merge']);
});

test('an exchange that nothing is left for asks little and writes nothing', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  await office.exchange();
  peer.asked.length = 0;
  await office.exchange();
  expect(peer.asked.map(({ method }) => method)).not.toContain('PUT');
  expect(peer.asked.map(({ method }) => method)).not.toContain('POST');
  expect(peer.asked.length).toBeLessThan(8);
});

test('a line that breaks is tried again after growing pauses until everything is through', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(30));
  let broken = 5;
  peer.fault = () => (broken-- > 0 ? 'drop' : null);
  const status = await office.exchange();
  expect(status.waiting).toBe(0);
  expect(office.server.problem).toBeNull();
  const pauses = office.shown.filter(({ activity }) => activity === 'pausing').map(({ nextTryAt }) => nextTryAt);
  expect(new Set(pauses).size).toBe(5);
  expect(office.shown.some(({ activity, peers }) => activity === 'pausing' && peers[0]?.problem === 'no-network')).toBe(true);
  // 1.5 + 3 + 6 + 12 + 24 s
  expect(office.clock.now() - Date.parse('2026-11-22T10:00:00Z')).toBe(46_500);
});

test('a line that carries only small batches gets them, and goes on where it broke', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(300));
  const sizeOf = (body: string): number => (JSON.parse(body) as { docs: unknown[] }).docs.length;
  peer.fault = ({ path, body }) => (path === '/_bulk_docs' && sizeOf(body) > 60 ? 'drop' : null);
  await office.exchange();
  const sizes = peer.asked.filter(({ path }) => path === '/_bulk_docs').map(({ body }) => sizeOf(body));
  expect(sizes.slice(0, 3)).toEqual([200, 100, 50]);
  expect(sizes.filter((size) => size <= 60).reduce((sum, size) => sum + size, 0)).toBe(300);
  expect(await peer.ids()).toHaveLength(300);
  expect(office.server).toMatchObject({ problem: null, waiting: 0 });
});

test('a request that never ends is given up, and so is a database that hangs', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  let hung = 0;
  peer.fault = ({ path }) => (path === '/_bulk_docs' && ++hung === 1 ? 'hang' : null);
  await office.exchange();
  expect(hung).toBe(2);
  expect(office.shown.some(({ peers }) => peers[0]?.problem === 'stalled')).toBe(true);
  expect(office.server).toMatchObject({ problem: null, waiting: 0 });
});

test('a person presses during a pause: it goes on at once', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  peer.fault = () => 'drop';
  const running = office.session.exchange();
  await expect.poll(() => office.session.status.value.activity).toBe('pausing');
  peer.fault = () => null;
  const joined = office.session.exchange();
  expect((await joined).waiting).toBe(0);
  expect(await running).toBe(await joined);
  expect(office.clock.now()).toBe(Date.parse('2026-11-22T10:00:00Z'));
});

test('a peer that asks to be left alone is left alone for as long as it asked', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  let busy = 1;
  peer.fault = () => (busy-- > 0 ? Response.json({ error: 'too_many_requests' }, { status: 429, headers: { 'retry-after': '120' } }) : null);
  await office.exchange();
  expect(office.shown.find(({ activity }) => activity === 'pausing')?.nextTryAt).toBe('2026-11-22T10:02:00.000Z');
});

test.each([
  ['wrong-password', problemPage('wrong-password', 401)],
  ['not-allowed', Response.json({ error: 'forbidden', reason: 'no' }, { status: 403 })],
  ['server-full', problemPage('server-full', 507)],
  ['captive-portal', new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } })],
  ['too-large', Response.json({ error: 'too_large' }, { status: 413 })],
])('%s ends the exchange and waits for a person', async (problem, answer) => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  peer.fault = () => answer.clone();
  expect(await office.exchange()).toMatchObject({ activity: 'resting', waiting: 1 });
  expect(office.server).toMatchObject({ problem, safeAt: null, waiting: 1 });
  expect(office.shown.some(({ activity }) => activity === 'pausing')).toBe(false);
  peer.fault = () => null;
  await office.exchange();
  expect(office.server).toMatchObject({ problem: null, waiting: 0 });
});

test('what the host says of a peer ends the exchange before anything is asked', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  office.probe = () => ({ ok: false, problem: 'clock' });
  await office.exchange();
  expect(office.server.problem).toBe('clock');
  expect(peer.asked).toEqual([]);
});

test('a 401 in the midst is asked about once more; only the second is told', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  let times = 0;
  let refusals = 1;
  peer.fault = ({ path }) => (path === '/_bulk_docs' && ++times <= refusals ? problemPage('wrong-password', 401) : null);
  await office.exchange();
  expect(office.server).toMatchObject({ problem: null, waiting: 0 });
  await office.write('luis');
  [times, refusals] = [0, 2];
  await office.exchange();
  expect(office.server).toMatchObject({ problem: 'wrong-password', waiting: 1 });
  expect(times).toBe(2);
});

test.each([
  ['cut off', async (answer: Response) => new Response((await answer.text()).slice(0, -3), { headers: { 'content-type': 'application/json' } })],
  ['of another question', () => Response.json({})],
])('an answer that is %s is not believed, and everything is compared afterwards', async (_name, mangle) => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(5));
  await rosa.exchange();
  await luis.exchange();
  await rosa.write('late');
  await rosa.exchange();
  let once = true;
  peer.answerFault = ({ path }, answer) => {
    if (!once || !path.startsWith('/_changes') || path.includes('include_docs')) return answer;
    once = false;
    return mangle(answer);
  };
  await luis.exchange();
  expect(luis.shown.some(({ peers }) => peers[0]?.problem === 'damaged-answer')).toBe(true);
  expect(await luis.ids()).toContain('person:late');
  expect(luis.server).toMatchObject({ problem: null, verifiedAt: expect.any(String) as string });
  expect(luis.session.log.map(({ step }) => step)).toContain('verified');
});

test('a record that a _bulk_get answer forgets is not passed over', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(12));
  await rosa.exchange();
  let once = true;
  peer.answerFault = async ({ path }, answer) => {
    if (!once || !path.startsWith('/_bulk_get')) return answer;
    once = false;
    const { results } = (await answer.json()) as { results: unknown[] };
    return Response.json({ results: results.slice(1) });
  };
  await luis.exchange();
  expect(await luis.ids()).toHaveLength(12);
});

test('a half-open line: what arrived although its answer was lost is neither lost nor sent for ever', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(20));
  let lost = 2;
  peer.answerFault = ({ path }, answer) => (path === '/_bulk_docs' && lost-- > 0 ? 'drop' : answer);
  await office.exchange();
  expect(await peer.ids()).toHaveLength(20);
  expect(office.server).toMatchObject({ problem: null, waiting: 0 });
  expect(isSafeAt(office.server)).toBe(true);
});

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

test('a full disk here: nothing is lost, no checkpoint passes it, and it is told', async () => {
  const peer = new LittlePeer();
  const [rosa, luis] = [new LittleOffice(peer), new LittleOffice(peer)];
  await rosa.write(...many(20));
  await rosa.exchange();
  const bulkDocs = luis.pouch.bulkDocs.bind(luis.pouch);
  luis.pouch.bulkDocs = (() => Promise.reject(new DOMException('no room', 'QuotaExceededError'))) as unknown as typeof bulkDocs;
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
  peer.fault = () => 'drop';
  const running = office.session.exchange();
  await expect.poll(() => office.session.status.value.activity).toBe('pausing');
  await office.session.cancel();
  expect(await running).toMatchObject({ activity: 'resting', nextTryAt: null });
});

test('an exchange rests after half a day without any progress', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write('rosa');
  peer.fault = () => 'drop';
  const status = await office.exchange();
  expect(status).toMatchObject({ activity: 'resting', nextTryAt: null, peers: [{ problem: 'no-network' }] });
  const hours = (office.clock.now() - Date.parse('2026-11-22T10:00:00Z')) / 3_600_000;
  expect(hours).toBeGreaterThan(11.5);
  expect(hours).toBeLessThan(12.5);
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
