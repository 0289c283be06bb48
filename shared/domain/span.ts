import type { PartialDate } from './record.ts';

/** From when to when something holds; an end that is missing is open. */
export interface Span {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** A whole number that sorts days: the first one that a date in part may mean, or the last one. */
function dayNumber({ y, m, d }: PartialDate, end: 'first' | 'last'): number {
  return y * 10_000 + (m ?? (end === 'first' ? 1 : 12)) * 100 + (d ?? (end === 'first' ? 1 : 31));
}

/** True once the first day that the span may mean is there; a span without a beginning has always begun. */
export function hasBegun({ from }: Span, on: PartialDate): boolean {
  return from === undefined || dayNumber(from, 'first') <= dayNumber(on, 'last');
}

/** True from the day after the last one that the span may mean: one until "2025" is over in 2026. The last day still counts. */
export function isOver({ to }: Span, on: PartialDate): boolean {
  return to !== undefined && dayNumber(to, 'last') < dayNumber(on, 'first');
}

/**
 * True when a date lies in the span, both ends included. A date known in part lies in it when one of the days that it may
 * mean does ("2025" is within April to June 2025).
 */
export function isWithin(date: PartialDate, span: Span): boolean {
  return hasBegun(span, date) && !isOver(span, date);
}
