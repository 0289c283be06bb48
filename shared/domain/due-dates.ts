import { addDays, addMonths, compareDates, daysBetween, firstDayOf, type FullDate } from './calendar.ts';
import type { PartialDate } from './record.ts';

/** Months from one due date to the next, of the codes of `recurrence` that go by months. */
const MONTHS: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, yearly: 12 };
const WEEK = 7;

/** How many payments of a schedule are due in how many of its years. */
export interface DueCount {
  /** Whole years of the schedule of which every payment is due. */
  readonly years: number;
  /** Payments due of the year that runs. */
  readonly begun: number;
  /** Payments that the year that runs has in all. */
  readonly ofYear: number;
}

/** Due dates from `from` to `day`, both included: each a period after the first one, month ends clamped (domain §2.20). */
function countTo(from: FullDate, day: FullDate, dateOf: (n: number) => FullDate): number {
  let count = 0;
  while (compareDates(dateOf(count), day) <= 0) count += 1;
  return compareDates(from, day) <= 0 ? count : 0;
}

/**
 * How much of a schedule is due on a day, that day included. A schedule's year begins on its first day, so every year is
 * paid in full however its weeks fall. A schedule that this version does not know counts as yearly.
 */
export function dueBy(schedule: string | undefined, from: PartialDate, day: FullDate): DueCount {
  const start = firstDayOf(from);
  if (schedule === 'weekly') return weeksDueBy(start, day);
  const months = MONTHS[schedule ?? ''] ?? 12;
  const ofYear = 12 / months;
  const due = countTo(start, day, (n) => addMonths(start, n * months));
  return { years: Math.floor(due / ofYear), begun: due % ofYear, ofYear };
}

function weeksDueBy(start: FullDate, day: FullDate): DueCount {
  const gone = daysBetween(start, day) ?? -1;
  if (gone < 0) return { years: 0, begun: 0, ofYear: 1 };
  let years = 0;
  while (compareDates(addMonths(start, (years + 1) * 12), day) <= 0) years += 1;
  // The first payment on or after a day that lies so many days after the start.
  const first = (days: number): number => Math.ceil(days / WEEK);
  const yearBegins = (year: number): number => daysBetween(start, addMonths(start, year * 12)) ?? 0;
  const [before, after] = [first(yearBegins(years)), first(yearBegins(years + 1))];
  return { years, begun: Math.floor(gone / WEEK) + 1 - before, ofYear: after - before };
}

/** The next due date after a day; null for what is paid once. */
export function nextDue(schedule: string | undefined, from: PartialDate, day: FullDate): FullDate | null {
  const start = firstDayOf(from);
  if (compareDates(start, day) > 0) return start;
  if (schedule === 'once') return null;
  const months = MONTHS[schedule ?? ''] ?? 12;
  const dateOf = (n: number): FullDate => (schedule === 'weekly' ? addDays(start, n * WEEK) : addMonths(start, n * months));
  return dateOf(countTo(start, day, dateOf));
}
