import { canonicalJson } from './canonical-json.ts';
import { compareDots, hasSeen, own, type Dot, type Stamps, type VersionVector } from './stamps.ts';

/** A value of a field or item, and the change that put it there; undefined when that change removed it. */
export interface Variant {
  readonly dot: Dot;
  readonly value: unknown;
}

/** The variants of an atom on one side; `dots` are its own, in the order in which their values are kept. */
export function variantsOf(stamps: Stamps, atom: string, dots: readonly Dot[], value: unknown): readonly Variant[] {
  const values = own(stamps.values, atom);
  return dots.map((dot, at) => ({ dot, value: values && values.length === dots.length ? (values[at] ?? undefined) : value }));
}

/**
 * What is still in question after a merge: what both sides hold, and what one holds and the other has not seen. What
 * one side holds and the other has seen but holds no more was superseded there. In a fixed order, each once. `gone`:
 * a side without any variants has not the value and never had it, or removed what it had seen.
 */
export function livingVariants(leftSeen: VersionVector, left: readonly Variant[], rightSeen: VersionVector, right: readonly Variant[]): readonly Variant[] {
  const living = [...left.filter((one) => holds(right, one) || !hasSeen(rightSeen, [one.dot])), ...right.filter((one) => holds(left, one) || !hasSeen(leftSeen, [one.dot]))];
  // Two values that each had seen the other's change: only a hand-made state is so; keeping all forgets nothing.
  return inOrder(living.length === 0 && left.length > 0 && right.length > 0 ? [...left, ...right] : living);
}

function holds(variants: readonly Variant[], { dot: [device, counter] }: Variant): boolean {
  return variants.some(({ dot }) => dot[0] === device && dot[1] === counter);
}

function inOrder(variants: readonly Variant[]): readonly Variant[] {
  const byName = new Map(variants.map((one) => [JSON.stringify([one.dot, textOf(one.value)]), one]));
  return [...byName.values()].sort((one, other) => {
    if (one.dot[0] !== other.dot[0]) return one.dot[0] < other.dot[0] ? -1 : 1;
    return one.dot[1] - other.dot[1] || (textOf(one.value) < textOf(other.value) ? -1 : 1);
  });
}

/** The values in question, each once; the latest change's first, by counter, then device, then the value itself. */
export function distinctValues(variants: readonly Variant[]): readonly unknown[] {
  const latestFirst = [...variants].sort((one, other) => compareDots(other.dot, one.dot) || (textOf(one.value) > textOf(other.value) ? -1 : 1));
  const byText = new Map<string, unknown>();
  for (const { value } of latestFirst) if (!byText.has(textOf(value))) byText.set(textOf(value), value);
  return [...byText.values()];
}

/** The value as text; nothing is `null`. */
export function textOf(value: unknown): string {
  return canonicalJson(value ?? null);
}
