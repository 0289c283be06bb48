import { expect, test } from 'vitest';
import { surelyCompared, yearAfter } from './partial-date.ts';

test.each([
  [{ y: 2025 }, { y: 2026 }, -1],
  [{ y: 2026, m: 3 }, { y: 2026 }, 0],
  [{ y: 2026, m: 3, d: 2 }, { y: 2026, m: 3 }, 0],
  [{ y: 2026, m: 3, d: 2 }, { y: 2026, m: 3, d: 2 }, 0],
  [{ y: 2026, m: 4 }, { y: 2026, m: 3, d: 30 }, 1],
  [{ y: 2026, m: 3, d: 1 }, { y: 2026, m: 3, d: 2 }, -1],
])('%o against %o: only what is surely earlier or later counts', (one, other, sign) => {
  expect(Math.sign(surelyCompared(one, other))).toBe(sign);
  expect(Math.sign(surelyCompared(other, one))).toBe(sign === 0 ? 0 : -sign);
});

test('a year later is known as well as the day itself', () => {
  expect(yearAfter({ y: 2024, m: 2, d: 29 })).toEqual({ y: 2025, m: 2, d: 28 });
  expect(yearAfter({ y: 2024, m: 5 })).toEqual({ y: 2025, m: 5 });
  expect(yearAfter({ y: 2024 })).toEqual({ y: 2025 });
});
