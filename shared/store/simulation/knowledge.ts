import { canonicalJson } from '../canonical-json.ts';
import type { SealedPart } from '../envelope.ts';
import { innerName } from '../parts.ts';
import type { StoredDocument } from '../pouch.ts';

/** Numbers of deeds. */
export type Deeds = ReadonlySet<number>;

/**
 * Which deeds each revision knows of, part by part: a model of causality of its own, which looks at nothing but who wrote
 * what upon which revision, and at whether sealed bytes are the same. Parts are called as in {@link innerName}.
 */
export class Knowledge {
  readonly #byRevision = new Map<string, ReadonlyMap<string, Deeds>>();

  /** A revision that a person wrote upon another (null for the first). `parts`: those that the deed changed. */
  deed(stored: StoredDocument, parent: StoredDocument | null, parts: readonly string[], deed: number): void {
    const known = [...sealedParts(stored).keys()].map((part): [string, Deeds] => {
      const before = parent ? this.of(parent, part) : new Set<number>();
      return [part, parts.includes(part) || part === 'chapter' ? new Set([...before, deed]) : before];
    });
    this.#byRevision.set(nameOf(stored), new Map(known));
  }

  /** A revision that merging made of these leaves: a part that stands in one of them knows what that one did, any other all. */
  merge(stored: StoredDocument, leaves: readonly StoredDocument[]): void {
    const known = [...sealedParts(stored)].map(([part, bytes]): [string, Deeds] => {
      const same = leaves.filter((leaf) => sealedParts(leaf).get(part) === bytes);
      const knowing = same.length > 0 ? same : leaves;
      return [part, new Set(knowing.flatMap((leaf) => [...this.of(leaf, part)]))];
    });
    this.#byRevision.set(nameOf(stored), new Map(known));
  }

  /** The deeds that a part of this revision knows. */
  of(stored: StoredDocument, part: string): Deeds {
    return this.#byRevision.get(nameOf(stored))?.get(part) ?? new Set();
  }
}

function nameOf({ _id, _rev }: StoredDocument): string {
  return `${_id} ${_rev}`;
}

/** The bytes of a document's sealed parts by name. */
function sealedParts({ parts }: StoredDocument): ReadonlyMap<string, string> {
  const { author, ...others } = (parts ?? {}) as { author?: SealedPart | SealedPart[] } & Record<string, SealedPart>;
  const authors = author === undefined ? [] : Array.isArray(author) ? author : [author];
  return new Map([
    ...Object.entries(others).map(([part, sealed]): [string, string] => [part, canonicalJson(sealed)]),
    ...authors.map((sealed): [string, string] => [innerName('author', sealed.k), canonicalJson(sealed)]),
  ]);
}
