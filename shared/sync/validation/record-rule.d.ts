import type { RuleParameters } from './parameters.ts';
import type { RuleUser } from './refusal.ts';

/**
 * Null when the document may be stored, otherwise `<code>: <sentence>` (see `reasons.ts`). Checks envelope, chapter,
 * size, role and the list of erased ids; revisions are the database's own business. `oldDoc` is not looked at: of a
 * branch that replication brings there is none.
 */
export function recordRule(newDoc: Readonly<Record<string, unknown>>, oldDoc: unknown, user: RuleUser, rules: RuleParameters): string | null;
