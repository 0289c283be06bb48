import { expect, test } from 'vitest';
import { pipelineOf } from './pipeline.ts';

const TODAY = { y: 2025, m: 6, d: 30 };

test('institutions are counted by state in the order of the states, with the days that half of them have been there', () => {
  const standings = [
    { status: 'member', since: { y: 2025, m: 6, d: 20 } },
    { status: 'visited', since: { y: 2025, m: 6, d: 29 } },
    { status: 'member', since: { y: 2025, m: 6, d: 1 } },
    { status: 'member', since: { y: 2025, m: 6, d: 10 } },
    { status: 'member' },
  ];
  expect(pipelineOf(standings, ['prospect', 'visited', 'member'], TODAY)).toEqual([
    { status: 'visited', count: 1, medianDays: 1, known: 1 },
    { status: 'member', count: 4, medianDays: 20, known: 3 },
  ]);
});

test('a state of a newer version and institutions without one come last, and are not lost', () => {
  const found = pipelineOf([{ status: undefined }, { status: 'paused' }, { status: 'member' }], ['member'], TODAY);
  expect(found.map(({ status, count, medianDays }) => [status, count, medianDays])).toEqual([
    ['member', 1, null],
    ['paused', 1, null],
    ['', 1, null],
  ]);
});
