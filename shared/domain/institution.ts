import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { partialDate, recordBase } from './record.ts';

/** What an institution gives a year from some day on, until the next such agreement begins (domain §2.2). Money is in cents. */
export const duesTerm = z.object({
  key: z.string(),
  /** Code of `dues_basis`. */
  basis: z.string().optional(),
  amountPerYear: z.number().int().min(0).optional(),
  /** Code of `recurrence`. */
  schedule: z.string().optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  /** Id of the meeting at which it was pledged. */
  pledgedAt: z.string().optional(),
});
export type DuesTerm = z.infer<typeof duesTerm>;

/** A position or group within an institution: who leads it, how many follow, whether we have met (domain §2.2). */
export const powerGroup = z.object({
  key: z.string(),
  name: z.string(),
  /** Id of the person, or a name where the person is not in the list. */
  person: z.string().optional(),
  personAsWritten: z.string().optional(),
  following: z.number().int().min(0).optional(),
  isMet: z.boolean().optional(),
});
export type PowerGroup = z.infer<typeof powerGroup>;

/** A congregation, center, union, school … that people belong to (domain §2.2). Only the name is needed to save. */
export const institution = recordBase.extend({
  name: z.string(),
  /** Short name, name in the other language, initials; used in matching. */
  otherNames: z.array(z.string()).default([]),
  /** Code of `institution_type`. */
  kind: z.string().optional(),
  kindOther: z.string().optional(),
  /** Code of `institution_status`: where it stood when it was written down. Any later state is a status change of its own. */
  status: z.string().optional(),
  cityOrArea: z.string().optional(),
  /** Public office data only. */
  phone: z.string().optional(),
  email: z.string().optional(),
  meetingPlace: z.string().optional(),
  /** Id of the cluster that it takes part in (domain §2.1). */
  cluster: z.string().optional(),
  sizeBand: z.enum(['1-24', '25-99', '100-299', '300-999', '1000+']).optional(),
  /** People who usually come, such as on a Sunday; for turnout in percent. */
  usualAttendance: z.number().int().min(0).optional(),
  /** Code of `organizing_experience`. */
  organizingExperience: z.string().optional(),
  /** How many people the core team should have. */
  coreTeamGoal: z.number().int().min(0).optional(),
  /** Every agreement about dues; the one that began last holds. Keyed, so that two PCs can write one each. */
  dues: z.array(duesTerm).optional(),
  /** Organizers only. */
  powerAnalysis: z.array(powerGroup).optional(),
  /** Codes of `language_pref`. */
  languages: z.array(z.string()).default([]),
  notes: z.string().optional(),
});
export type Institution = z.infer<typeof institution>;

export const INSTITUTION_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  otherNames: { rule: 'union' },
  dues: { rule: 'union', key: 'key' },
  powerAnalysis: { rule: 'union', key: 'key' },
  languages: { rule: 'union' },
  notes: { rule: 'both-texts' },
};
