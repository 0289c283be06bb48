import type { Meeting } from '../../shared/domain/meeting.ts';
import type { PartialDate } from '../../shared/domain/record.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { compareDates } from '../../shared/words/date.ts';

/** Something that waits for a person, with how many and the meeting it is about. */
export interface Waiting {
  readonly kind: 'type' | 'decide' | 'print';
  readonly count: number;
  readonly meeting: Meeting;
  /** The one page concerned, when there is only one, or the first with lines to decide. */
  readonly code?: string;
}

/** Meetings this many days ahead should have their sheet printed. */
const PRINT_AHEAD = 7;

function dayAfter(today: PartialDate, days: number): PartialDate {
  const day = new Date(today.y, (today.m ?? 1) - 1, (today.d ?? 1) + days);
  return { y: day.getFullYear(), m: day.getMonth() + 1, d: day.getDate() };
}

/** True when the meeting's day has come; one without a day has. */
function hasCome(meeting: Meeting, today: PartialDate): boolean {
  return meeting.date === undefined || compareDates(meeting.date, today) <= 0;
}

/**
 * What waits: sheets to type of meetings that took place (oldest first), lines put off, and sheets to print of meetings in
 * the next seven days. A page somebody began to type waits whatever its date.
 */
export function waitingFor(meetings: readonly Meeting[], sheets: readonly Sheet[], today: PartialDate): readonly Waiting[] {
  const byDate = [...meetings].sort((one, other) => compareDates(one.date ?? { y: 0 }, other.date ?? { y: 0 }));
  const of = (meeting: Meeting): readonly Sheet[] => sheets.filter((sheet) => sheet.meeting === meeting.id);
  const types = byDate.flatMap((meeting): Waiting[] => {
    const pages = of(meeting).filter(({ state }) => state === 'typing' || (state === 'printed' && hasCome(meeting, today)));
    return pages.length === 0 ? [] : [{ kind: 'type', count: pages.length, meeting, code: pages.length === 1 ? pages[0]?.code : undefined }];
  });
  const decides = byDate.flatMap((meeting): Waiting[] => {
    const pages = of(meeting).filter(({ state, rows }) => state !== 'typing' && state !== 'printed' && rows.some((row) => row.state === 'later'));
    const count = pages.flatMap(({ rows }) => rows).filter((row) => row.state === 'later').length;
    return count === 0 ? [] : [{ kind: 'decide', count, meeting, code: pages[0]?.code }];
  });
  const prints = byDate.flatMap((meeting): Waiting[] => {
    const { date } = meeting;
    const soon = date?.d !== undefined && compareDates(date, today) >= 0 && compareDates(date, dayAfter(today, PRINT_AHEAD)) <= 0;
    return soon && of(meeting).length === 0 ? [{ kind: 'print', count: 1, meeting }] : [];
  });
  return [...types, ...decides, ...prints];
}
