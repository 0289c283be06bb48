/** Why a peer does not store a record: a closed list, so that the office has a sentence and an action for each. */
export const REFUSAL_REASONS = ['forbidden', 'too-large', 'not-sealed', 'other-chapter', 'erased', 'unknown'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/**
 * The code at the head of a refusal's text, as hub and CouchDB answer it in `reason`. `unknown` for any other text, such
 * as one of a validation function that is not ours.
 */
export function reasonOf(text: unknown): RefusalReason {
  const code = typeof text === 'string' ? text.slice(0, Math.max(0, text.indexOf(':'))) : '';
  return REFUSAL_REASONS.find((reason) => reason === code) ?? 'unknown';
}
