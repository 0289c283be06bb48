import { compareDates, daysBetween, firstDayOf, lastDayOf, type FullDate } from './calendar.ts';
import type { DuesTerm, Institution } from './institution.ts';
import { isDuesSet, termOn } from './dues-terms.ts';
import type { StatusChange, Visit } from './institution-changes.ts';
import type { Affiliation } from './person.ts';
import type { PartialDate } from './record.ts';

/** Where an institution stands: a code of `institution_status`, since when, and the change that says so. */
export interface Standing {
  readonly status: string | undefined;
  /** Unknown for what an import or the first form wrote. */
  readonly since?: PartialDate;
  readonly change?: StatusChange;
}

/** Changes of state, the latest first: by their date, then when they were written down, then by id, so that every PC agrees. */
export function latestFirst(changes: readonly StatusChange[]): readonly StatusChange[] {
  return [...changes].sort(
    (one, other) => compareDates(other.on, one.on) || (other.createdAt ?? '').localeCompare(one.createdAt ?? '') || (other.id < one.id ? -1 : 1),
  );
}

/**
 * Where an institution stands (domain §2.2: derived from the last change). No change is put off because its date lies
 * ahead: an old PC may think it is 2009. Before the first change the state is what the record was written with.
 */
export function standingOf(institution: Pick<Institution, 'status'>, changes: readonly StatusChange[]): Standing {
  const change = latestFirst(changes)[0];
  return change === undefined ? { status: institution.status } : { status: change.status, since: change.on, change };
}

/** Days in the state it has; null when they cannot be counted, or when the PC's day lies before. */
export function daysIn({ since }: Standing, today: PartialDate): number | null {
  const days = since === undefined ? null : daysBetween(since, today);
  return days === null || days < 0 ? null : days;
}

/** The steps that usually come next, the most usual first (domain §2.2). Any other state may follow too. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  prospect: ['inquiry', 'visited'],
  inquiry: ['visited', 'discerning'],
  visited: ['discerning'],
  discerning: ['committed', 'declined'],
  committed: ['member'],
  member: ['lapsed'],
  lapsed: ['member', 'withdrawn'],
  allied: ['discerning'],
  withdrawn: ['inquiry'],
  declined: ['inquiry'],
};

/** The states that usually follow; of an institution nobody has placed yet, where most begin. */
export function nextStatuses(status: string | undefined): readonly string[] {
  return NEXT[status ?? ''] ?? ['prospect', 'inquiry'];
}

/** In these states an institution pays no dues, and has no vote (domain §2.2). */
const OUTSIDE = ['allied', 'withdrawn', 'declined'];

/** The day from which an institution's dues fall due no more; undefined while it pays them. */
export function duesEndOf({ status, since }: Standing): FullDate | undefined {
  if (status === undefined || !OUTSIDE.includes(status)) return undefined;
  return since === undefined ? { y: 0, m: 1, d: 1 } : firstDayOf(since);
}

/** An entry rule that is not met (domain §2.2): a warning, never a stop. */
export type StandingWarning = 'noVisit' | 'noDecisionDate' | 'noDecider' | 'noCoreTeam' | 'noDues' | 'allyDues' | 'allyVotes';

/** What the entry rules look at beside the state. */
export interface StandingFacts {
  readonly dues: readonly DuesTerm[];
  readonly visits: readonly Pick<Visit, 'kind'>[];
  /** The places at this institution of the people who belong to it. */
  readonly places: readonly Pick<Affiliation, 'roles' | 'to'>[];
  readonly today: PartialDate;
}

/** Until it is a member, an institution in these states was visited first. */
const AFTER_VISIT = ['visited', 'discerning', 'committed'];

/**
 * What the state asks for and the chapter has not written (domain §2.2, entry rules): `visited` a membership visit;
 * `committed` the date of the decision and who decided; `member` someone in the core team, and dues set or waived; an
 * ally neither dues nor votes. A rule warns and never blocks.
 */
export function warningsFor(standing: Standing, facts: StandingFacts): readonly StandingWarning[] {
  const { status, change } = standing;
  const term = termOn(facts.dues, facts.today);
  const here = facts.places.filter((place) => isHere(place, facts.today));
  const has = (...roles: readonly string[]): boolean => here.some((place) => place.roles.some((role) => roles.includes(role)));
  const warnings: StandingWarning[] = [];
  const warn = (warning: StandingWarning, when: boolean): void => {
    if (when) warnings.push(warning);
  };
  if (AFTER_VISIT.includes(status ?? '')) warn('noVisit', !facts.visits.some(({ kind }) => kind === 'membership_visit'));
  if (status === 'committed') {
    warn('noDecisionDate', change === undefined);
    warn('noDecider', change !== undefined && (change.decidedBy ?? '').trim() === '');
  }
  if (status === 'member') {
    warn('noCoreTeam', !has('core_team'));
    warn('noDues', !isDuesSet(term));
  }
  if (status === 'allied') {
    warn('allyDues', isDuesSet(term) && term?.to === undefined && term?.basis !== 'waived');
    warn('allyVotes', has('delegate', 'alternate'));
  }
  return warnings;
}

/** False for a person who has left the institution. */
export function isHere({ to }: Pick<Affiliation, 'to'>, today: PartialDate): boolean {
  return to === undefined || compareDates(lastDayOf(to), today) >= 0;
}
