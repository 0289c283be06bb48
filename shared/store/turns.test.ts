import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('one piece of work at a time, in the order of asking', async () => {
  const turns = new Turns();
  const order: string[] = [];
  const work = (name: string, ms: number) => async (): Promise<string> => {
    order.push(`${name} begins`);
    await pause(ms);
    order.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([turns.take(work('a', 10)), turns.take(work('b', 1))])).toEqual(['a', 'b']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a failure is its own caller’s; the next has its turn', async () => {
  const turns = new Turns();
  const failing = turns.take(() => Promise.reject(new Error('torn')));
  const next = turns.take(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('torn');
  expect(await next).toBe('done');
});

test('settled waits for all that was asked before, also for what fails', async () => {
  const turns = new Turns();
  let ended = 0;
  for (const fails of [false, true]) {
    turns
      .take(async () => {
        await pause(5);
        ended += 1;
        if (fails) throw new Error('torn');
      })
      .catch(() => undefined);
  }
  await turns.settled();
  expect(ended).toBe(2);
});
