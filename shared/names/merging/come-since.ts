import type { AbsorbedField } from '../../domain/merged-people.ts';
import { PERSON_MERGE_RULES, type Person } from '../../domain/person.ts';
import { mergeRows, valueIn } from './merge-rows.ts';
import { putTogether } from './put-together.ts';
import { isNothing, isSameValue, keyOfItem, type Fields } from './values.ts';

const AS_PROPOSED = { sides: {}, without: new Set<string>() };

/** What a record says, field by field, as the merge record keeps it of the absorbed one. */
export function absorbedFieldsOf(record: Fields): AbsorbedField[] {
  return Object.entries(record).flatMap(([field, value]) => (isNothing(value) || UNREAD.has(field) ? [] : [{ field, value: JSON.stringify(value) }]));
}

const UNREAD = new Set(['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'source', 'deletedAt', 'mergedInto', 'possibleDuplicates']);

/**
 * What was written in the absorbed record after it was last read, by somebody who did not know of the merge, and what the
 * surviving record does not say yet: as the fields that the survivor would get. Of lists only the items that are new.
 */
export function comeSince(survivor: Person, absorbed: Person, read: readonly AbsorbedField[]): Readonly<Record<string, unknown>> {
  const then = new Map(read.map(({ field, value }) => [field, JSON.parse(value) as unknown]));
  const fresh: Record<string, unknown> = { id: absorbed.id };
  for (const [field, value] of Object.entries(absorbed)) {
    const before = then.get(field);
    if (UNREAD.has(field) || isNothing(value) || isSameValue(value, before)) continue;
    fresh[field] = Array.isArray(value) ? newItems(value, before) : value;
  }
  const only = fresh as unknown as Person;
  const rows = mergeRows(survivor, { ...only, nameAsWritten: only.nameAsWritten ?? survivor.nameAsWritten }, { ...AS_PROPOSED, sides: { nameAsWritten: 'left' } });
  // What was written last counts, except where both texts stay or a value protects.
  const sides = Object.fromEntries(rows.filter(({ kind, fields }) => kind === 'choice' && fields.some((field) => !isNothing(valueIn(fresh, field)))).map(({ fields }) => [fields[0], 'right' as const]));
  const patch = putTogether(survivor, only, rows, { ...AS_PROPOSED, sides });
  return Object.fromEntries(Object.entries(patch).filter(([field, value]) => !isNothing(value) && !isNothing(valueIn(fresh, field)) && isNews(field, value, valueIn(survivor, field))));
}

function newItems(list: readonly unknown[], before: unknown): unknown[] {
  const known = new Map((Array.isArray(before) ? (before as readonly unknown[]) : []).map((item) => [keyOfItem(item), item]));
  return list.filter((item) => !isSameValue(item, known.get(keyOfItem(item))));
}

/** A text of which the survivor's already has all is no news. */
function isNews(field: string, value: unknown, there: unknown): boolean {
  return PERSON_MERGE_RULES[field]?.rule !== 'both-texts' || typeof there !== 'string' || typeof value !== 'string' || !there.includes(value);
}

/** What protects people goes over to the person at once, whoever wrote it in whichever record (domain §2.0, §2.3). */
export function protectionSince(survivor: Person, absorbed: Person): Partial<Person> {
  const marks: Partial<Person> = {};
  if (absorbed.doNotContact === true && survivor.doNotContact !== true) {
    marks.doNotContact = true;
    if (absorbed.doNotContactSince !== undefined) marks.doNotContactSince = absorbed.doNotContactSince;
  }
  if (absorbed.isMinor === true && survivor.isMinor !== true) marks.isMinor = true;
  const uncalled = new Set(absorbed.contacts.filter(({ doNotCall }) => doNotCall === true).map(({ kind, value }) => `${kind} ${value}`));
  const contacts = survivor.contacts.map((contact) => (uncalled.has(`${contact.kind} ${contact.value}`) ? { ...contact, doNotCall: true } : contact));
  return isSameValue(contacts, survivor.contacts) ? marks : { ...marks, contacts };
}
