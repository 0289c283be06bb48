const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5 * 60_000;
/** A peer that asks for more than this to be left alone is asked again all the same. */
const LONGEST_ASKED = 60 * 60_000;

/**
 * Ms until the next try after so many failures in a row (1 or more): doubling from two seconds to five minutes, and at
 * random a part less, so that the PCs of an office do not all come back at once. `asked`: what the peer's Retry-After
 * said; it is not gone below. `random`: from 0 to 1.
 */
export function pauseAfter(failures: number, random: number, asked: number | null = null): number {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (Math.max(1, failures) - 1));
  const pause = Math.round(longest * (0.5 + random / 2));
  return Math.max(pause, Math.min(asked ?? 0, LONGEST_ASKED));
}

/** Ms of a Retry-After header, seconds or a date; null when it says nothing that can be read. `now`: ms since 1970. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
