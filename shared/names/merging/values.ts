/** A record's fields, known to this version or not. */
export type Fields = Readonly<Record<string, unknown>>;

/** Nothing written: no value, an empty text, an empty list. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A value as text, the same whatever order its members were written in. */
export function textOfValue(value: unknown): string {
  return JSON.stringify(value, (_member, inner: unknown) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner)) ?? '';
}

/** True when both say the same, or both nothing. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return (isNothing(one) && isNothing(other)) || textOfValue(one) === textOfValue(other);
}

/** True for a plain object. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an item of a list is known by when the list changes: its key, or all that it says. */
export function keyOfItem(item: unknown): string {
  return isObject(item) && typeof item['key'] === 'string' ? item['key'] : textOfValue(item);
}
