import { expect, test, vi } from 'vitest';
import { insistentFetch, pauseBeforeAgain } from './insistent-fetch.ts';
import { SyncTrouble, type SyncProblem } from './problems.ts';
import { TestClock } from './testing/test-clock.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function asked(path: string, failures: readonly SyncTrouble[]): Promise<{ times: number; passed: number; end: unknown }> {
  const clock = new TestClock();
  const began = clock.now();
  let times = 0;
  const left = [...failures];
  const ask = insistentFetch((() => {
    times += 1;
    const failure = left.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(Response.json({}));
  }), clock, new AbortController().signal);
  let end: unknown = null;
  ask(`http://convoca.invalid/server/chapter-abcdefgh12${path}`).then((answer) => (end = answer.status), (problem: unknown) => (end = (problem as SyncTrouble).problem));
  for (let turns = 0; turns < 10 && end === null; turns += 1) {
    await turn();
    if (end === null) clock.passToNext();
  }
  return { times, passed: clock.now() - began, end };
}
const troubles = (problem: SyncProblem, count: number): SyncTrouble[] => Array.from({ length: count }, () => new SyncTrouble(problem));

test('what a bad line lost is asked again twice, after growing pauses', async () => {
  for (const problem of ['no-network', 'damaged-answer', 'server-trouble'] as const) {
    expect(await asked('/_changes?since=0', troubles(problem, 2))).toEqual({ times: 3, passed: 1_500, end: 200 });
    expect(await asked('', troubles(problem, 3))).toEqual({ times: 3, passed: 1_500, end: problem });
  }
});

test('what carries records is asked once more only: then it must become smaller', async () => {
  for (const path of ['/_bulk_docs', '/_bulk_get?revs=true']) expect(await asked(path, troubles('no-network', 2))).toMatchObject({ times: 2, end: 'no-network' });
  expect(await asked('/_bulk_docs', troubles('no-network', 1))).toMatchObject({ times: 2, end: 200 });
});

test('what asking again does not help is told at once', async () => {
  for (const problem of ['wrong-password', 'not-allowed', 'too-large', 'captive-portal', 'server-full', 'busy'] as const) {
    expect(await asked('', troubles(problem, 1))).toEqual({ times: 1, passed: 0, end: problem });
  }
});

test('what hung is asked once more, unless it carries records: they must come in smaller pieces', async () => {
  expect(await asked('/_changes?since=0', troubles('stalled', 1))).toEqual({ times: 2, passed: 500, end: 200 });
  expect(await asked('', troubles('stalled', 2))).toEqual({ times: 2, passed: 500, end: 'stalled' });
  expect(await asked('/_bulk_docs', troubles('stalled', 1))).toEqual({ times: 1, passed: 0, end: 'stalled' });
});

test('a peer that is busy for seconds is waited for, one that is busy for longer is left alone', () => {
  expect([0, 7_000, 10_000, 10_001, null].map((waitMs) => pauseBeforeAgain({ problem: 'busy', waitMs }, 1, false))).toEqual([0, 7_000, 10_000, null, null]);
});

test('the end of the exchange, or of whoever asked, ends the asking', async () => {
  const clock = new TestClock();
  const ending = new AbortController();
  let times = 0;
  const ask = insistentFetch((() => ((times += 1), Promise.reject(new SyncTrouble('no-network')))), clock, ending.signal);
  const first = ask('http://convoca.invalid/');
  await turn();
  ending.abort();
  await expect(first).rejects.toMatchObject({ problem: 'no-network' });
  expect([times, clock.pending]).toEqual([2, 0]);
  await expect(insistentFetch((() => Promise.reject(new SyncTrouble('no-network'))), clock, new AbortController().signal)('http://convoca.invalid/', { signal: AbortSignal.abort() })).rejects.toMatchObject({ problem: 'no-network' });
  await expect(insistentFetch((() => Promise.reject(new TypeError('odd'))), clock, new AbortController().signal)('http://convoca.invalid/')).rejects.toThrow('odd');
});

test('one that named no end of its own is asked again, and one that was asked again leaves nothing behind', async () => {
  const clock = new TestClock();
  const signal = new AbortController().signal;
  const [added, removed] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
  let left = 2;
  const ask = insistentFetch((() => (left-- > 0 ? Promise.reject(new SyncTrouble('no-network')) : Promise.resolve(Response.json({})))), clock, signal)('http://convoca.invalid/', { method: 'GET' });
  for (let turns = 0; turns < 4; turns += 1) {
    await turn();
    clock.passToNext();
  }
  expect((await ask).status).toBe(200);
  expect(added).toHaveBeenCalledTimes(2);
  expect(removed.mock.calls).toEqual(added.mock.calls);
});
