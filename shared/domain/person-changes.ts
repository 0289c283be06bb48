import { z } from 'zod';
import { partialDate, recordBase } from './record.ts';

/** What a person said yes or no to (domain §2.14); add-only: the latest of a scope holds. */
export const consent = recordBase.extend({
  kind: z.literal('consent'),
  person: z.string(),
  /** Code of `consent_scope`. */
  scope: z.string(),
  isGiven: z.boolean(),
  on: partialDate,
  /** Code of `consent_how`. */
  how: z.string().optional(),
  /** The language in which it was read to the person. */
  readIn: z.enum(['es', 'en']).optional(),
  /** Which wording was read; grows when the sentences on the papers change. */
  textVersion: z.number().int().optional(),
  expires: partialDate.optional(),
  /** Id of the sheet that carries it. */
  sheet: z.string().optional(),
  /** Ids of the answers of the same scope that were known when this one was given: those it takes the place of. */
  after: z.array(z.string()).optional(),
});
export type Consent = z.infer<typeof consent>;

/** A step on the ladder of leadership, up or down (domain §2.3); add-only, organizers only. */
export const ladderChange = recordBase.extend({
  kind: z.literal('ladder'),
  person: z.string(),
  on: partialDate,
  /** Codes of `ladder`. */
  rung: z.string(),
  earlierRung: z.string().optional(),
  /** What the person did, in a few words. */
  evidence: z.string().optional(),
  /** Id of the meeting where it was seen. */
  seenAt: z.string().optional(),
});
export type LadderChange = z.infer<typeof ladderChange>;

/** A skill that a person was taught, practised or teaches others (domain §2.13); add-only, organizers only. */
export const skillMark = recordBase.extend({
  kind: z.literal('skill'),
  person: z.string(),
  skill: z.string(),
  mark: z.enum(['taught', 'practised', 'teaches']),
  on: partialDate,
  evidence: z.string().optional(),
});
export type SkillMark = z.infer<typeof skillMark>;

/** Fields of these records that only organizers read (domain §2.0, L2). */
export const PERSON_CHANGE_ORGANIZER_FIELDS = ['rung', 'earlierRung', 'evidence', 'seenAt', 'skill', 'mark'] as const;
