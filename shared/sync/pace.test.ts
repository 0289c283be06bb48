import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const after = (...steps: readonly (number | 'failed')[]): number => {
  const pace = new Pace();
  for (const step of steps) {
    if (step === 'failed') pace.failed();
    else pace.done(step, pace.size);
  }
  return pace.size;
};

test('a batch begins at 200 and grows to 1,000 while answers are quick', () => {
  expect([after(), after(0), after(5_000), after(0, 0), after(0, 0, 0), after(0, 0, 0, 0)]).toEqual([200, 400, 400, 800, 1000, 1000]);
});

test('it stays where answers take some time, and shrinks where they take long', () => {
  expect([after(5_001), after(20_000), after(20_001), after(60_000, 60_000)]).toEqual([200, 200, 100, 50]);
  expect(after(...Array<number>(20).fill(60_000))).toBe(10);
});

test('it is halved at each failure down to ten, and then one by one until something goes through', () => {
  expect([after('failed'), after('failed', 'failed'), after(...Array<'failed'>(5).fill('failed'))]).toEqual([100, 50, 10]);
  expect(after(...Array<'failed'>(6).fill('failed'))).toBe(1);
  expect(after(...Array<'failed'>(7).fill('failed'))).toBe(1);
  expect(after(...Array<'failed'>(6).fill('failed'), 6_000)).toBe(10);
  expect(after(...Array<'failed'>(6).fill('failed'), 1_000)).toBe(10);
  expect(after(...Array<'failed'>(6).fill('failed'), 1_000, 1_000)).toBe(20);
});

test('a few records that went quickly say nothing of many; a few that went slowly do', () => {
  const sizeAfter = (ms: number, records: number): number => {
    const pace = new Pace();
    pace.done(ms, records);
    return pace.size;
  };
  expect([sizeAfter(0, 99), sizeAfter(0, 100), sizeAfter(0, 0)]).toEqual([200, 400, 200]);
  expect([sizeAfter(20_001, 1), sizeAfter(20_000, 1)]).toEqual([100, 200]);
});

test('a batch of which nothing had to be carried ends going one by one, and is no reason for more than at first', () => {
  const pace = new Pace();
  for (let times = 0; times < 6; times += 1) pace.failed();
  const sizes = [pace.size];
  for (let times = 0; times < 6; times += 1) {
    pace.passed();
    sizes.push(pace.size);
  }
  expect(sizes).toEqual([1, 20, 40, 80, 160, 200, 200]);
  pace.done(0, 200);
  pace.passed();
  expect(pace.size).toBe(400);
});
