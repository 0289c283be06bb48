import { expect, test } from 'vitest';
import { powerSummary } from './power-summary.ts';

test('followings are added up where they are known, and only who was met counts as met', () => {
  const groups = [
    { key: 'a', name: 'Coro', following: 40, isMet: true },
    { key: 'b', name: 'Jóvenes', following: 60, isMet: false },
    { key: 'c', name: 'Ujieres', isMet: true },
  ];
  expect(powerSummary(groups)).toEqual({ groups: 3, met: 2, following: 100, followingMet: 40 });
  expect(powerSummary([])).toEqual({ groups: 0, met: 0, following: 0, followingMet: 0 });
});
