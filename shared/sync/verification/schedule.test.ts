import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mustVerify } from './schedule.ts';

const DAY = 24 * 60 * 60_000;
const now = Date.parse('2026-11-22T10:00:00.000Z');
const at = (days: number): string => new Date(now + days * DAY).toISOString();

describe('mustVerify', () => {
  it('is due when asked, at first, and after trouble', () => {
    expect(mustVerify({ verifiedAt: at(-1), hadTrouble: false }, now, true)).toBe('asked');
    expect(mustVerify({ verifiedAt: null, hadTrouble: false }, now)).toBe('never');
    expect(mustVerify({ verifiedAt: at(-1), hadTrouble: true }, now)).toBe('trouble');
  });

  it('is due weekly', () => {
    expect(mustVerify({ verifiedAt: at(-6.9), hadTrouble: false }, now)).toBeNull();
    expect(mustVerify({ verifiedAt: at(-7), hadTrouble: false }, now)).toBe('weekly');
  });

  it('is not put off by a clock that was a year ahead or behind', () => {
    for (const days of [-365, 365]) expect(mustVerify({ verifiedAt: at(days), hadTrouble: false }, now)).toBe('weekly');
    expect(mustVerify({ verifiedAt: 'not a moment', hadTrouble: false }, now)).toBe('weekly');
  });

  it('is due after many exchanges, for a clock that stands still', () => {
    expect(mustVerify({ verifiedAt: at(0), hadTrouble: false, exchanges: 499 }, now)).toBeNull();
    expect(mustVerify({ verifiedAt: at(0), hadTrouble: false, exchanges: 500 }, now)).toBe('weekly');
  });

  it('comes at latest every week of exchanges, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), fc.integer({ min: 0, max: 499 }), (days, exchanges) => {
        const due = mustVerify({ verifiedAt: at(days), hadTrouble: false, exchanges }, now);
        expect(due === null).toBe(Math.abs(days) < 7);
      }),
    );
  });
});
