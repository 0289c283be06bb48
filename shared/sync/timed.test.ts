import { expect, test } from 'vitest';
import { Pace } from './pace.ts';
import { SYNC_PROBLEMS, SyncTrouble } from './problems.ts';
import { TestClock } from './testing/test-clock.ts';
import { timed } from './timed.ts';

async function sizeAfter(ms: number, records: number | null, end: () => Promise<unknown> = () => Promise.resolve()): Promise<number> {
  const [pace, clock] = [new Pace(), new TestClock()];
  const work = async (): Promise<unknown> => {
    if (ms >= 0) clock.pass(ms);
    else clock.setBack(-ms);
    return end();
  };
  await timed(pace, clock, records, work).catch(() => undefined);
  return pace.size;
}

test('a quick batch makes the next larger, a slow one smaller, and one that carries no records neither', async () => {
  expect([await sizeAfter(100, 200), await sizeAfter(10_000, 200), await sizeAfter(30_000, 200)]).toEqual([400, 200, 100]);
  expect([await sizeAfter(100, null), await sizeAfter(30_000, null)]).toEqual([200, 200]);
});

test('a clock that is set back meanwhile makes no batch slow', async () => {
  expect(await sizeAfter(-3_600_000, 200)).toBe(400);
});

test('what smaller batches help against makes the next smaller; nothing else does', async () => {
  const smaller: string[] = [];
  for (const problem of SYNC_PROBLEMS) {
    const size = await sizeAfter(100, null, () => Promise.reject(new SyncTrouble(problem)));
    if (size === 100) smaller.push(problem);
    else expect(size).toBe(200);
  }
  expect(smaller.sort()).toEqual(['damaged-answer', 'no-network', 'stalled', 'too-large']);
  expect(await sizeAfter(100, 200, () => Promise.reject(new TypeError('odd')))).toBe(200);
});

test('what the work says, or fails with, is passed on', async () => {
  expect(await timed(new Pace(), new TestClock(), 1, () => Promise.resolve('done'))).toBe('done');
  await expect(timed(new Pace(), new TestClock(), 1, () => Promise.reject(new SyncTrouble('busy')))).rejects.toMatchObject({ problem: 'busy' });
});
