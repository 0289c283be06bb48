import { addDays, compareDates, firstDayOf, lastDayOf, type FullDate } from './calendar.ts';
import type { DuesTerm } from './institution.ts';
import type { PartialDate } from './record.ts';

/** An agreement about dues with the days on which it holds; without `from` nobody knows since when. */
export interface TermSpan {
  readonly term: DuesTerm;
  readonly from?: FullDate;
  /** Its last day: as written, or the day before the next one begins. */
  readonly until?: FullDate;
}

/** The agreements in the order in which they begin; those without a day come first. The order is the same on every PC. */
export function spansOf(terms: readonly DuesTerm[]): readonly TermSpan[] {
  const inOrder = [...terms].sort((one, other) => compareDates(one.from ?? { y: 0 }, other.from ?? { y: 0 }) || (one.key < other.key ? -1 : 1));
  return inOrder.map((term, at) => {
    const next = inOrder[at + 1]?.from;
    const ends = [term.to === undefined ? undefined : lastDayOf(term.to), next === undefined ? undefined : addDays(next, -1)];
    const until = ends.filter((end) => end !== undefined).sort(compareDates)[0];
    return { term, ...(term.from === undefined ? {} : { from: firstDayOf(term.from) }), ...(until === undefined ? {} : { until }) };
  });
}

/** The agreement that holds on a day: the last one that has begun, else the first that will. */
export function termOn(terms: readonly DuesTerm[], day: PartialDate): DuesTerm | undefined {
  const spans = spansOf(terms);
  const begun = spans.filter(({ from }) => from === undefined || compareDates(from, day) <= 0);
  return (begun.at(-1) ?? spans[0])?.term;
}

/** True when an institution need not pay. */
export function isWaived(term: Pick<DuesTerm, 'basis'> | undefined): boolean {
  return term?.basis === 'waived';
}

/** True when it is known what an institution gives, or that it need not (domain §2.2: "dues set (or waived)"). */
export function isDuesSet(term: Pick<DuesTerm, 'basis' | 'amountPerYear'> | undefined): boolean {
  return isWaived(term) || term?.amountPerYear !== undefined;
}
