import type { DeniedReason, DeniedRecord } from './status.ts';
import { DENIED_REASONS } from './status.ts';

/** A refused revision as this PC keeps it, with when it was last tried. */
export interface KeptDenied extends DeniedRecord {
  /** ISO. */
  readonly triedAt: string;
}

/** One row of a `_bulk_docs` answer that refuses a document. */
export interface Refusal {
  readonly id: string;
  readonly rev: string;
  readonly reason: DeniedReason;
}

/** A refused record is tried again after this time even if nothing changed that could be seen, in ms. */
const TRY_AGAIN = 60 * 60_000;

/** The reason in a peer's words: its rules begin their sentence with a code of the list, `not-sealed: …`. */
export function deniedReason(error: string, reason: string | undefined): DeniedReason {
  const code = /^([a-z-]+)(:|$)/.exec(reason ?? '')?.[1];
  const known = DENIED_REASONS.find((one) => one === code);
  if (known) return known;
  return error === 'forbidden' || error === 'unauthorized' ? 'forbidden' : 'unknown';
}

/** The list with these added; one that was listed before keeps since when. `at`: ISO. */
export function withRefused(denied: readonly KeptDenied[], refused: readonly Refusal[], direction: DeniedRecord['direction'], at: string): readonly KeptDenied[] {
  const before = new Map(denied.map((one) => [keyOf(one), one]));
  for (const { id, rev, reason } of refused) {
    const key = keyOf({ id, rev, direction });
    before.set(key, { id, rev, reason, direction, since: before.get(key)?.since ?? at, triedAt: at });
  }
  return [...before.values()];
}

/** The list without these revisions. */
export function withoutRevisions(denied: readonly KeptDenied[], gone: readonly Pick<KeptDenied, 'id' | 'rev' | 'direction'>[]): readonly KeptDenied[] {
  const keys = new Set(gone.map(keyOf));
  return denied.filter((one) => !keys.has(keyOf(one)));
}

/** Those to try again now: all when `all` says so, otherwise those that were not tried for an hour by a clock that may be wrong. */
export function dueAgain(denied: readonly KeptDenied[], now: number, all: boolean): readonly KeptDenied[] {
  return denied.filter(({ triedAt }) => all || !(Math.abs(now - Date.parse(triedAt)) < TRY_AGAIN));
}

/** What people and screens get to know of it. */
export function shownDenied({ id, rev, reason, since, direction }: KeptDenied): DeniedRecord {
  return { id, rev, reason, since, direction };
}

function keyOf({ id, rev, direction }: Pick<DeniedRecord, 'id' | 'rev' | 'direction'>): string {
  return `${direction} ${id} ${rev}`;
}
