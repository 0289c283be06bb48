import { z } from 'zod';
import { bilingual, partialDate, recordBase } from './record.ts';

export const SEAT_ROLES = ['delegate', 'alternate', 'member', 'chair'] as const;

/** A seat in a team: which institution it is of, who sits there, from when to when (domain §2.1). */
export const seat = z.object({
  key: z.string(),
  institution: z.string().optional(),
  person: z.string().optional(),
  role: z.enum(SEAT_ROLES),
  from: partialDate.optional(),
  to: partialDate.optional(),
});
export type Seat = z.infer<typeof seat>;

export const TEAM_KINDS = ['core_team', 'organizing_committee', 'strategy_team', 'advisory_group', 'issue_team', 'facilitation_team', 'clergy_caucus'] as const;

/** A standing group (domain §2.1). */
export const team = recordBase.extend({
  kind: z.literal('team'),
  title: bilingual,
  teamKind: z.enum(TEAM_KINDS).optional(),
  /** The institution whose team it is. */
  institution: z.string().optional(),
  seats: z.array(seat).default([]),
  votesPerInstitution: z.number().int().min(0).optional(),
  guidesProgram: z.string().optional(),
});
export type Team = z.infer<typeof team>;

/** A group of institutions that work together within the chapter (domain §2.1). */
export const cluster = recordBase.extend({
  kind: z.literal('cluster'),
  title: bilingual,
});
export type Cluster = z.infer<typeof cluster>;

/** What a cycle may aim at; some of it the app counts by itself (domain §2.1, §4). */
export const GOAL_KINDS = ['one_to_ones', 'house_meetings', 'people_heard', 'new_people', 'leaders_trained', 'institutions', 'actions', 'turnout', 'dues'] as const;

/** A goal that the chapter names itself, in `words`. */
export const OWN_GOAL = 'own';

/** What a cycle aims at: how many of what, a code of {@link GOAL_KINDS} or {@link OWN_GOAL}. Dues in cents; no target while nobody wrote one. */
export const goal = z.object({ key: z.string(), of: z.string(), words: z.string().optional(), target: z.number().int().min(0).optional() });
export type Goal = z.infer<typeof goal>;

/** A stretch of work with its goals, usually a year; a closed one is read and searched, not written (domain §1.2 B2). */
export const cycle = recordBase.extend({
  kind: z.literal('cycle'),
  title: bilingual,
  from: partialDate.optional(),
  to: partialDate.optional(),
  goals: z.array(goal).default([]),
  isClosed: z.boolean().optional(),
});
export type Cycle = z.infer<typeof cycle>;
