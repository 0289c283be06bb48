import { expect, test } from 'vitest';
import { closedCycleOf } from './closed-cycle.ts';
import type { Cycle } from './structure.ts';

const cycle = (fields: Partial<Cycle>): Cycle => ({ id: 'cycle:a', kind: 'cycle', title: { es: '', en: '' }, goals: [], from: { y: 2025 }, to: { y: 2025 }, isClosed: true, ...fields });

test('a date in a closed cycle finds it, its last day too; one after it or in an open cycle does not', () => {
  const closed = cycle({});
  expect(closedCycleOf({ y: 2025, m: 12, d: 31 }, [closed])).toBe(closed);
  expect(closedCycleOf({ y: 2026, m: 1, d: 1 }, [closed])).toBeUndefined();
  expect(closedCycleOf({ y: 2025, m: 3 }, [cycle({ isClosed: false })])).toBeUndefined();
  expect(closedCycleOf(undefined, [closed])).toBeUndefined();
});

test('a closed cycle of which nobody wrote the end warns of nothing', () => {
  expect(closedCycleOf({ y: 2025 }, [cycle({ to: undefined })])).toBeUndefined();
});
