import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '../domain/calendar.ts';
import type { DuesTerm } from '../domain/institution.ts';
import type { DuesPayment } from '../domain/institution-changes.ts';
import { duesAccount, duesReport, isCurrent } from './dues-account.ts';

const MONTHLY: DuesTerm = { key: 'a', basis: 'flat', amountPerYear: 100_000, schedule: 'monthly', from: { y: 2025, m: 1, d: 31 } };

function paid(amount: number, y: number, m: number, d?: number): DuesPayment {
  return { id: `dues:${y}-${m}-${d}-${amount}`, kind: 'dues', institution: 'institution:x', on: { y, m, ...(d === undefined ? {} : { d }) }, amount };
}

const billed = (terms: readonly DuesTerm[], y: number, m: number, d: number): number => duesAccount(terms, [], { y, m, d }).billed;

test('$1,000 a year by months is billed at the ends of the months, to the cent', () => {
  expect([billed([MONTHLY], 2025, 1, 30), billed([MONTHLY], 2025, 2, 27), billed([MONTHLY], 2025, 2, 28), billed([MONTHLY], 2025, 3, 31)]).toEqual([0, 8_333, 16_667, 25_000]);
  expect(billed([MONTHLY], 2025, 12, 31)).toBe(100_000);
});

test('what was paid and what is owed; a payment dated later is not counted yet', () => {
  const account = duesAccount([MONTHLY], [paid(10_000, 2025, 2), paid(50_000, 2025, 6, 1)], { y: 2025, m: 3, d: 31 });
  expect(account).toEqual({ state: 'set', billed: 25_000, paid: 10_000, arrears: 15_000, ahead: 0, next: { y: 2025, m: 4, d: 30 } });
  expect(isCurrent(account)).toBe(false);
  const later = duesAccount([MONTHLY], [paid(10_000, 2025, 2), paid(50_000, 2025, 6, 1)], { y: 2025, m: 6, d: 1 });
  expect(later).toMatchObject({ arrears: 0, ahead: 60_000 - 41_667 });
  expect(isCurrent(later)).toBe(true);
});

test('higher dues hold from their day on, and what was billed before stays', () => {
  const higher: DuesTerm = { ...MONTHLY, key: 'b', amountPerYear: 240_000, from: { y: 2025, m: 7, d: 1 } };
  // Six months of the first (31 January to 30 June), then the first of the higher ones.
  expect(billed([higher, MONTHLY], 2025, 7, 1)).toBe(50_000 + 20_000);
});

test('waived from some day on: nothing more falls due, and it is current whatever it owed', () => {
  const waived: DuesTerm = { key: 'b', basis: 'waived', amountPerYear: 100_000, from: { y: 2025, m: 3, d: 1 } };
  const account = duesAccount([MONTHLY, waived], [], { y: 2026, m: 1, d: 1 });
  expect(account).toMatchObject({ state: 'waived', billed: 16_667, next: null });
  expect(isCurrent(account)).toBe(true);
});

test('dues that ended fall due no more after their last day', () => {
  expect(billed([{ ...MONTHLY, to: { y: 2025, m: 3 } }], 2027, 1, 1)).toBe(25_000);
});

test('an ally owes nothing new from the day it became one; what it owed before stays', () => {
  const account = duesAccount([MONTHLY], [], { y: 2026, m: 6, d: 1 }, { y: 2025, m: 3, d: 15 });
  expect(account).toMatchObject({ state: 'ended', billed: 16_667, arrears: 16_667, next: null });
  expect(isCurrent(account)).toBe(false);
});

test('without an amount nothing was agreed, and without a day nothing can be billed', () => {
  expect(duesAccount([], [], { y: 2025, m: 1, d: 1 }).state).toBe('none');
  const undated = duesAccount([{ key: 'a', amountPerYear: 5_000 }], [], { y: 2025, m: 1, d: 1 });
  expect(undated).toMatchObject({ state: 'undated', billed: 0 });
  expect(isCurrent(undated)).toBe(false);
});

test('paid once is billed once', () => {
  expect(billed([{ ...MONTHLY, schedule: 'once' }], 2030, 1, 1)).toBe(100_000);
});

test('the chapter: what one paid ahead does not pay what another owes; waived ones count in no share', () => {
  const day = { y: 2025, m: 3, d: 31 };
  const owes = duesAccount([MONTHLY], [paid(5_000, 2025, 2, 1)], day);
  const ahead = duesAccount([MONTHLY], [paid(95_000, 2025, 2, 1)], day);
  const waived = duesAccount([{ key: 'a', basis: 'waived' }], [], day);
  expect(duesReport([owes, ahead, waived])).toEqual({ billed: 50_000, paid: 100_000, arrears: 20_000, paying: 2, current: 1, waived: 1 });
});

const schedule = fc.constantFrom('weekly', 'monthly', 'quarterly', 'yearly', undefined);
const from = fc.record({ y: fc.integer({ min: 2002, max: 2040 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) });

test('whatever the schedule, a whole year bills exactly the amount of a year, and what is billed never goes down', () => {
  fc.assert(
    fc.property(schedule, from, fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 6 }), (recurrence, begin, amountPerYear, years) => {
      const terms: DuesTerm[] = [{ key: 'a', amountPerYear, from: begin, ...(recurrence === undefined ? {} : { schedule: recurrence }) }];
      const eve = addDays(addMonths(begin, years * 12), -1);
      expect(duesAccount(terms, [], eve).billed).toBe(years * amountPerYear);
      let before = 0;
      for (let day = 0; day < 60; day += 1) {
        const now = duesAccount(terms, [], addDays(eve, day - 30)).billed;
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }),
    { numRuns: 60 },
  );
});
