import { expect, test } from 'vitest';
import { Attempt, GuardStopped } from './attempt.ts';
import { SyncTrouble } from './problems.ts';
import { TestClock } from './testing/test-clock.ts';

const never = (): Promise<never> => new Promise(() => undefined);

test('the first thing that goes wrong ends the attempt, and is what everything else ends with', async () => {
  const attempt = new Attempt(new TestClock());
  const hanging = attempt.ask(never);
  await expect(attempt.ask(() => Promise.reject(new SyncTrouble('busy')))).rejects.toMatchObject({ problem: 'busy' });
  await expect(hanging).rejects.toMatchObject({ problem: 'busy' });
  await expect(attempt.ended).rejects.toMatchObject({ problem: 'busy' });
  let asked = false;
  await expect(attempt.here(() => Promise.resolve((asked = true)))).rejects.toMatchObject({ problem: 'busy' });
  expect([asked, attempt.signal.aborted, attempt.cause]).toEqual([false, true, expect.objectContaining({ problem: 'busy' })]);
  attempt.end(new SyncTrouble('clock'));
  expect(attempt.cause).toMatchObject({ problem: 'busy' });
});

test('what fails because the attempt ended is told as its end', async () => {
  const attempt = new Attempt(new TestClock());
  const failing = attempt.ask(() => {
    attempt.end(new SyncTrouble('busy'));
    return Promise.reject(new TypeError('fetch failed'));
  });
  await expect(failing).rejects.toMatchObject({ problem: 'busy' });
});

test('what hangs is let go when nothing moved for a minute', async () => {
  const clock = new TestClock();
  const attempt = new Attempt(clock);
  const hanging = attempt.here(never);
  clock.pass(59_999);
  attempt.moved();
  clock.pass(59_999);
  expect(attempt.signal.aborted).toBe(false);
  clock.pass(1);
  await expect(hanging).rejects.toMatchObject({ problem: 'stalled' });
});

test("work here counts as movement, and its failures are this PC's", async () => {
  const clock = new TestClock();
  const attempt = new Attempt(clock);
  clock.pass(59_000);
  expect(await attempt.here(() => Promise.resolve(5))).toBe(5);
  clock.pass(59_000);
  expect(attempt.signal.aborted).toBe(false);
  await expect(attempt.here(() => Promise.reject(new Error('odd')))).rejects.toMatchObject({ problem: 'this-pc-trouble' });
  const full = new Attempt(clock);
  await expect(full.here(() => Promise.reject(new DOMException('no room', 'QuotaExceededError')))).rejects.toMatchObject({ problem: 'this-pc-full' });
  const guarded = new Attempt(clock);
  await expect(guarded.here(() => Promise.reject(new GuardStopped('mass-deletion', 11, 12)))).rejects.toMatchObject({ kind: 'mass-deletion', count: 11, of: 12 });
  const troubled = new Attempt(clock);
  await expect(troubled.here(() => Promise.reject(new SyncTrouble('busy')))).rejects.toMatchObject({ problem: 'busy' });
});

test("a peer's failure is told as it is, and what is no error at all as a damaged answer", async () => {
  await expect(new Attempt(new TestClock()).ask(() => Promise.reject(new TypeError('odd')))).rejects.toThrow('odd');
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- PouchDB rejects with plain objects.
  await expect(new Attempt(new TestClock()).ask(() => Promise.reject({ status: 500 }))).rejects.toMatchObject({ problem: 'damaged-answer' });
});

test('a checkpoint that is not there, or was written first by another, ends nothing', async () => {
  const attempt = new Attempt(new TestClock());
  for (const status of [404, 409]) {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- PouchDB rejects with plain objects.
    await expect(attempt.ask(() => Promise.reject({ status }))).rejects.toEqual({ status });
  }
  expect(attempt.signal.aborted).toBe(false);
  expect(await attempt.ask(() => Promise.resolve(1))).toBe(1);
});

test('what ended well lets go of what is still on its way, and leaves no timer', async () => {
  const clock = new TestClock();
  const attempt = new Attempt(clock);
  const late = attempt.ask(never);
  attempt.finish();
  await expect(late).rejects.toMatchObject({ problem: 'stalled' });
  expect(clock.pending).toBe(0);
});

test('idle waits for the work here that was begun, and not for the peer', async () => {
  const attempt = new Attempt(new TestClock());
  let write = (): void => undefined;
  const writing = attempt.here(() => new Promise<void>((resolve) => (write = resolve)));
  attempt.ask(never).catch(() => undefined);
  attempt.end(new SyncTrouble('stalled'));
  await expect(writing).rejects.toMatchObject({ problem: 'stalled' });
  let idle = false;
  const waiting = attempt.idle().then(() => (idle = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(idle).toBe(false);
  write();
  await waiting;
  expect(idle).toBe(true);
});
