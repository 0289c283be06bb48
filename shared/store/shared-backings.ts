import type { Backing } from './codec.ts';

/**
 * One backing for all records that have an equal one. Thousands of records were made by one PC in one write and not
 * changed since; each with stamps of its own they would take some 20 MB of memory at 40,000 records.
 */
export class SharedBackings {
  readonly #plain = new Map<string, Backing>();

  /** The backing to hold in place of this one: equal to it, and often one that is held already. */
  of(backing: Backing): Backing {
    const key = plainKey(backing);
    if (key === null) return backing;
    const held = this.#plain.get(key);
    if (held) return held;
    this.#plain.set(key, backing);
    return backing;
  }
}

/** Tells plain backings apart: one part, whose fields all come from one change that is all that was seen; null for others. */
function plainKey({ schema, stamps, closed, places, history }: Backing): string | null {
  const { chapter, ...others } = stamps;
  if (!chapter || places || history || hasAny(others) || hasAny(closed) || chapter.values || hasAny(chapter.fields)) return null;
  const [dot, ...more] = chapter.base;
  const seen = Object.keys(chapter.seen);
  if (!dot || more.length > 0 || seen.length !== 1 || chapter.seen[dot[0]] !== dot[1]) return null;
  return `${String(schema)} ${String(dot[1])} ${dot[0]}`;
}

function hasAny(source: object): boolean {
  for (const _key in source) return true;
  return false;
}
