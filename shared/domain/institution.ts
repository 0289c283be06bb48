import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { recordBase } from './record.ts';

/** A congregation, center, union, school … that people belong to (domain §2.2). Only the name is needed to save. */
export const institution = recordBase.extend({
  name: z.string(),
  /** Short name, name in the other language, initials; used in matching. */
  otherNames: z.array(z.string()).default([]),
  /** Code of `institution_type`. */
  kind: z.string().optional(),
  kindOther: z.string().optional(),
  /** Code of `institution_status`. */
  status: z.string().optional(),
  cityOrArea: z.string().optional(),
  /** Public office data only. */
  phone: z.string().optional(),
  email: z.string().optional(),
  meetingPlace: z.string().optional(),
  /** Codes of `language_pref`. */
  languages: z.array(z.string()).default([]),
  notes: z.string().optional(),
});
export type Institution = z.infer<typeof institution>;

export const INSTITUTION_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  otherNames: { rule: 'union' },
  languages: { rule: 'union' },
  notes: { rule: 'both-texts' },
};
