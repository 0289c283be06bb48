import type { FieldRule, ProtectiveRule } from '../domain/merging.ts';
import { own } from './stamps.ts';
import { distinctValues, textOf, type Variant } from './variants.ts';

/** What stands in a field or item after a merge. */
export interface Decision {
  readonly value: unknown;
  /** The values that a person has to choose between, the one that stands for now first; null when nobody is asked. */
  readonly ask: readonly unknown[] | null;
  /** True when the variants that are not the value need not be remembered. */
  readonly final?: boolean;
}

/** What stands in a field whose values in question are these, by its rule (see `merging.ts`). */
export function decideField(rule: FieldRule, variants: readonly Variant[]): Decision {
  const values = distinctValues(variants);
  if (values.length < 2) return { value: values[0], ask: null };
  switch (rule.rule) {
    case 'greatest':
      return { value: greatest(values), ask: null, final: true };
    case 'both-texts':
      return bothTexts(values);
    case 'protective':
      return asked(protectiveOf(rule, values) ?? values[0], values);
    case 'bin':
      // Out of the bin while anyone has not agreed; of two that agreed, the later day.
      return values.some(isNothing) ? asked(undefined, values) : { value: greatest(values), ask: null };
    case 'ask':
    case 'union':
    case 'rows':
      return asked(values[0], values);
  }
}

/** What stands in place of one item of a list that has a key. Undefined: the item is gone. */
export function decideItem(rule: FieldRule, variants: readonly Variant[]): Decision {
  const all = distinctValues(variants);
  const filled = rule.rule === 'rows' ? all.filter((value) => !isBlank(value, rule)) : all;
  const values = filled.length > 0 ? filled : all;
  const there = values.filter((value) => !isNothing(value));
  if (values.length < 2) return { value: values[0], ask: null };
  return asked(protectedItem(rule, there[0], there), values);
}

function asked(value: unknown, values: readonly unknown[]): Decision {
  const kept = textOf(value);
  return { value, ask: [value, ...values.filter((one) => textOf(one) !== kept)] };
}

/** The item with the protective value, where one of the others has it, in its members that have such a rule. */
function protectedItem(rule: FieldRule, item: unknown, items: readonly unknown[]): unknown {
  if (rule.rule !== 'union' || !rule.items || typeof item !== 'object') return item;
  const safe = Object.entries(rule.items).flatMap(([member, protective]) => {
    const value = protectiveOf(protective, items.map((one) => own(one as Record<string, unknown>, member)));
    return value === undefined ? [] : [[member, value] as const];
  });
  return { ...item, ...Object.fromEntries(safe) };
}

function protectiveOf({ safe }: ProtectiveRule, values: readonly unknown[]): unknown {
  const order: readonly unknown[] = Array.isArray(safe) ? safe : [safe];
  return order.find((one) => values.includes(one));
}

/** A row that nobody filled: its members are as in `blank`, or nothing. */
function isBlank(row: unknown, { key, blank }: { readonly key: string; readonly blank: Readonly<Record<string, unknown>> }): boolean {
  if (row === null || typeof row !== 'object') return false;
  return Object.entries(row).every(([member, value]) => member === key || isNothing(value) || value === '' || textOf(value) === textOf(own(blank, member)));
}

/** All texts, one under the other in a fixed order; what another holds already is left out. Nobody is asked: nothing gave way. */
function bothTexts(values: readonly unknown[]): Decision {
  const texts = values.filter((value) => typeof value === 'string').filter((text) => text.trim() !== '');
  if (values.some((value) => !isNothing(value) && typeof value !== 'string')) return asked(values[0], values);
  const kept = texts.filter((text, at) => !texts.some((other, where) => where !== at && other.includes(text)));
  if (kept.length === 0) return { value: values[0], ask: null, final: true };
  const value = kept.sort().join('\n\n');
  // A text that was emptied on one side and changed on the other stays, and that is to be seen.
  return texts.length < values.length ? asked(value, values) : { value, ask: null };
}

/** Of different values: numbers as numbers, all else (wall times) as text; nothing is the least. */
function greatest(values: readonly unknown[]): unknown {
  return values.reduce((best, value) => (isGreater(value, best) ? value : best));
}

function isGreater(value: unknown, best: unknown): boolean {
  if (isNothing(value) || isNothing(best)) return isNothing(best);
  return typeof value === 'number' && typeof best === 'number' ? value > best : textOf(value) > textOf(best);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
