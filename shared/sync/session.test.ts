import { expect, test } from 'vitest';
import { isSafeAt } from './status.ts';
import { LittleOffice, many, record } from './testing/little-office.ts';
import { LittlePeer } from './testing/little-peer.ts';

const problemPage = (problem: string, status: number): Response => Response.json({ error: 'convoca', problem }, { status });

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
  // Each try asks three times before it gives up.
  let broken = 15;
  peer.fault = () => (broken-- > 0 ? 'drop' : null);
  const status = await office.exchange();
  expect(status.waiting).toBe(0);
  expect(office.server.problem).toBeNull();
  const pauses = office.shown.filter(({ activity }) => activity === 'pausing').map(({ nextTryAt }) => nextTryAt);
  expect(new Set(pauses).size).toBe(5);
  expect(office.shown.some(({ activity, peers }) => activity === 'pausing' && peers[0]?.problem === 'no-network')).toBe(true);
  // 1.5 + 3 + 6 + 12 + 24 s, and 1.5 s within each of five tries
  expect(office.clock.now() - Date.parse('2026-11-22T10:00:00Z')).toBe(54_000);
});

test('a line that carries only small batches gets them, and goes on where it broke', async () => {
  const peer = new LittlePeer();
  const office = new LittleOffice(peer);
  await office.write(...many(300));
  const sizeOf = (body: string): number => (JSON.parse(body) as { docs: unknown[] }).docs.length;
  peer.fault = ({ path, body }) => (path === '/_bulk_docs' && sizeOf(body) > 60 ? 'drop' : null);
  await office.exchange();
  const sizes = peer.asked.filter(({ path }) => path === '/_bulk_docs').map(({ body }) => sizeOf(body));
  expect([...new Set(sizes)].slice(0, 3)).toEqual([200, 100, 50]);
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
  office.probe = () => ({ ok: false, problem: 'no-network' });
  const running = office.session.exchange();
  await expect.poll(() => office.session.status.value.activity).toBe('pausing');
  office.probe = () => ({ ok: true, clockAhead: 0 });
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
  let times = 3;
  peer.answerFault = ({ path }, answer) => {
    if (times === 0 || !path.startsWith('/_changes') || path.includes('include_docs')) return answer;
    times -= 1;
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
