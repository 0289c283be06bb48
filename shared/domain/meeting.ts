import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { bilingual, partialDate, recordBase } from './record.ts';

/** A gathering (domain §2.5): its title in both languages, when, where, and whom we expect. */
export const meeting = recordBase.extend({
  /** Code of `meeting_type`. */
  kind: z.string().optional(),
  title: bilingual.default({ es: '', en: '' }),
  date: partialDate.optional(),
  /** Planned times, `HH:MM` on a 24-hour clock. */
  start: z.string().optional(),
  end: z.string().optional(),
  placeName: z.string().optional(),
  /** A private home is not printed on the sheet (domain §3.0). */
  privateHome: z.boolean().optional(),
  hostInstitution: z.string().optional(),
  /** Ids of the people we expect, in no order. */
  expected: z.array(z.string()).default([]),
  /** Door count, when someone counted. */
  headcount: z.number().int().min(0).optional(),
  headcountIsEstimate: z.boolean().optional(),
});
export type Meeting = z.infer<typeof meeting>;

export const MEETING_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  expected: { rule: 'union' },
};
