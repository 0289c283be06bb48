import type { PartialDate } from './record.ts';

const DAY = 86_400_000;

/** UTC only as a calendar: no time zone touches it. Years below 100 need setUTCFullYear. */
export function utcDay(y: number, m: number, d: number): Date {
  const day = new Date(0);
  day.setUTCFullYear(y, m - 1, d);
  return day;
}

function dateOf(day: Date): FullDate {
  return { y: day.getUTCFullYear(), m: day.getUTCMonth() + 1, d: day.getUTCDate() };
}

/** A date of which the day is known. */
export type FullDate = Required<Pick<PartialDate, 'y' | 'm' | 'd'>>;

/** Compares dates for sorting; what is less known comes before the days it may mean. */
export function compareDates(one: PartialDate, other: PartialDate): number {
  return one.y - other.y || (one.m ?? 0) - (other.m ?? 0) || (one.d ?? 0) - (other.d ?? 0);
}

/** The first day that a date known in part may mean. */
export function firstDayOf({ y, m = 1, d = 1 }: PartialDate): FullDate {
  return { y, m, d };
}

/** The last day that a date known in part may mean. */
export function lastDayOf({ y, m = 12, d }: PartialDate): FullDate {
  return d === undefined ? { y, m, d: daysIn(y, m) } : { y, m, d };
}

function daysIn(y: number, m: number): number {
  return utcDay(y, m + 1, 0).getUTCDate();
}

/** The day so many days later; earlier with a negative number. */
export function addDays(date: PartialDate, days: number): FullDate {
  const { y, m, d } = firstDayOf(date);
  return dateOf(utcDay(y, m, d + days));
}

/** The same day so many months later; where that month is shorter, its last day (domain §2.20: 31 Jan, 28 Feb, 31 Mar). */
export function addMonths(date: PartialDate, months: number): FullDate {
  const { y, m, d } = firstDayOf(date);
  const first = dateOf(utcDay(y, m + months, 1));
  return { ...first, d: Math.min(d, daysIn(first.y, first.m)) };
}

/** Days from one date to the other; null when the day of one of them is not known. */
export function daysBetween(from: PartialDate, to: PartialDate): number | null {
  if (from.m === undefined || from.d === undefined || to.m === undefined || to.d === undefined) return null;
  return Math.round((utcDay(to.y, to.m, to.d).getTime() - utcDay(from.y, from.m, from.d).getTime()) / DAY);
}
