import { compareDates, firstDayOf, lastDayOf } from '../domain/calendar.ts';
import { standingOf } from '../domain/institution-states.ts';
import type { DuesPayment, StatusChange } from '../domain/institution-changes.ts';
import type { Institution } from '../domain/institution.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { PartialDate } from '../domain/record.ts';
import type { Sheet } from '../domain/sheet.ts';
import { isWithin, type Span } from '../domain/span.ts';
import { attendanceOf } from './attendance.ts';

/** The records of the chapter that the goals of a cycle are counted from; none of them in the bin. */
export interface CycleFacts {
  readonly meetings: readonly Pick<Meeting, 'id' | 'kind' | 'date' | 'headcount'>[];
  readonly sheets: readonly Pick<Sheet, 'meeting' | 'rows'>[];
  readonly institutions: readonly Pick<Institution, 'id' | 'status'>[];
  readonly statusChanges: readonly StatusChange[];
  /** People and the day on which each was written down. */
  readonly people: readonly { readonly id: string; readonly writtenOn: PartialDate | undefined }[];
  readonly payments: readonly Pick<DuesPayment, 'on' | 'amount'>[];
  /** The person that an id stands for (ADR 20). */
  readonly survivorOf: (id: string) => string;
  readonly today: PartialDate;
}

/** Dated in the span; a date known in part counts from the first day it may mean, so that two cycles never count it both. */
function isOf(span: Span, date: PartialDate | undefined): date is PartialDate {
  return date !== undefined && isWithin(firstDayOf(date), span);
}

/** Meetings of one kind that took place in the span, up to today. */
function held(kind: string, span: Span, { meetings, today }: CycleFacts): CycleFacts['meetings'] {
  return meetings.filter((meeting) => meeting.kind === kind && isOf(span, meeting.date) && compareDates(firstDayOf(meeting.date), today) <= 0);
}

function sheetsOf(meetings: CycleFacts['meetings'], { sheets }: CycleFacts): CycleFacts['sheets'] {
  const ids = new Set(meetings.map(({ id }) => id));
  return sheets.filter(({ meeting }) => ids.has(meeting));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Everyone once, on the first day on which one of their records was written. */
function newPeople(span: Span, { people, survivorOf }: CycleFacts): number {
  const first = new Map<string, PartialDate>();
  for (const { id, writtenOn } of people) {
    const person = survivorOf(id);
    const known = first.get(person);
    if (writtenOn !== undefined && (known === undefined || compareDates(writtenOn, known) < 0)) first.set(person, writtenOn);
  }
  return [...first.values()].filter((day) => isOf(span, day)).length;
}

/** Members today; of a span that is past, members on its last day. */
function members({ to }: Span, { institutions, statusChanges, today }: CycleFacts): number {
  const isPast = to !== undefined && compareDates(lastDayOf(to), today) < 0;
  const counted = isPast ? statusChanges.filter(({ on }) => compareDates(on, lastDayOf(to)) <= 0) : statusChanges;
  const byInstitution = grouped(counted, ({ institution }) => institution);
  return institutions.filter((institution) => standingOf(institution, byInstitution.get(institution.id) ?? []).status === 'member').length;
}

/** The door count where somebody counted, else who is on the sheets, with and without a name (domain §4: headcount, not names). */
function turnout(span: Span, facts: CycleFacts): number {
  const actions = held('public_action', span, facts);
  const byMeeting = grouped(sheetsOf(actions, facts), ({ meeting }) => meeting);
  return actions.reduce((sum, { id, headcount }) => sum + (headcount ?? attendanceOf(byMeeting.get(id) ?? [], facts.survivorOf).present), 0);
}

/**
 * How far a cycle is with a goal, `of` being a code of GOAL_KINDS; dues in cents. Null for what the app cannot count
 * today, and for a cycle of which nobody wrote since when. Both ends of the span count (domain §4). Whoever signed
 * without a name counts as turnout, and never as one of the different people heard.
 */
export function cycleFigure(of: string, span: Span, facts: CycleFacts): number | null {
  if (span.from === undefined) return null;
  switch (of) {
    case 'house_meetings':
      return held('house_meeting', span, facts).length;
    case 'people_heard':
      return attendanceOf(sheetsOf(held('house_meeting', span, facts), facts), facts.survivorOf).people.size;
    case 'new_people':
      return newPeople(span, facts);
    case 'institutions':
      return members(span, facts);
    case 'actions':
      return held('public_action', span, facts).length;
    case 'turnout':
      return turnout(span, facts);
    case 'dues':
      return facts.payments.filter(({ on }) => isOf(span, on)).reduce((sum, { amount }) => sum + amount, 0);
    default:
      return null;
  }
}
