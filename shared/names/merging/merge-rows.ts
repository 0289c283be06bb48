import { z } from 'zod';
import { person, PERSON_MERGE_RULES, type Person } from '../../domain/person.ts';
import { searchTokens } from '../normalize.ts';
import { isNothing, isSameValue, type Fields } from './values.ts';
import { safeValue, unitedItems, type UnitedItem } from './united-items.ts';

/** The record that stays is at the left. */
export type Side = 'left' | 'right';

/** One line of the page where two records are laid side by side; `fields` go together, the first names the line. */
export type MergeRow = { readonly fields: readonly [string, ...string[]] } & (
  | { readonly kind: 'same' }
  | { readonly kind: 'choice'; readonly proposed: Side }
  | { readonly kind: 'texts' }
  | { readonly kind: 'protected'; readonly value: unknown; readonly from: Side }
  | { readonly kind: 'list'; readonly items: readonly UnitedItem[] }
);

/** What a person chose; what is not in it is as proposed. */
export interface MergeChoices {
  /** By a row's first field. */
  readonly sides: Readonly<Record<string, Side | 'both'>>;
  /** Items that shall not come along, as `<field> <key>`. */
  readonly without: ReadonlySet<string>;
}

/** The record's own story, which no merge touches: it is told, not chosen. */
const OWN = new Set(['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'source', 'deletedAt', 'mergedInto']);

/** Fields that say one thing together: a surname of the one beside a given name of the other would be nobody's name. */
const TOGETHER = [
  ['nameAsWritten', 'given', 'family1', 'family2'],
  ['language', 'languageOther'],
  ['transport', 'seats'],
  ['doNotContact', 'doNotContactSince'],
] as const satisfies readonly (readonly (keyof Person)[])[];

/** Key of the item that is the name which was not chosen. */
const OTHER_NAME = 'other name';

/** True when the field holds a list, by the shape of a person; of a field that this version does not know by what stands in it. */
function isList(field: string, values: readonly unknown[]): boolean {
  const known: z.core.$ZodType | undefined = (person.shape as Readonly<Record<string, z.core.$ZodType>>)[field];
  return known === undefined ? values.some(Array.isArray) : within(known) instanceof z.ZodArray;
}

function within(type: z.core.$ZodType): z.core.$ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable ? within(type.unwrap()) : type;
}

/** Groups of fields in the order of the shape; those that no shape knows come last. */
function groupsOf(left: Fields, right: Fields): (readonly [string, ...string[]])[] {
  const fields = [...new Set([...Object.keys(person.shape), ...Object.keys(left), ...Object.keys(right)])].filter((field) => !OWN.has(field) && !field.startsWith('_'));
  const groups = new Map<string, [string, ...string[]]>();
  for (const field of fields) {
    const first = TOGETHER.find((group) => (group as readonly string[]).includes(field))?.[0] ?? field;
    const there = groups.get(first);
    if (!there) groups.set(first, [field]);
    else if (!there.includes(field)) there.push(field);
  }
  return [...groups.values()];
}

/**
 * The lines of two records beside each other: every field that either of them has, also those that this version does not
 * know (domain §2.3: all fields appear). Fields of which neither says anything are left out.
 */
export function mergeRows(left: Person, right: Person, choices: MergeChoices): MergeRow[] {
  return groupsOf(left, right).flatMap((fields): MergeRow[] => {
    const [field] = fields;
    const [mine, theirs] = [valueIn(left, field), valueIn(right, field)];
    if (field === 'alsoKnownAs') return listRow(fields, [...unitedItems(field, mine, theirs), ...otherName(left, right, choices)]);
    if (fields.every((one) => isNothing(valueIn(left, one)) && isNothing(valueIn(right, one)))) return [];
    if (fields.every((one) => isSameValue(valueIn(left, one), valueIn(right, one)))) return [{ kind: 'same', fields }];
    if (isList(field, [mine, theirs])) return listRow(fields, unitedItems(field, mine, theirs).filter(({ value }) => value !== left.id && value !== right.id));
    const rule = PERSON_MERGE_RULES[field];
    if (rule?.rule === 'protective') {
      const value = safeValue(rule, mine, theirs) ?? mine ?? theirs;
      return [{ kind: 'protected', fields, value, from: isSameValue(mine, value) ? 'left' : 'right' }];
    }
    if (rule?.rule === 'both-texts' && !isNothing(mine) && !isNothing(theirs)) return [{ kind: 'texts', fields }];
    return [{ kind: 'choice', fields, proposed: proposedSide(fields, left, right) }];
  });
}

function listRow(fields: readonly [string, ...string[]], items: readonly UnitedItem[]): MergeRow[] {
  return items.length === 0 ? [] : [{ kind: 'list', fields, items }];
}

/** What a record says in a field. */
export function valueIn(record: Fields, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}

/** The side that a line takes its value from. */
export function sideOf(row: MergeRow, choices: MergeChoices): Side | 'both' {
  return choices.sides[row.fields[0]] ?? (row.kind === 'choice' ? row.proposed : 'both');
}

/** The name that was not chosen, so that the person is still found by it (domain §6.4 step 5); none that says nothing new. */
function otherName(left: Person, right: Person, choices: MergeChoices): UnitedItem[] {
  const side = choices.sides['nameAsWritten'] ?? proposedSide(TOGETHER[0], left, right);
  const [kept, other] = side === 'right' ? [right, left] : [left, right];
  const words = searchTokens(kept.nameAsWritten);
  if (searchTokens(other.nameAsWritten).every((word) => words.includes(word))) return [];
  const known = [...(left.alsoKnownAs ?? []), ...(right.alsoKnownAs ?? [])];
  return known.includes(other.nameAsWritten) ? [] : [{ key: OTHER_NAME, value: other.nameAsWritten, from: side === 'right' ? 'left' : 'right' }];
}

/** The fuller of two values; of two that say as much the one that was written last. */
function proposedSide(fields: readonly string[], left: Person, right: Person): Side {
  const [mine, theirs] = [left, right].map((record) => fields.map((field) => valueIn(record, field)).filter((value) => !isNothing(value)));
  if (!theirs?.length) return 'left';
  if (!mine?.length) return 'right';
  const [one, other] = [mine[0], theirs[0]];
  if (typeof one === 'string' && typeof other === 'string') {
    const [ours, others] = [searchTokens(one), searchTokens(other)];
    const isIn = (some: readonly string[], all: readonly string[]): boolean => some.every((word) => all.includes(word));
    if (fields.includes('nameAsWritten')) {
      // "Guadalupe" rather than "Lupita": the other name is kept as another name.
      const [words, letters] = [others.length - ours.length, others.join('').length - ours.join('').length];
      if (words !== 0 || letters !== 0) return (words !== 0 ? words : letters) > 0 ? 'right' : 'left';
    }
    if (isIn(others, ours) !== isIn(ours, others)) return isIn(ours, others) ? 'right' : 'left';
    if (isIn(others, ours) && mine.length !== theirs.length) return theirs.length > mine.length ? 'right' : 'left';
  }
  return (right.updatedAt ?? '') > (left.updatedAt ?? '') ? 'right' : 'left';
}
