import type { Decision } from './field-rules.ts';
import type { Dot } from './stamps.ts';
import { textOf, type Variant } from './variants.ts';

/** What a merge says of one atom; atoms that a field had before and that are not named anew are forgotten. */
export interface MergedAtom {
  readonly atom: string;
  /** Whether something stands there, for which the part's base may speak. */
  readonly there: boolean;
  readonly dots: readonly Dot[];
  /** Values in question, in the order of the dots. */
  readonly values?: readonly unknown[];
}

/** An atom after a merge, with the values in question where there are several. */
export function mergedAtom(atom: string, variants: readonly Variant[], { value, final }: Decision): MergedAtom {
  const texts = new Set(variants.map((one) => textOf(one.value)));
  const merged = { atom, there: value !== undefined && value !== null, dots: distinctDots(variants) };
  if (final || texts.size < 2) return merged;
  return { ...merged, dots: variants.map(({ dot }) => dot), values: variants.map((one) => one.value ?? null) };
}

function distinctDots(variants: readonly Variant[]): readonly Dot[] {
  return [...new Map(variants.map(({ dot }) => [JSON.stringify(dot), dot])).values()];
}
