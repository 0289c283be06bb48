import { canonicalJson } from './canonical-json.ts';

/** An item that both sides hold with different content. */
export interface Clash {
  readonly item: string;
  readonly values: readonly [kept: unknown, other: unknown];
}

/** The union of two lists of plain values, in a fixed order. */
export function mergePlainLists(kept: unknown, other: unknown): readonly unknown[] {
  const byText = new Map<string, unknown>();
  for (const value of [...asList(kept), ...asList(other)]) byText.set(canonicalJson(value), value);
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/**
 * The union of two lists of items that carry a key. Items that only one side has are taken; of an item that both have
 * with different content the kept side's stays and the pair is reported. Ordered by key (numbers as numbers).
 */
export function mergeKeyedLists(
  kept: unknown,
  other: unknown,
  keyField: string,
): { readonly list: readonly unknown[]; readonly clashes: readonly Clash[] } {
  const clashes: Clash[] = [];
  const byKey = new Map<string, unknown>();
  for (const item of asList(kept)) byKey.set(keyOf(item, keyField), item);
  for (const item of asList(other)) {
    const key = keyOf(item, keyField);
    const mine = byKey.get(key);
    if (mine === undefined) byKey.set(key, item);
    else if (canonicalJson(mine) !== canonicalJson(item)) clashes.push({ item: key, values: [mine, item] });
  }
  const keys = [...byKey.keys()].sort(compareKeys);
  return { list: keys.map((key) => byKey.get(key)), clashes };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function keyOf(item: unknown, keyField: string): string {
  const key = item !== null && typeof item === 'object' ? (item as Record<string, unknown>)[keyField] : item;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : canonicalJson(item);
}

function compareKeys(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
