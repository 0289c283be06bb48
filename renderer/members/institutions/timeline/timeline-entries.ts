import type { PartialDate } from '../../../../shared/domain/record.ts';
import type { DuesPayment, StatusChange, Visit } from '../../../../shared/domain/institution-changes.ts';
import type { Meeting } from '../../../../shared/domain/meeting.ts';
import { compareDates } from '../../../../shared/words/date.ts';

/** One thing that happened with an institution. */
export type TimelineEntry =
  | { readonly kind: 'status'; readonly on: PartialDate; readonly of: StatusChange }
  | { readonly kind: 'visit'; readonly on: PartialDate; readonly of: Visit }
  | { readonly kind: 'payment'; readonly on: PartialDate; readonly of: DuesPayment }
  | { readonly kind: 'meeting'; readonly on: PartialDate; readonly of: Meeting };

interface Sources {
  readonly changes: readonly StatusChange[];
  readonly visits: readonly Visit[];
  readonly payments: readonly DuesPayment[];
  readonly hosted: readonly Meeting[];
}

/** All that happened with an institution, latest first; a meeting without a day stands at the end. */
export function timelineOf({ changes, visits, payments, hosted }: Sources): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...changes.map((of): TimelineEntry => ({ kind: 'status', on: of.on, of })),
    ...visits.map((of): TimelineEntry => ({ kind: 'visit', on: of.on, of })),
    ...payments.map((of): TimelineEntry => ({ kind: 'payment', on: of.on, of })),
    ...hosted.map((of): TimelineEntry => ({ kind: 'meeting', on: of.date ?? { y: 0 }, of })),
  ];
  return entries.sort((one, other) => compareDates(other.on, one.on) || (other.of.createdAt ?? '').localeCompare(one.of.createdAt ?? '') || (one.of.id < other.of.id ? -1 : 1));
}
