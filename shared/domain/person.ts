import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { partialDate, recordBase } from './record.ts';

/** One way to reach a person. A phone is not unique: families share one (domain §2.3, §6.6). */
export const contactPoint = z.object({
  /** Random, so that two PCs can change different phones of one person. */
  key: z.string(),
  kind: z.enum(['phone', 'email', 'other']),
  /** E.164 for a phone that could be read, else as written. */
  value: z.string(),
  asWritten: z.string(),
  label: z.string().optional(),
  whatsapp: z.boolean().optional(),
  /** True when the area code was guessed and someone should look (domain §6.5 step 5). */
  check: z.boolean().optional(),
  status: z.enum(['ok', 'wrong', 'unknown']).optional(),
  doNotCall: z.boolean().optional(),
  /** When to call, in the words of whoever asked: "after 6", "los domingos". */
  bestTime: z.string().optional(),
  /** The phone of a minor's guardian: calls go there (domain §5.5). */
  ofGuardian: z.boolean().optional(),
});
export type ContactPoint = z.infer<typeof contactPoint>;

/** A person's place in an institution (domain §2.2 Affiliation); exactly one is main and counts for turnout. */
export const affiliation = z.object({
  key: z.string(),
  institution: z.string(),
  roles: z.array(z.string()).default([]),
  isMain: z.boolean().default(false),
  from: partialDate.optional(),
  to: partialDate.optional(),
});
export type Affiliation = z.infer<typeof affiliation>;

/** A member (domain §2.3). Only the name as written is needed to save; the app never corrects it. */
export const person = recordBase.extend({
  nameAsWritten: z.string(),
  given: z.string().optional(),
  family1: z.string().optional(),
  family2: z.string().optional(),
  /** The name the person goes by. */
  called: z.string().optional(),
  /** "Padre", "Sra.", "Pastora": free. */
  title: z.string().optional(),
  contacts: z.array(contactPoint).default([]),
  /** Code of `language_pref`. */
  language: z.string().optional(),
  languageOther: z.string().optional(),
  /** Town or neighborhood; never a street address. */
  area: z.string().optional(),
  affiliations: z.array(affiliation).default([]),
  /** Names the person also uses or used, such as before marrying; found and matched like the name (domain §6.4 step 5). */
  alsoKnownAs: z.array(z.string()).optional(),
  /** Which language the person reads with ease; asked only when needed. Organizers only. */
  reads: z.enum(['es', 'en', 'both', 'read_to_me']).optional(),
  /** Only of donors, or when the person asks for mail. Organizers only. */
  mailingAddress: z.string().optional(),
  /** Someone saw a leader in this person (domain §1.1 A19). Organizers only. */
  potentialLeader: z.object({ by: z.string(), on: partialDate, why: z.string().max(140) }).optional(),
  /** Id of the user or person who keeps the relationship. */
  followedBy: z.string().optional(),
  /** What the person is good at and likes to give: codes of this app, or the chapter's own words. */
  talents: z.array(z.string()).optional(),
  canHost: z.boolean().optional(),
  transport: z.enum(['drives', 'needs_ride']).optional(),
  /** Seats for others, of a person who drives. */
  seats: z.number().int().min(0).optional(),
  /** Ramp, large print, hearing … Organizers only. */
  accessNeeds: z.string().optional(),
  /** Under 18 (domain §5.5); never a birth date. */
  isMinor: z.boolean().optional(),
  /** The same random token in everyone of one household; no address (domain §2.3). */
  household: z.string().optional(),
  /** The chapter's own words, to find people by. */
  tags: z.array(z.string()).optional(),
  notes: z.string().optional(),
  doNotContact: z.boolean().optional(),
  /** The day on which the person asked for that. */
  doNotContactSince: partialDate.optional(),
  /** Id of the person that this record was found to be; read through it, this one keeps what it says (ADR 20). */
  mergedInto: z.string().optional(),
  /** Ids of people who may be the same person; marked by an import, never merged by the app (domain §6.4 step 7). */
  possibleDuplicates: z.array(z.string()).optional(),
  /** Ids of people whom someone here knows to be another person; remembered for good (domain §6.4 step 6). */
  notSameAs: z.array(z.string()).optional(),
});
export type Person = z.infer<typeof person>;

/** Fields of a person that only organizers read (domain §2.0, L2). */
export const PERSON_ORGANIZER_FIELDS: readonly string[] = ['notes', 'reads', 'mailingAddress', 'potentialLeader', 'accessNeeds'];

export const PERSON_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  contacts: { rule: 'union', key: 'key', items: { doNotCall: { rule: 'protective', safe: true }, status: { rule: 'protective', safe: 'wrong' } } },
  affiliations: { rule: 'union', key: 'key' },
  notes: { rule: 'both-texts' },
  doNotContact: { rule: 'protective', safe: true },
  // Two PCs that heard it on different days: nobody is to be asked which day it was.
  doNotContactSince: { rule: 'greatest' },
  isMinor: { rule: 'protective', safe: true },
  mailingAddress: { rule: 'both-texts' },
  accessNeeds: { rule: 'both-texts' },
  alsoKnownAs: { rule: 'union' },
  talents: { rule: 'union' },
  tags: { rule: 'union' },
  // A random token: nobody could choose between two.
  household: { rule: 'greatest' },
  mergedInto: { rule: 'greatest' },
  possibleDuplicates: { rule: 'union' },
  notSameAs: { rule: 'union' },
};
