import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { partialDate, recordBase } from './record.ts';

/** Who usually decides for an institution (domain §2.2). */
export const DECIDERS = ['board', 'council', 'assembly'] as const;

/** An institution's step from one state to another (domain §2.2); add-only, the latest gives the state. */
export const statusChange = recordBase.extend({
  kind: z.literal('status'),
  institution: z.string(),
  on: partialDate,
  /** Codes of `institution_status`. */
  status: z.string(),
  earlierStatus: z.string().optional(),
  reason: z.string().optional(),
  /** Who decided, for an institution that commits itself: one of {@link DECIDERS}, or in words. */
  decidedBy: z.string().optional(),
  /** What an inquiry is about; it need not be membership (domain §1.2 B11). */
  inquiry: z.enum(['join', 'learn']).optional(),
  /** Who of ours took the inquiry, in words. */
  takenBy: z.string().optional(),
});
export type StatusChange = z.infer<typeof statusChange>;

/** A visit to an institution, such as the one that presents the process of taking part (domain §1.2 B12, §2.17); add-only. */
export const visit = recordBase.extend({
  /** Code of `coaching_kind`. */
  kind: z.string(),
  institution: z.string(),
  on: partialDate,
  /** Ids of people of ours who went, and names of others. */
  visitors: z.array(z.string()).default([]),
  visitorsAsWritten: z.string().optional(),
  presented: z.string().optional(),
  nextStep: z.string().optional(),
  nextStepDue: partialDate.optional(),
});
export type Visit = z.infer<typeof visit>;

export const VISIT_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  visitors: { rule: 'union' },
  presented: { rule: 'both-texts' },
};

/** Money that came in for dues (domain §2.2); add-only. Cents; never a card number. */
export const duesPayment = recordBase.extend({
  kind: z.literal('dues'),
  institution: z.string(),
  on: partialDate,
  amount: z.number().int().min(0),
  /** Code of `payment_method`. */
  method: z.string().optional(),
  receiptNo: z.string().optional(),
});
export type DuesPayment = z.infer<typeof duesPayment>;
