import { expect, test } from 'vitest';
import { byYear } from './by-year.ts';
import type { TimelineItem } from './timeline-source.ts';

function item(key: string, on?: TimelineItem['on']): TimelineItem {
  return { key, kind: 'meeting', on, text: key };
}

test('years go from the newest to the oldest, and so do days; what has no date comes last', () => {
  const years = byYear([item('none'), item('a', { y: 2024 }), item('b', { y: 2025, m: 3 }), item('c', { y: 2025, m: 11, d: 2 })]);
  expect(years.map(({ year, items }) => [year, items.map(({ key }) => key)])).toEqual([
    [2025, ['c', 'b']],
    [2024, ['a']],
    [null, ['none']],
  ]);
});
