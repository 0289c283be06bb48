/**
 * JSON with sorted keys and without undefined values: equal contents give equal text on every PC, so that they seal to
 * equal bytes and PouchDB gives them equal revisions (design §4, §5).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    const source = inner as Record<string, unknown>;
    // `fromEntries` defines each key anew; assigning `__proto__` would lose it.
    return Object.fromEntries(Object.keys(source).sort().map((key) => [key, source[key]]));
  });
}
