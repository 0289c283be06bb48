import { expect, test } from 'vitest';
import { assertAlive } from './bin-contest.ts';
import type { Variant } from './variants.ts';

const DAY = '2026-03-04T10:00:00.000Z';
const binned = (device: string, counter: number): Variant => ({ dot: [device, counter], value: DAY });
const out = (device: string, counter: number): Variant => ({ dot: [device, counter], value: undefined });

test('who never saw the bin says with each device’s last change that the record is wanted', () => {
  expect(assertAlive([binned('a', 2)], { a: 2 }, [], { a: 1, b: 3 })).toEqual([[binned('a', 2)], [out('a', 1), out('b', 3)]]);
  expect(assertAlive([], { a: 1, b: 3 }, [binned('a', 2)], { a: 2 })).toEqual([[out('a', 1), out('b', 3)], [binned('a', 2)]]);
});

test('a bin that is in question already is news all the same', () => {
  expect(assertAlive([out('c', 1), binned('a', 2)], { a: 2, c: 1 }, [], { b: 3 })[1]).toEqual([out('b', 3)]);
});

test('what it says already is not said twice', () => {
  expect(assertAlive([binned('a', 2)], { a: 2 }, [out('b', 3)], { a: 1, b: 3 })[1]).toEqual([out('b', 3), out('a', 1)]);
});

test('who had seen the bin, or put it there too, says nothing', () => {
  expect(assertAlive([binned('a', 2)], { a: 2 }, [out('b', 1)], { a: 2, b: 1 })).toEqual([[binned('a', 2)], [out('b', 1)]]);
  expect(assertAlive([binned('a', 2)], { a: 2 }, [binned('b', 1)], { b: 1 })).toEqual([[binned('a', 2)], [binned('b', 1)]]);
});

test('where nothing is in the bin nothing is said', () => {
  const restored: Variant = { dot: ['a', 2], value: null };
  expect(assertAlive([restored], { a: 2 }, [], { b: 1 })).toEqual([[restored], []]);
  expect(assertAlive([out('a', 2)], { a: 2 }, [], { b: 1 })).toEqual([[out('a', 2)], []]);
});
