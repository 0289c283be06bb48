const WEEK = 7 * 24 * 60 * 60_000;
/** About a week of an office that exchanges every five minutes while it is open. */
const MOST_EXCHANGES = 500;

/** What is kept of a peer that says whether everything is to be compared with it. */
export interface LastVerified {
  /** ISO, by the clock of then; null when it never was. */
  readonly verifiedAt: string | null;
  /** Something went wrong since: a request that failed, a refused record, a peer that was set back. */
  readonly hadTrouble: boolean;
  /** Exchanges that have ended well since, where they are counted: for a clock that stands still. */
  readonly exchanges?: number;
}

/** Why everything is to be compared now. */
export type VerifyReason = 'asked' | 'never' | 'trouble' | 'weekly';

/**
 * Whether, and why, everything is compared with a peer after an exchange that ended well: when a person asks, for the
 * first time, after errors, and weekly. `now`: ms since 1970 by a clock that may be wrong. A moment that lies more than a
 * week away in either direction is due, so a clock that was a year ahead and was set right does not put it off for a year.
 */
export function mustVerify({ verifiedAt, hadTrouble, exchanges = 0 }: LastVerified, now: number, isAsked = false): VerifyReason | null {
  if (isAsked) return 'asked';
  if (verifiedAt === null) return 'never';
  if (hadTrouble) return 'trouble';
  const away = Math.abs(now - Date.parse(verifiedAt));
  // What cannot be read counts as long ago.
  return !(away < WEEK) || exchanges >= MOST_EXCHANGES ? 'weekly' : null;
}
