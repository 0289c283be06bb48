import { expect, test } from 'vitest';
import { dueBy, nextDue } from './due-dates.ts';

const END_OF_JANUARY = { y: 2025, m: 1, d: 31 };

test('monthly from 31 January: due on the last day of a shorter month, and on the 31st again after it', () => {
  const due = (m: number, d: number): number => dueBy('monthly', END_OF_JANUARY, { y: 2025, m, d }).begun;
  expect([due(1, 30), due(1, 31), due(2, 27), due(2, 28), due(3, 30), due(3, 31), due(4, 30)]).toEqual([0, 1, 1, 2, 2, 3, 4]);
  expect(nextDue('monthly', END_OF_JANUARY, { y: 2025, m: 2, d: 28 })).toEqual({ y: 2025, m: 3, d: 31 });
  expect(nextDue('monthly', { y: 2024, m: 1, d: 31 }, { y: 2024, m: 2, d: 1 })).toEqual({ y: 2024, m: 2, d: 29 });
});

test('after a whole year a new one begins', () => {
  expect(dueBy('monthly', END_OF_JANUARY, { y: 2025, m: 12, d: 31 })).toEqual({ years: 1, begun: 0, ofYear: 12 });
  expect(dueBy('monthly', END_OF_JANUARY, { y: 2026, m: 1, d: 31 })).toEqual({ years: 1, begun: 1, ofYear: 12 });
  expect(dueBy('quarterly', END_OF_JANUARY, { y: 2025, m: 4, d: 30 })).toEqual({ years: 0, begun: 2, ofYear: 4 });
  expect(dueBy('yearly', { y: 2024, m: 2, d: 29 }, { y: 2025, m: 2, d: 28 })).toEqual({ years: 2, begun: 0, ofYear: 1 });
});

test('weeks: 52 or 53 in a year of the schedule, none before it begins', () => {
  const from = { y: 2025, m: 1, d: 1 };
  expect(dueBy('weekly', from, { y: 2024, m: 12, d: 31 })).toEqual({ years: 0, begun: 0, ofYear: 1 });
  expect(dueBy('weekly', from, { y: 2025, m: 1, d: 8 })).toEqual({ years: 0, begun: 2, ofYear: 53 });
  expect(dueBy('weekly', from, { y: 2026, m: 1, d: 6 })).toEqual({ years: 1, begun: 0, ofYear: 52 });
  expect(dueBy('weekly', from, { y: 2026, m: 1, d: 7 })).toEqual({ years: 1, begun: 1, ofYear: 52 });
});

test('a schedule known by its year only begins on 1 January; what is paid once has no next day', () => {
  expect(dueBy(undefined, { y: 2024 }, { y: 2025, m: 1, d: 1 })).toEqual({ years: 2, begun: 0, ofYear: 1 });
  expect(nextDue('once', { y: 2024 }, { y: 2024, m: 1, d: 2 })).toBeNull();
  expect(nextDue('once', { y: 2026 }, { y: 2024, m: 1, d: 2 })).toEqual({ y: 2026, m: 1, d: 1 });
});
