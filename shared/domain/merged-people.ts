import { z } from 'zod';
import { recordBase } from './record.ts';

/** A field of the surviving person before and after a merge, as JSON texts; null for nothing. */
export const mergedField = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/**
 * Two records found to be one person (domain §2.3 Merge). It keeps what the surviving record said before, so that the
 * merge can be undone for 90 days; what only organizers read is kept where only they read it.
 */
export const mergeRecord = recordBase.extend({
  kind: z.literal('merge'),
  survivor: z.string(),
  absorbed: z.string(),
  mergedFields: z.array(mergedField).default([]),
  organizersMergedFields: z.array(mergedField).default([]),
  undoneAt: z.string().optional(),
});
export type MergeRecord = z.infer<typeof mergeRecord>;
