import { expect, test } from 'vitest';
import { pauseAfter, readRetryAfter } from './retry.ts';

test('pauses double from two seconds to five minutes, and chance takes up to half', () => {
  expect([1, 2, 3, 8].map((failures) => pauseAfter(failures, 1))).toEqual([2_000, 4_000, 8_000, 256_000]);
  expect([9, 10, 1000].map((failures) => pauseAfter(failures, 1))).toEqual([300_000, 300_000, 300_000]);
  expect([pauseAfter(1, 0), pauseAfter(1, 0.5), pauseAfter(0, 1)]).toEqual([1_000, 1_500, 2_000]);
});

test('a peer is left alone for as long as it asks, an hour at most', () => {
  expect(pauseAfter(1, 1, 30_000)).toBe(30_000);
  expect(pauseAfter(5, 1, 30_000)).toBe(32_000);
  expect(pauseAfter(1, 1, 86_400_000)).toBe(3_600_000);
  expect(pauseAfter(1, 1, null)).toBe(2_000);
});

test('Retry-After is seconds or a date; nonsense says nothing', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  expect(readRetryAfter(null, now)).toBeNull();
  expect(readRetryAfter(' 120 ', now)).toBe(120_000);
  expect(readRetryAfter('Sun, 22 Nov 2026 10:01:00 GMT', now)).toBe(60_000);
  expect(readRetryAfter('Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0);
  expect(readRetryAfter('soon', now)).toBeNull();
  expect(readRetryAfter('12 parsecs', now)).toBeNull();
  expect(readRetryAfter('-5', now) ?? 0).toBe(0);
});
