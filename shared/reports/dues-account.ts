import { compareDates, type FullDate } from '../domain/calendar.ts';
import { dueBy, nextDue } from '../domain/due-dates.ts';
import { isDuesSet, isWaived, spansOf, termOn, type TermSpan } from '../domain/dues-terms.ts';
import type { DuesTerm } from '../domain/institution.ts';
import type { DuesPayment } from '../domain/institution-changes.ts';

/** What one institution owes on a day; money in cents. */
export interface DuesAccount {
  /**
   * `none`: nothing was agreed. `undated`: an amount, but nobody wrote since when. `ended`: it pays no more, such as an
   * ally or one that withdrew; what it owed before stays.
   */
  readonly state: 'none' | 'waived' | 'undated' | 'set' | 'ended';
  readonly billed: number;
  readonly paid: number;
  readonly arrears: number;
  /** Paid before it was due. */
  readonly ahead: number;
  readonly next: FullDate | null;
}

/** Cents of an agreement that are due by a day; its instalments of a year differ by at most one cent and sum to the year's amount. */
function billedOf({ term, from, until }: TermSpan, day: FullDate): number {
  if (isWaived(term) || term.amountPerYear === undefined || from === undefined) return 0;
  const last = until !== undefined && compareDates(until, day) < 0 ? until : day;
  if (term.schedule === 'once') return compareDates(from, last) <= 0 ? term.amountPerYear : 0;
  const { years, begun, ofYear } = dueBy(term.schedule, from, last);
  return years * term.amountPerYear + Math.round((term.amountPerYear * begun) / ofYear);
}

/**
 * Billed, paid and in arrears as of a day, that day included (domain §4.10). Billed is every instalment that fell due by
 * then, under each agreement in its time; payments dated later are left out. `endsOn`: the day from which nothing more
 * falls due, as for an ally (domain §2.2: no dues). A payment of a date known in part counts from the first day it may mean.
 */
export function duesAccount(terms: readonly DuesTerm[], payments: readonly DuesPayment[], day: FullDate, endsOn?: FullDate): DuesAccount {
  const ended = endsOn !== undefined && compareDates(endsOn, day) <= 0;
  const last = ended ? endsOn : day;
  const billed = spansOf(terms).reduce((sum, span) => sum + billedOf(span, last), 0);
  const paid = payments.filter(({ on }) => compareDates(on, day) <= 0).reduce((sum, { amount }) => sum + amount, 0);
  const term = termOn(terms, day);
  const state = ended ? 'ended' : isWaived(term) ? 'waived' : !isDuesSet(term) ? 'none' : term?.from === undefined ? 'undated' : 'set';
  const next = state !== 'set' || term?.from === undefined ? null : nextDue(term.schedule, term.from, day);
  return { state, billed, paid, arrears: Math.max(0, billed - paid), ahead: Math.max(0, paid - billed), next };
}

/** True when nothing is owed by an institution whose dues are set, or it need not pay (domain §4.10). */
export function isCurrent({ state, arrears }: DuesAccount): boolean {
  return state === 'waived' || (state === 'set' && arrears === 0);
}

/** The dues of the whole chapter on a day; money in cents. */
export interface DuesReport {
  readonly billed: number;
  readonly paid: number;
  /** The sum of what each owes: what one paid ahead does not pay for another. */
  readonly arrears: number;
  /** Institutions whose dues are set and run, and those of them that owe nothing. Waived ones are in neither. */
  readonly paying: number;
  readonly current: number;
  readonly waived: number;
}

/** Billed, paid, arrears and how many are current over all institutions (domain §4.10). */
export function duesReport(accounts: readonly DuesAccount[]): DuesReport {
  const sum = (of: (account: DuesAccount) => number): number => accounts.reduce((total, account) => total + of(account), 0);
  const paying = accounts.filter(({ state }) => state === 'set');
  return {
    billed: sum(({ billed }) => billed),
    paid: sum(({ paid }) => paid),
    arrears: sum(({ arrears }) => arrears),
    paying: paying.length,
    current: paying.filter(isCurrent).length,
    waived: accounts.filter(({ state }) => state === 'waived').length,
  };
}
