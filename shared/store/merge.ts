import type { FieldRule, MergeRules } from '../domain/merging.ts';
import { canonicalJson } from './canonical-json.ts';
import { mergeKeyedLists, mergePlainLists } from './merge-lists.ts';
import { compareDots, dotsOf, hasSeen, joinVectors, livingDots, type Dot, type Stamps } from './stamps.ts';

/** One side of a merge: a part's fields and what its writers had seen. */
export interface Version {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly stamps: Stamps;
}

/** Two values for one field (or one item of a list) that a person has to choose between; the winner's first. */
export interface Disagreement {
  readonly field: string;
  /** Key of the list item concerned, when the field is a list. */
  readonly item?: string;
  readonly values: readonly [kept: unknown, other: unknown];
}

export interface Merged extends Version {
  readonly disagreements: readonly Disagreement[];
}

interface Settled {
  readonly value: unknown;
  readonly dots: readonly Dot[];
  readonly disagreements: readonly Disagreement[];
}

const ASK: FieldRule = { rule: 'ask' };

/**
 * Brings two versions of a part together, field by field (design §4). A value that the other side had seen gives way;
 * equal values are no conflict; values changed on both sides without knowledge of each other follow the field's rule.
 * The result depends on nothing but the two versions, in either order, so that every PC makes the same bytes.
 */
export function mergeVersions(left: Version, right: Version, rules: MergeRules): Merged {
  const fields: Record<string, unknown> = {};
  const dots: Record<string, readonly Dot[]> = {};
  const disagreements: Disagreement[] = [];
  const names = [...new Set([...Object.keys(left.fields), ...Object.keys(right.fields), ...Object.keys(left.stamps.fields), ...Object.keys(right.stamps.fields)])].sort();
  for (const name of names) {
    const settled = settleField(name, left, right, rules[name] ?? ASK);
    if (settled.value !== undefined) fields[name] = settled.value;
    dots[name] = settled.dots;
    disagreements.push(...settled.disagreements);
  }
  const base = livingDots(left.stamps.seen, left.stamps.base, right.stamps.seen, right.stamps.base);
  const stamps: Stamps = {
    seen: joinVectors(left.stamps.seen, right.stamps.seen),
    base,
    fields: Object.fromEntries(Object.entries(dots).filter(([, own]) => canonicalJson(own) !== canonicalJson(base))),
  };
  return { fields, stamps, disagreements };
}

function settleField(name: string, left: Version, right: Version, rule: FieldRule): Settled {
  const leftValue = left.fields[name];
  const rightValue = right.fields[name];
  const leftDots = dotsOf(left.stamps, name);
  const rightDots = dotsOf(right.stamps, name);
  const both = livingDots(left.stamps.seen, leftDots, right.stamps.seen, rightDots);
  if (sameValue(leftValue, rightValue)) return { value: leftValue, dots: both, disagreements: [] };
  const leftIsKnown = hasSeen(right.stamps.seen, leftDots);
  const rightIsKnown = hasSeen(left.stamps.seen, rightDots);
  if (leftIsKnown && !rightIsKnown) return { value: rightValue, dots: rightDots, disagreements: [] };
  if (rightIsKnown && !leftIsKnown) return { value: leftValue, dots: leftDots, disagreements: [] };
  const leftWins = isWinner(leftValue, leftDots, rightValue, rightDots);
  const kept = leftWins ? leftValue : rightValue;
  const other = leftWins ? rightValue : leftValue;
  return { ...applyRule(name, rule, kept, other), dots: both };
}

function applyRule(field: string, rule: FieldRule, kept: unknown, other: unknown): Omit<Settled, 'dots'> {
  switch (rule.rule) {
    case 'protective':
      return { value: kept === rule.safe || other === rule.safe ? rule.safe : kept, disagreements: [] };
    case 'greatest':
      return { value: canonicalJson(kept ?? null) >= canonicalJson(other ?? null) ? kept : other, disagreements: [] };
    case 'both-texts':
      return { value: keepBothTexts(kept, other), disagreements: [] };
    case 'union': {
      if (rule.key === undefined) return { value: mergePlainLists(kept, other), disagreements: [] };
      const { list, clashes } = mergeKeyedLists(kept, other, rule.key);
      return { value: list, disagreements: clashes.map((clash) => ({ field, ...clash })) };
    }
    case 'rows': {
      const { list, clashes } = mergeKeyedLists(kept, other, rule.key);
      return { value: list, disagreements: clashes.map((clash) => ({ field, ...clash })) };
    }
    case 'ask':
      return { value: kept, disagreements: [{ field, values: [kept ?? null, other ?? null] }] };
  }
}

/** The provisional winner: by counter, then device, then the value itself, so that the order of arrival is no matter. */
function isWinner(left: unknown, leftDots: readonly Dot[], right: unknown, rightDots: readonly Dot[]): boolean {
  const order = compareDots(leftDots, rightDots);
  if (order !== 0) return order > 0;
  return canonicalJson(left ?? null) > canonicalJson(right ?? null);
}

/** Both texts, one under the other, in a fixed order; a text that holds the other already stays alone. */
function keepBothTexts(kept: unknown, other: unknown): unknown {
  if (typeof kept !== 'string' || kept === '') return other;
  if (typeof other !== 'string' || other === '') return kept;
  if (kept.includes(other)) return kept;
  if (other.includes(kept)) return other;
  return [kept, other].sort().join('\n\n');
}

function sameValue(left: unknown, right: unknown): boolean {
  return left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null);
}
