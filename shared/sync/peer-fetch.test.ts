import { expect, test, vi } from 'vitest';
import { allowedMs, peerFetch } from './peer-fetch.ts';
import { TestClock } from './testing/test-clock.ts';

const ADDRESS = 'http://convoca.invalid/server/chapter-abcdefgh12/_changes?since=0';

function line(fetch: (input: string, init: RequestInit) => Promise<Response>): { clock: TestClock; ending: AbortController; moves: (number | undefined)[]; ask: (init?: RequestInit) => Promise<Response> } {
  const clock = new TestClock();
  const ending = new AbortController();
  const moves: (number | undefined)[] = [];
  const ask = peerFetch({ origin: 'http://page.invalid', fetch: fetch as typeof globalThis.fetch }, { clock, signal: ending.signal, moved: (allow) => void moves.push(allow) });
  return { clock, ending, moves, ask: (init) => ask(ADDRESS, init) };
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const troubleIs = (problem: string): unknown => expect.objectContaining({ problem });

test('a request goes to the proxy of the page, and its answer comes parsed, once', async () => {
  const seen: [string, string | undefined][] = [];
  const { ask, clock } = line((input, init) => {
    seen.push([input, init.method]);
    return Promise.resolve(Response.json({ results: [] }));
  });
  const answer = await ask({ method: 'POST', body: '{}' });
  expect(seen).toEqual([['http://page.invalid/sync/server/chapter-abcdefgh12/_changes?since=0', 'POST']]);
  expect([answer.ok, answer.status]).toEqual([true, 200]);
  expect(await answer.json()).toBe(await answer.json());
  expect(clock.pending).toBe(0);
});

test('more to send gets more time, up to a quarter of an hour', () => {
  expect([allowedMs(0), allowedMs(200_000), allowedMs(100_000_000)]).toEqual([60_000, 160_000, 900_000]);
});

test('an answer that does not begin in time is given up', async () => {
  const { ask, clock, moves } = line(() => new Promise(() => undefined));
  let ended: unknown = null;
  ask({ method: 'POST', body: 'x'.repeat(20_000) }).catch((problem: unknown) => (ended = problem));
  // The exchange waits a little longer than the request, which may be asked again.
  expect(moves).toEqual([85_000]);
  clock.pass(69_999);
  await turn();
  expect(ended).toBeNull();
  clock.pass(1);
  await turn();
  expect(ended).toEqual(troubleIs('stalled'));
  expect(clock.pending).toBe(0);
});

test('an answer that drips is waited for while it drips, but not for ever', async () => {
  const { ask, clock } = line(() => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void drip(controller) });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
  });
  const drips: ReadableStreamDefaultController<Uint8Array>[] = [];
  function drip(controller: ReadableStreamDefaultController<Uint8Array>): void {
    drips.push(controller);
  }
  let ended: unknown = null;
  ask().catch((problem: unknown) => (ended = problem));
  await turn();
  for (let seconds = 0; seconds < 880; seconds += 40) {
    drips[0]?.enqueue(new TextEncoder().encode(' '));
    await turn();
    clock.pass(40_000);
    await turn();
    expect([seconds, ended]).toEqual([seconds, null]);
  }
  drips[0]?.enqueue(new TextEncoder().encode(' '));
  await turn();
  clock.pass(19_999);
  await turn();
  expect(ended).toBeNull();
  clock.pass(1);
  await turn();
  expect(ended).toEqual(troubleIs('stalled'));
});

test('an answer that stops in its middle is given up after a minute', async () => {
  const { ask, clock } = line(() => Promise.resolve(new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"res')) }))));
  let ended: unknown = null;
  ask().catch((problem: unknown) => (ended = problem));
  await turn();
  clock.pass(59_999);
  await turn();
  expect(ended).toBeNull();
  clock.pass(1);
  await turn();
  expect(ended).toEqual(troubleIs('stalled'));
});

test('a line that breaks, at once or in the midst of an answer, is no network', async () => {
  const at = line(() => Promise.reject(new TypeError('fetch failed')));
  await expect(at.ask()).rejects.toEqual(troubleIs('no-network'));
  expect(at.clock.pending).toBe(0);
  const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
  await expect(line(() => Promise.resolve(new Response(broken))).ask()).rejects.toEqual(troubleIs('no-network'));
});

test('what the answer says is wrong is told as such', async () => {
  await expect(line(() => Promise.resolve(Response.json({}, { status: 507 }))).ask()).rejects.toEqual(troubleIs('server-full'));
  await expect(line(() => Promise.resolve(new Response('{"results":['))).ask()).rejects.toEqual(troubleIs('damaged-answer'));
});

test('requests end with the exchange and with whoever asked, also where the wire does not care', async () => {
  const one = line(() => new Promise(() => undefined));
  const asked = one.ask();
  one.ending.abort();
  await expect(asked).rejects.toEqual(troubleIs('no-network'));
  await expect(one.ask()).rejects.toEqual(troubleIs('no-network'));
  const mine = new AbortController();
  const two = line(() => new Promise(() => undefined));
  const other = two.ask({ signal: mine.signal });
  mine.abort();
  await expect(other).rejects.toEqual(troubleIs('no-network'));
  expect([one.clock.pending, two.clock.pending]).toEqual([0, 0]);
});

test('an address may come in any form, and a request that is over leaves nothing behind', async () => {
  const asked: string[] = [];
  const signal = new AbortController().signal;
  const [added, removed] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
  const fetch = ((input: string) => (asked.push(input), Promise.resolve(Response.json({})))) as unknown as typeof globalThis.fetch;
  const ask = peerFetch({ origin: 'http://page.invalid', fetch }, { clock: new TestClock(), signal, moved: () => undefined });
  for (const input of [ADDRESS, new URL(ADDRESS), new Request(ADDRESS)]) await ask(input);
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'http://page.invalid/sync/server/chapter-abcdefgh12/_changes?since=0'));
  expect(removed.mock.calls).toEqual(added.mock.calls);
  expect(added).toHaveBeenCalledTimes(3);
});
