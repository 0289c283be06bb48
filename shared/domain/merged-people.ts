import { z } from 'zod';
import { recordBase } from './record.ts';

/** A field of the surviving person before and after a merge, as JSON texts; null for nothing. */
export const mergedField = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });
export type MergedField = z.infer<typeof mergedField>;

/** What a field of the absorbed person said, as a JSON text. */
export const absorbedField = z.object({ field: z.string(), value: z.string() });
export type AbsorbedField = z.infer<typeof absorbedField>;

/**
 * Two records found to be one person (domain §2.3 Merge). It keeps what the surviving record said before, so that the
 * merge can be undone for 90 days, and what the absorbed one said, so that what is written there later is seen. What only
 * organizers read is kept where only they read it.
 */
export const mergeRecord = recordBase.extend({
  kind: z.literal('merge'),
  survivor: z.string(),
  absorbed: z.string(),
  mergedFields: z.array(mergedField).default([]),
  organizersMergedFields: z.array(mergedField).default([]),
  /** The absorbed record as it was read last: at the merge, or when somebody looked at what came to it since. */
  absorbedFields: z.array(absorbedField).default([]),
  organizersAbsorbedFields: z.array(absorbedField).default([]),
  undoneAt: z.string().optional(),
});
export type MergeRecord = z.infer<typeof mergeRecord>;

/** For how long a merge can be undone (domain §2.3). */
export const UNDO_DAYS = 90;
const DAY = 24 * 3600 * 1000;

/** Until when a merge can be undone; null when nobody knows when it was made. */
export function undoableUntil({ createdAt }: Pick<MergeRecord, 'createdAt'>): Date | null {
  const made = Date.parse(createdAt ?? '');
  return Number.isNaN(made) ? null : new Date(made + UNDO_DAYS * DAY);
}

/** True while a merge stands and its 90 days are not over; one of an unreadable day can be undone. */
export function canBeUndone(merge: Pick<MergeRecord, 'createdAt' | 'undoneAt'>, now: Date): boolean {
  const until = undoableUntil(merge);
  return merge.undoneAt === undefined && (until === null || now.getTime() <= until.getTime());
}

/** How one record leads to another: the id that it says it was merged into, undefined when it says nothing. */
export type MergedInto = (id: string) => string | undefined;

/**
 * The person that an id stands for. The marks are followed from record to record. Two PCs may have merged the same two
 * the other way round: in such a ring the smallest id stands. Nobody is ever lost: when the person at the end is not here
 * (in the bin, erased, not yet arrived), the last one on the way who is here stands. Of people none of whom is here it is the end
 * of the way. The answer is the same on every PC that has the same records.
 */
export function survivorOf(id: string, mergedInto: MergedInto, isHere: (id: string) => boolean): string {
  if (mergedInto(id) === undefined) return id;
  const way: string[] = [];
  const at = new Map<string, number>();
  let next: string | undefined = id;
  while (next !== undefined && !at.has(next)) {
    at.set(next, way.length);
    way.push(next);
    next = mergedInto(next);
  }
  const ring = next === undefined ? [] : way.slice(at.get(next));
  const path = way.slice(0, way.length - ring.length);
  // The smallest of a ring comes last, as the end of the way.
  const inOrder = [...path, ...ring.sort().reverse()];
  return inOrder.findLast(isHere) ?? inOrder.at(-1) ?? id;
}

/** The people behind these ids, each once, in their order (expected lists, members of a team). */
export function eachOnce(ids: readonly string[], survivor: (id: string) => string): string[] {
  return [...new Set(ids.map(survivor))];
}
