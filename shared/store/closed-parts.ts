import { canonicalJson } from './canonical-json.ts';
import type { SealedPart } from './envelope.ts';
import type { ReadParts } from './parts.ts';
import { isWithin, joinVectors, own, type VersionVector } from './stamps.ts';

/** A revision of a record that no other follows. */
export interface Leaf {
  readonly rev: string;
  readonly read: ReadParts;
}

/** A part that does not open here, the leaf it stands in, and its name among the vectors. */
export interface Sealed {
  readonly leaf: Leaf;
  readonly one: SealedPart;
  readonly name: string;
}

export interface DecidedParts {
  /** To be carried along. */
  readonly closed: readonly Sealed[];
  /** Leaves that hold something else, which cannot be merged here. */
  readonly left: readonly Leaf[];
  /** What opens here is not the part to be kept. */
  readonly closedOnly?: boolean;
}

/** Of each author the latest part; the first leaf's where none had seen all the others. */
export function decideEach(first: Leaf, sealed: readonly Sealed[]): DecidedParts {
  const decided = [...new Set(sealed.map(({ name }) => name))].map((name) => decideTogether(first, [], sealed.filter((one) => one.name === name)));
  return { closed: decided.flatMap(({ closed }) => closed), left: decided.flatMap(({ left }) => left) };
}

/**
 * The latest of all versions of a part, those that open here (`readable`) included; the first leaf's where none had seen
 * all the others.
 */
export function decideTogether(first: Leaf, readable: readonly Leaf[], sealed: readonly Sealed[]): DecidedParts {
  if (sealed.length === 0) return { closed: [], left: [] };
  const readableSeen = readable.reduce<VersionVector>((seen, { read }) => joinVectors(seen, read.open.organizers?.stamps.seen ?? {}), {});
  const known = sealed.map(({ leaf, name }) => vectorOf(leaf, name)).filter((vector) => vector !== undefined);
  const all = known.length === sealed.length ? known : [];
  if (readable.length > 0 && all.length > 0 && all.every((vector) => isWithin(vector, readableSeen))) return { closed: [], left: [] };
  const latest = sealed
    .filter((_one, at) => all[at] !== undefined && all.every((vector) => isWithin(vector, all[at] ?? {})) && isWithin(readableSeen, all[at] ?? {}))
    .sort((one, other) => (one.one.n < other.one.n ? 1 : -1))[0];
  const same = sealed.every(({ one }) => sameSealed(one, sealed[0]?.one ?? one)) && readable.length === 0;
  const kept = latest ?? (same ? sealed[0] : undefined);
  if (kept) return { closed: [kept], left: [], closedOnly: true };
  const own = sealed.find(({ leaf }) => leaf === first);
  const others = sealed.filter(({ one }) => !own || !sameSealed(one, own.one)).map(({ leaf }) => leaf);
  if (own) return { closed: [own], left: [...others, ...readable], closedOnly: true };
  // Of what opens only the first leaf's is safe to go on with; where it has none, nothing is put there.
  return readable.includes(first) ? { closed: [], left: others } : { closed: [], left: [...others, ...readable] };
}

/** What the writers of a sealed part had seen; undefined in the oldest records, which do not say. */
export function vectorOf({ read }: Leaf, name: string): VersionVector | undefined {
  return own(read.open.chapter?.stamps.inner, name);
}

/** Equal bytes under the same key. */
function sameSealed(one: SealedPart, other: SealedPart): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
