import { compareDates } from '../../../../shared/domain/calendar.ts';
import type { TimelineItem } from './timeline-source.ts';

/** A year with what happened in it, the latest first; null holds what has no date. */
export interface TimelineYear {
  readonly year: number | null;
  readonly items: readonly TimelineItem[];
}

/** The items by year, newest first; what has no date comes last. */
export function byYear(items: readonly TimelineItem[]): TimelineYear[] {
  const years = new Map<number | null, TimelineItem[]>();
  const sorted = [...items].sort((one, other) => compareDates(other.on ?? { y: 0 }, one.on ?? { y: 0 }));
  for (const item of sorted) {
    const year = item.on?.y ?? null;
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  return [...years].map(([year, inIt]) => ({ year, items: inIt }));
}
