import type { FieldRule } from '../domain/merging.ts';
import { dotsOf, itemAtom, keyMember, orderAtom } from './atoms.ts';
import { decideItem } from './field-rules.ts';
import { mergedAtom, type MergedAtom } from './merged-atom.ts';
import { compareDots, hasSeen, isWithin, own, type Dot, type Stamps } from './stamps.ts';
import { livingVariants, textOf, variantsOf, type Variant } from './variants.ts';

/** One side's list: its items by key, in its order, and the stamps of the part it stands in. */
export interface ListSide {
  readonly items: ReadonlyMap<string, unknown>;
  readonly stamps: Stamps;
}

/**
 * The union of two lists, item by item. An item that one side removed and the other had not touched is gone; of one that
 * was changed on both sides, or removed here and changed there, the rule decides and a person is asked.
 */
export function mergeItems(field: string, rule: FieldRule, left: ListSide, right: ListSide): { list: readonly unknown[]; atoms: readonly MergedAtom[] } {
  const named = [left, right].flatMap(({ stamps }) => Object.keys(stamps.fields).filter((atom) => atom.startsWith(`${field}\n`)));
  const keys = new Set([...left.items.keys(), ...right.items.keys(), ...named.map((atom) => atom.slice(itemAtom(field, '').length))]);
  const atoms: MergedAtom[] = [];
  const kept = new Map<string, unknown>();
  for (const key of [...keys].sort(compareKeys)) {
    const living = livingVariants(left.stamps.seen, variantsAt(left, field, key, rule), right.stamps.seen, variantsAt(right, field, key, rule));
    const decision = decideItem(rule, living);
    if (decision.value !== undefined && decision.value !== null) kept.set(key, decision.value);
    atoms.push(mergedAtom(itemAtom(field, key), living, decision));
  }
  const order = mergeOrders(field, left, right);
  if (order.length > 0) atoms.push({ atom: orderAtom(field), there: false, dots: order });
  return { list: inOrder(kept, field, rule, left, right), atoms };
}

function variantsAt({ items, stamps }: ListSide, field: string, key: string, rule: FieldRule): readonly Variant[] {
  const value = items.get(key);
  // Of a plain value, not to be there says nothing but what the side has seen.
  if (value === undefined && keyMember(rule) === null) return [];
  const atom = itemAtom(field, key);
  return variantsOf(stamps, atom, dotsOf(stamps, atom, value), value);
}

function mergeOrders(field: string, left: ListSide, right: ListSide): readonly Dot[] {
  const bare = ({ stamps }: ListSide): readonly Variant[] => (own(stamps.fields, orderAtom(field)) ?? []).map((dot) => ({ dot, value: null }));
  return livingVariants(left.stamps.seen, bare(left), right.stamps.seen, bare(right)).map(({ dot }) => dot);
}

/**
 * The items in one side's order, what only the other has behind them by key; rows by their numbers. The order is that of
 * the side that had seen all of the other, or that changed it last, or that has these very items, or whose last change is
 * the provisional winner. `kept` stands by key.
 */
function inOrder(kept: ReadonlyMap<string, unknown>, field: string, rule: FieldRule, left: ListSide, right: ListSide): readonly unknown[] {
  const leading = leader(kept, field, left, right);
  const same = leading.items.size === kept.size && [...leading.items.keys()].every((key) => kept.has(key));
  if (rule.rule === 'rows' && !same) return [...kept.values()];
  const first = [...leading.items.keys()].filter((key) => kept.has(key));
  const rest = [...kept.keys()].filter((key) => !leading.items.has(key));
  return [...first, ...rest].map((key) => kept.get(key));
}

function leader(kept: ReadonlyMap<string, unknown>, field: string, left: ListSide, right: ListSide): ListSide {
  // Else a side that is known already could turn the order around when it comes once more.
  const [leftIsWithin, rightIsWithin] = [isWithin(left.stamps.seen, right.stamps.seen), isWithin(right.stamps.seen, left.stamps.seen)];
  if (leftIsWithin !== rightIsWithin) return leftIsWithin ? right : left;
  const orderOf = ({ stamps }: ListSide): readonly Dot[] => own(stamps.fields, orderAtom(field)) ?? [];
  const [leftIsKnown, rightIsKnown] = [hasSeen(right.stamps.seen, orderOf(left)), hasSeen(left.stamps.seen, orderOf(right))];
  if (leftIsKnown !== rightIsKnown) return leftIsKnown ? right : left;
  const isWhole = ({ items }: ListSide): boolean => items.size === kept.size && [...kept.keys()].every((key) => items.has(key));
  if (isWhole(left) !== isWhole(right)) return isWhole(left) ? left : right;
  const [mine, theirs] = [latest(field, left), latest(field, right)];
  const order = mine && theirs ? compareDots(mine, theirs) : mine ? 1 : theirs ? -1 : 0;
  if (order !== 0) return order > 0 ? left : right;
  return textOf([...left.items.keys()]) >= textOf([...right.items.keys()]) ? left : right;
}

function latest(field: string, { stamps }: ListSide): Dot | undefined {
  const dots = Object.entries(stamps.fields).flatMap(([atom, own]) => (atom.startsWith(`${field}\n`) || atom === orderAtom(field) ? [...own] : []));
  return dots.sort(compareDots).at(-1);
}

/** Of two different keys: numbers first, by their size; a comparison that mixed both would not be one order. */
function compareKeys(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  const [leftIsText, rightIsText] = [!Number.isFinite(left), !Number.isFinite(right)];
  if (leftIsText !== rightIsText) return leftIsText ? 1 : -1;
  if (!leftIsText && left !== right) return left - right;
  return a < b ? -1 : 1;
}
