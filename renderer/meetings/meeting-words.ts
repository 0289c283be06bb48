import { codeLabel, type Lang } from '../../shared/domain/codes.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { PartialDate } from '../../shared/domain/record.ts';
import { inLanguage } from '../../shared/words/bilingual.ts';
import { compareDates, dateInWords, timeInWords } from '../../shared/words/date.ts';

/** What a meeting is called: its title in that language, else in the other, else its kind; empty when it has none of them. */
export function meetingTitle({ title, kind }: Pick<Meeting, 'title' | 'kind'>, lang: Lang): string {
  return inLanguage(title, lang) || codeLabel('meeting_type', kind, lang);
}

/** "Sun, March 9, 2025, 4:00 p.m.", as much of it as is known; empty when nothing is. */
export function meetingWhen({ date, start }: Pick<Meeting, 'date' | 'start'>, lang: Lang): string {
  return [date === undefined ? '' : dateInWords(date, lang), start === undefined ? '' : timeInWords(start)].filter((text) => text !== '').join(', ');
}

/** True when the meeting's day has passed; without a full date the month or year must have. */
export function isPast({ date }: Pick<Meeting, 'date'>, today: PartialDate): boolean {
  if (date === undefined) return false;
  const seen: PartialDate = { y: today.y, m: date.m === undefined ? undefined : today.m, d: date.d === undefined ? undefined : today.d };
  return compareDates(date, seen) < 0;
}

/** Upcoming meetings by date, those without one first; then past ones, the latest first. */
export function inMeetingOrder(meetings: readonly Meeting[], today: PartialDate): { readonly upcoming: readonly Meeting[]; readonly past: readonly Meeting[] } {
  const byDate = (one: Meeting, other: Meeting): number =>
    compareDates(one.date ?? { y: 0 }, other.date ?? { y: 0 }) || (one.start ?? '').localeCompare(other.start ?? '') || (one.id < other.id ? -1 : 1);
  return {
    upcoming: meetings.filter((meeting) => !isPast(meeting, today)).sort(byDate),
    past: meetings.filter((meeting) => isPast(meeting, today)).sort((one, other) => byDate(other, one)),
  };
}

/** Every year from that of the latest meeting down to that of the earliest, also those without one. */
export function yearsOf(meetings: readonly Pick<Meeting, 'date'>[]): readonly number[] {
  const known = meetings.flatMap(({ date }) => (date === undefined ? [] : [date.y]));
  if (known.length === 0) return [];
  const latest = Math.max(...known);
  return Array.from({ length: latest - Math.min(...known) + 1 }, (_none, back) => latest - back);
}
