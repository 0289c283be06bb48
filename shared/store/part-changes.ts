import type { FieldRule } from '../domain/merging.ts';
import { itemAtom, itemsOf, keyMember, orderAtom, sameValue } from './atoms.ts';
import type { Family } from './families.ts';
import type { HistoryChange } from './history-lines.ts';
import { own, type Stamps, type StampedChange } from './stamps.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What an edit changed in a part: for the stamps, and for the history. */
export interface PartChange extends StampedChange {
  readonly changed: string[];
  readonly forgotten: string[];
  /** What stood there before, of the fields that history tells of. */
  readonly told: HistoryChange[];
}

/** The store's own fields: they change with every edit, and a history line carries them itself. */
const UNTOLD = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/**
 * What changed between two states of a part. Of a list whose rule unites items, only the items that changed count.
 * `touched`: fields (or atoms) that a person decided anew without changing them, as when a review is settled.
 */
export function changesOf(
  before: Fields,
  after: Fields,
  { rules, untold = [] }: Pick<Family, 'rules' | 'untold'>,
  stamps: Stamps,
  touched: readonly string[] = [],
): PartChange {
  const change: PartChange = { changed: [], forgotten: [], told: [] };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [own(before, field), own(after, field)];
    if (sameValue(was, is)) continue;
    const member = keyMember(own(rules, field) ?? ({ rule: 'ask' } satisfies FieldRule));
    const [items, next] = member === undefined ? [] : [itemsOf(was, member), itemsOf(is, member)];
    if (items && next) noteItems(change, field, items, next, member === null);
    else noteField(change, field, was, stamps);
  }
  for (const atom of touched) if (!change.changed.includes(atom)) change.changed.push(atom);
  return { ...change, told: change.told.filter(([field]) => !UNTOLD.has(field) && !untold.includes(field)) };
}

function noteField(change: PartChange, field: string, was: unknown, stamps: Stamps): void {
  change.changed.push(field);
  // A new whole value speaks for all of its items.
  for (const atom of Object.keys(stamps.fields)) {
    if (atom.startsWith(`${field}\n`) || atom === orderAtom(field)) change.forgotten.push(atom);
  }
  change.told.push([field, was ?? null]);
}

function noteItems(
  change: PartChange,
  field: string,
  items: ReadonlyMap<string, unknown>,
  next: ReadonlyMap<string, unknown>,
  plain: boolean,
): void {
  for (const key of new Set([...items.keys(), ...next.keys()])) {
    if (items.has(key) && next.has(key) && sameValue(items.get(key), next.get(key))) continue;
    // A plain value that is gone needs no mark: who has seen it and has it no more removed it.
    if (plain && !next.has(key)) change.forgotten.push(itemAtom(field, key));
    else change.changed.push(itemAtom(field, key));
    change.told.push([field, items.get(key) ?? null, key]);
  }
  const staying = [...items.keys()].filter((key) => next.has(key));
  const moved = [...next.keys()].filter((key) => items.has(key));
  if (staying.some((key, at) => key !== moved[at])) change.changed.push(orderAtom(field));
}
