import { compareDates } from './calendar.ts';
import { surelyCompared, yearAfter } from './partial-date.ts';
import type { LadderChange } from './person-changes.ts';
import type { PartialDate } from './record.ts';

/** Where somebody stands on the ladder, and the step that brought them there, if somebody wrote one down. */
export interface RungNow {
  /** Code of `ladder`. */
  readonly rung: string;
  readonly change?: LadderChange;
}

/** Steps on the ladder, the latest first: by day, then by when they were written down. */
export function latestSteps(changes: readonly LadderChange[]): LadderChange[] {
  return [...changes].sort((one, other) => compareDates(other.on, one.on) || (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
}

/**
 * Where a person stands (domain §2.3 LadderChange): the latest step; without one a participant is who came in the last
 * 12 months, and everybody else a contact.
 */
export function rungNow(changes: readonly LadderChange[], lastCame: PartialDate | undefined, today: PartialDate): RungNow {
  const [change] = latestSteps(changes);
  if (change !== undefined) return { rung: change.rung, change };
  const came = lastCame !== undefined && surelyCompared(yearAfter(lastCame), today) >= 0;
  return { rung: came ? 'participant' : 'contact' };
}
