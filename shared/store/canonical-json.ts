/**
 * JSON with sorted keys and without undefined values: equal contents give equal text on every PC, so that they seal to
 * equal bytes and PouchDB gives them equal revisions (design §4, §5). Takes what JSON can hold.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) as string;
}

/**
 * Written by hand, since every record passes here at every save: `JSON.stringify` with a function to sort the keys takes
 * nearly twice as long and makes a copy of every object. Undefined for what JSON leaves out.
 */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => textOf(item) ?? 'null').join()}]`;
  const source = value as Record<string, unknown>;
  if (typeof source['toJSON'] === 'function') return JSON.stringify(value);
  let text = '';
  for (const key of Object.keys(source).sort()) {
    const inner = textOf(source[key]);
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inner}`;
  }
  return `{${text}}`;
}
