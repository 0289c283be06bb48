import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, firstDayOf, lastDayOf } from './calendar.ts';

test('a month later at the end of a longer month is the last day of the shorter one', () => {
  const from = { y: 2025, m: 1, d: 31 };
  expect([1, 2, 3, 13].map((months) => addMonths(from, months))).toEqual([
    { y: 2025, m: 2, d: 28 },
    { y: 2025, m: 3, d: 31 },
    { y: 2025, m: 4, d: 30 },
    { y: 2026, m: 2, d: 28 },
  ]);
  expect(addMonths({ y: 2023, m: 1, d: 31 }, 13)).toEqual({ y: 2024, m: 2, d: 29 });
  expect(addMonths({ y: 2025, m: 3, d: 31 }, -1)).toEqual({ y: 2025, m: 2, d: 28 });
});

test('days go over months, years and the night when clocks change', () => {
  expect(addDays({ y: 2024, m: 12, d: 31 }, 1)).toEqual({ y: 2025, m: 1, d: 1 });
  expect(daysBetween({ y: 2025, m: 3, d: 1 }, { y: 2025, m: 4, d: 1 })).toBe(31);
  expect(daysBetween({ y: 2024, m: 2, d: 28 }, { y: 2024, m: 3, d: 1 })).toBe(2);
});

test('of a date known in part no days are counted, and it spans its first to its last day', () => {
  expect(daysBetween({ y: 2025, m: 3 }, { y: 2025, m: 4, d: 1 })).toBeNull();
  expect([firstDayOf({ y: 2024, m: 2 }), lastDayOf({ y: 2024, m: 2 })]).toEqual([{ y: 2024, m: 2, d: 1 }, { y: 2024, m: 2, d: 29 }]);
  expect([firstDayOf({ y: 2024 }), lastDayOf({ y: 2024 })]).toEqual([{ y: 2024, m: 1, d: 1 }, { y: 2024, m: 12, d: 31 }]);
});
