import type { ProtectiveRule } from '../../domain/merging.ts';
import { PERSON_MERGE_RULES } from '../../domain/person.ts';
import { isNothing, isObject, isSameValue, keyOfItem, textOfValue, type Fields } from './values.ts';

/** One item of a list of both records. */
export interface UnitedItem {
  readonly key: string;
  readonly value: unknown;
  readonly from: 'left' | 'right' | 'both';
}

/** What makes two items of a list the same thing, where that is not all that they say: the same phone is shown once. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = { contacts: ['kind', 'value'], affiliations: ['institution'] };

/** What an item is about, the same in both records. */
export function identityOf(field: string, item: unknown): string {
  const members = IDENTITY[field];
  if (members === undefined || !isObject(item)) return typeof item === 'string' ? item.trim().toLowerCase() : keyOfItem(item);
  return members.map((member) => textOfValue(item[member]).toLowerCase()).join(' ');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The items of both lists, the left one's first; what is the same thing is one item, with what either says of it. */
export function unitedItems(field: string, left: unknown, right: unknown): UnitedItem[] {
  const items = new Map<string, UnitedItem>();
  for (const value of listOf(left)) {
    const identity = identityOf(field, value);
    const there = items.get(identity);
    items.set(identity, { key: there?.key ?? keyOfItem(value), value: there ? unitedItem(field, there.value, value) : value, from: 'left' });
  }
  for (const value of listOf(right)) {
    const identity = identityOf(field, value);
    const there = items.get(identity);
    items.set(identity, there ? { ...there, value: unitedItem(field, there.value, value), from: there.from === 'right' ? 'right' : 'both' } : { key: keyOfItem(value), value, from: 'right' });
  }
  return [...items.values()];
}

/** What either says of the same thing: nothing is lost, and what protects the person holds (domain §2.0). */
export function unitedItem(field: string, mine: unknown, theirs: unknown): unknown {
  if (!isObject(mine) || !isObject(theirs) || isSameValue(mine, theirs)) return mine;
  const rule = PERSON_MERGE_RULES[field];
  const protective: Readonly<Record<string, ProtectiveRule>> = rule?.rule === 'union' ? (rule.items ?? {}) : {};
  const united: Record<string, unknown> = { ...theirs, ...Object.fromEntries(Object.entries(mine).filter(([, value]) => !isNothing(value))) };
  for (const member of Object.keys(theirs)) {
    const safe = protective[member] ? safeValue(protective[member], mine[member], theirs[member]) : undefined;
    if (safe !== undefined) united[member] = safe;
    else if (member === 'label' || member === 'bestTime') united[member] = bothTexts(mine[member], theirs[member], ' · ');
    else if (Array.isArray(theirs[member])) united[member] = unitedItems(member, mine[member], theirs[member]).map(({ value }) => value);
  }
  // A number that one record is sure of need not be looked at any more.
  if (united['check'] === true && (mine['check'] !== true || theirs['check'] !== true)) delete united['check'];
  return united;
}

/** The value that protects, when either side has it. */
export function safeValue({ safe }: ProtectiveRule, one: unknown, other: unknown): unknown {
  const order: readonly unknown[] = Array.isArray(safe) ? safe : [safe];
  return order.find((value) => value === one || value === other);
}

/** Both texts, each once. */
export function bothTexts(one: unknown, other: unknown, between: string): unknown {
  const texts = [one, other].filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  const kept = texts.filter((text, at) => !texts.some((there, where) => where !== at && (there.length > text.length || (there === text && where < at)) && there.includes(text)));
  return kept.length === 0 ? undefined : kept.join(between);
}

/** The list with exactly one main institution, the first that says so: it is the one that counts for turnout (domain §2.2). */
export function withOneMain(places: readonly unknown[]): unknown[] {
  const main = Math.max(0, places.findIndex((place) => isObject(place) && place['isMain'] === true));
  return places.map((place, at) => (isObject(place) && (place['isMain'] === true) !== (at === main) ? ({ ...place, isMain: at === main } satisfies Fields) : place));
}
