import { describe, expect, it } from 'vitest';
import { hasBegun, isOver, isWithin } from './span.ts';

const TODAY = { y: 2026, m: 11, d: 22 };

describe('a span whose ends are known in part', () => {
  it.each([
    [{ y: 2026 }, true],
    [{ y: 2026, m: 11 }, true],
    [{ y: 2026, m: 11, d: 22 }, true],
    [{ y: 2026, m: 11, d: 23 }, false],
    [{ y: 2026, m: 12 }, false],
    [{ y: 2027 }, false],
    [undefined, true],
  ])('from %j has begun on November 22, 2026: %s', (from, begun) => {
    expect(hasBegun({ from }, TODAY)).toBe(begun);
  });

  it.each([
    [{ y: 2026 }, false],
    [{ y: 2026, m: 11 }, false],
    [{ y: 2026, m: 11, d: 22 }, false],
    [{ y: 2026, m: 11, d: 21 }, true],
    [{ y: 2026, m: 10 }, true],
    [{ y: 2025 }, true],
    [undefined, false],
  ])('to %j is over on November 22, 2026: %s', (to, over) => {
    expect(isOver({ to }, TODAY)).toBe(over);
  });
});

it.each([
  [{ y: 2025, m: 7, d: 1 }, true],
  [{ y: 2026, m: 6, d: 30 }, true],
  [{ y: 2026, m: 7, d: 1 }, false],
  [{ y: 2025, m: 6, d: 30 }, false],
  [{ y: 2025 }, true],
  [{ y: 2025, m: 6 }, false],
  [{ y: 2024 }, false],
])('%j is within July 2025 to June 2026: %s', (date, within) => {
  expect(isWithin(date, { from: { y: 2025, m: 7 }, to: { y: 2026, m: 6 } })).toBe(within);
});
