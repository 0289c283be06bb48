import { expect } from 'vitest';

/** Vitest's loose matchers, typed as what they stand for: something unknown. */
export const someText: unknown = expect.any(String);
export const something: unknown = expect.anything();
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const having = (members: object): unknown => expect.objectContaining(members);
