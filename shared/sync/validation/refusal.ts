import type { RuleParameters } from './parameters.ts';
import { reasonOf, type RefusalReason } from './reasons.ts';
import { recordRule } from './record-rule.js';

/** Who writes, as CouchDB's `userCtx` has it. */
export interface RuleUser {
  readonly name: string | null;
  /** `_admin`; `chapter-<id>` for a computer of that chapter; {@link COORDINATOR} for one who only reads. */
  readonly roles: readonly string[];
}

export const ADMINISTRATOR = '_admin';
export const COORDINATOR = 'coordinator';

/** The role of a chapter's computers: the name of the chapter's database. */
export function chapterRole(chapter: string): string {
  return `chapter-${chapter}`;
}

/** A refusal, for programs and for people. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** What hub and CouchDB answer: the reason, a colon and a sentence. */
  readonly text: string;
}

/**
 * Why a document may not be stored, or null when it may: the very rule that runs on CouchDB (design §7). `newDoc` is
 * plain JSON. Revisions are not checked: CouchDB does that itself, and so does the hub.
 */
export function refusalOf(newDoc: Readonly<Record<string, unknown>>, oldDoc: Readonly<Record<string, unknown>> | null, user: RuleUser, parameters: RuleParameters): Refusal | null {
  const text = recordRule(newDoc, oldDoc, user, parameters);
  return text === null ? null : { reason: reasonOf(text), text };
}
