import type { PartialDate } from './record.ts';

/** Below zero when every day that `one` may mean lies before every day of `other`; zero when nobody can tell. */
export function surelyCompared(one: PartialDate, other: PartialDate): number {
  if (one.y !== other.y) return one.y - other.y;
  if (one.m === undefined || other.m === undefined || one.m !== other.m) return (one.m ?? 0) && (other.m ?? 0) ? (one.m ?? 0) - (other.m ?? 0) : 0;
  return (one.d ?? 0) && (other.d ?? 0) ? (one.d ?? 0) - (other.d ?? 0) : 0;
}

/** The same day a year later, known as well as the first; after 29 February comes 28 February. */
export function yearAfter({ y, m, d }: PartialDate): PartialDate {
  const day = m === 2 && d === 29 ? 28 : d;
  return { y: y + 1, ...(m === undefined ? {} : { m }), ...(day === undefined ? {} : { d: day }) };
}
