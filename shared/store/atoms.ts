import type { FieldRule } from '../domain/merging.ts';
import { canonicalJson } from './canonical-json.ts';
import { own, type Dot, type Stamps } from './stamps.ts';

/**
 * What is merged on its own: a field, or one item of a list whose rule unites items. In the stamps an item is called
 * `<field>\n<key>` and the order of a list's items `<field>\r`; a field's own name never holds these.
 */
export function itemAtom(field: string, key: string): string {
  return `${field}\n${key}`;
}

/** The atom of the order that a list's items stand in. */
export function orderAtom(field: string): string {
  return `${field}\r`;
}

/** The field that an atom belongs to. */
export function fieldOfAtom(atom: string): string {
  const end = atom.search(/[\n\r]/);
  return end < 0 ? atom : atom.slice(0, end);
}

/** The name of an atom's item, or null for a field or an order. */
export function keyOfAtom(atom: string): string | null {
  const end = atom.indexOf('\n');
  return end < 0 ? null : atom.slice(end + 1);
}

/** How a list's items are told apart: by this member, or null when they are plain values; undefined when it is no such list. */
export function keyMember(rule: FieldRule): string | null | undefined {
  if (rule.rule === 'union') return rule.key ?? null;
  return rule.rule === 'rows' ? rule.key : undefined;
}

/**
 * The items of a list by key, in the list's order; no list at all counts as empty. Null for what cannot be merged item
 * by item: another kind of value, or two different items of one key.
 */
export function itemsOf(value: unknown, member: string | null): ReadonlyMap<string, unknown> | null {
  if (value === undefined || value === null) return new Map();
  if (!Array.isArray(value)) return null;
  const items = new Map<string, unknown>();
  for (const item of value as readonly unknown[]) {
    const key = keyOfItem(item, member);
    if (items.has(key) && !sameValue(items.get(key), item)) return null;
    items.set(key, item);
  }
  return items;
}

/** The key of a list's item: its member of that name, or the value itself when it is plain. */
export function keyOfItem(item: unknown, member: string | null): string {
  const key = member !== null && item !== null && typeof item === 'object' ? own(item as Record<string, unknown>, member) : item;
  return typeof key === 'string' ? key : canonicalJson(key ?? null);
}

/** Equal contents; undefined and null are both "nothing". */
export function sameValue(left: unknown, right: unknown): boolean {
  return left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

/** The dots of a field, or of a list's item, that holds `value`; empty when it was never there. */
export function dotsOf(stamps: Stamps, atom: string, value: unknown): readonly Dot[] {
  const named = own(stamps.fields, atom) ?? (atom.includes('\n') ? own(stamps.fields, fieldOfAtom(atom)) : undefined);
  return named ?? (value === undefined || value === null ? [] : stamps.base);
}
