import { decideEach, decideTogether, vectorOf, type Leaf } from './closed-parts.ts';
import type { MergedPart, RecordCodec } from './codec.ts';
import { PARTS, type Part, type SealedPart } from './envelope.ts';
import type { Family } from './families.ts';
import { unitedLines } from './history-lines.ts';
import { mergeVersions } from './merge.ts';
import { innerName, readParts, vectorsOf, type ClosedParts, type OpenPart } from './parts.ts';
import type { StoredDocument } from './pouch.ts';
import { hasSeen, isWithin, joinVectors, own, type Stamps, type VersionVector } from './stamps.ts';
import type { TombstoneRead } from './tombstones.ts';

export interface Leaves {
  /** Living leaves that can be opened here, PouchDB's winner among them first. */
  readonly living: readonly Leaf[];
  /** Deletions that mean the record is to be gone. */
  readonly erased: readonly TombstoneRead[];
  /** Deletions of revisions that lost a merge, where that merge has not arrived: what they had seen is missing here. */
  readonly missing: readonly TombstoneRead[];
}

/** The leaves in PouchDB's answer to `open_revs`. What cannot be opened here is left to those who can. */
export function sortLeaves(codec: RecordCodec, id: string, documents: readonly StoredDocument[]): Leaves {
  const living: Leaf[] = [];
  const erased: TombstoneRead[] = [];
  const merged: TombstoneRead[] = [];
  for (const stored of documents) {
    if (stored._deleted) {
      const stone = codec.readTombstone(id, stored);
      if (stone) (stone.kind === 'erased' ? erased : merged).push(stone);
      continue;
    }
    const read = readParts(codec.sealer, id, stored);
    if (read) living.push({ rev: stored._rev, read });
  }
  return { living: living.sort((one, other) => compareRevisions(other.rev, one.rev)), erased, missing: merged.filter((stone) => isMissing(stone, living, erased)) };
}

/** Whether nothing here has seen what the loser of a merge had seen: its merge comes later, or never. */
function isMissing({ seen }: TombstoneRead, living: readonly Leaf[], erased: readonly TombstoneRead[]): boolean {
  const known = [...living.map(({ read: { open } }) => open.chapter?.stamps.seen), ...erased.map((stone) => stone.seen?.['chapter'])];
  return !isWithin(seen?.['chapter'] ?? {}, known.reduce<VersionVector>((joined, one) => joinVectors(joined, one ?? {}), {}));
}

/** What the leaves are together. */
export interface MergedLeaves {
  readonly schema: number;
  readonly open: Partial<Readonly<Record<Part, MergedPart>>>;
  readonly closed: ClosedParts;
  /** Leaves that hold nothing more than this. */
  readonly absorbed: readonly Leaf[];
}

/**
 * Merges leaves part by part. Of a part that cannot be opened in all of them the latest is kept, where one had seen all
 * the others; else the first leaf's stays as it is, and leaves with another one are not absorbed: they stay for those who
 * have the key. `gone`: deletions of what may not be in these leaves.
 */
export function mergeLeaves(family: Family, leaves: readonly [Leaf, ...Leaf[]], gone: readonly TombstoneRead[] = []): MergedLeaves {
  const open: Partial<Record<Part, MergedPart>> = {};
  const closed: Partial<Record<Part, readonly SealedPart[]>> = {};
  const inner = new Map<string, VersionVector>();
  const left = new Set<Leaf>();
  for (const part of PARTS) {
    const readable = leaves.filter(({ read }) => read.open[part]);
    const sealed = leaves.flatMap((leaf) => (leaf.read.closed[part] ?? []).map((one) => ({ leaf, one, name: innerName(part, one.k) })));
    // An author's part that opens here is this user's own; those of others stand beside it.
    const decided = part === 'author' ? decideEach(leaves[0], sealed) : decideTogether(leaves[0], readable, sealed);
    if (decided.closed.length > 0) closed[part] = decided.closed.map(({ one }) => one);
    for (const { leaf, name } of decided.closed) inner.set(name, vectorOf(leaf, name) ?? {});
    for (const leaf of decided.left) left.add(leaf);
    // One's own author part is merged also where another's must wait: else two authors' PCs would wait for each other.
    const merging = readable.filter((leaf) => part === 'author' || (!decided.closedOnly && !decided.left.includes(leaf))).flatMap(({ read }) => read.open[part] ?? []);
    if (merging.length === 0) continue;
    const merged = mergeParts(family, merging);
    open[part] = merged;
    if (part !== 'chapter') inner.set(innerName(part, merged.key ?? 0), merged.stamps.seen);
  }
  if (open.chapter) open.chapter = { ...open.chapter, stamps: withKnowledge(open.chapter.stamps, Object.fromEntries(inner), leaves, gone) };
  return { schema: Math.max(...leaves.map(({ read }) => read.schema)), open, closed, absorbed: leaves.filter((leaf) => !left.has(leaf)) };
}

/** The stamps with what was seen of the other parts, and what was counted on revisions that are not in this one. */
function withKnowledge(
  { inner: _former, floors: _old, ...stamps }: Stamps,
  inner: Readonly<Record<string, VersionVector>>,
  leaves: readonly Leaf[],
  gone: readonly TombstoneRead[],
): Stamps {
  const here = vectorsOf({ ...stamps, inner });
  const counted = new Map<string, VersionVector>();
  const known = leaves.flatMap(({ read: { open } }) => [vectorsOf(open.chapter?.stamps), open.chapter?.stamps.floors ?? {}]);
  for (const vectors of [...known, ...gone.map(({ seen }) => seen ?? {})]) {
    for (const [name, vector] of Object.entries(vectors)) counted.set(name, joinVectors(counted.get(name) ?? {}, vector));
  }
  const floors = [...counted].flatMap(([name, vector]) => {
    const beyond = Object.entries(vector).filter((dot) => !hasSeen(own(here, name) ?? {}, [dot]));
    return beyond.length > 0 ? [[name, Object.fromEntries(beyond)] as const] : [];
  });
  return {
    ...stamps,
    ...(Object.keys(inner).length > 0 ? { inner } : {}),
    ...(floors.length > 0 ? { floors: Object.fromEntries(floors) } : {}),
  };
}

function mergeParts(family: Family, parts: readonly OpenPart[]): MergedPart {
  const [first, ...others] = parts as readonly [OpenPart, ...OpenPart[]];
  let merged: MergedPart = first;
  for (const part of others) {
    merged = { ...mergeVersions(merged, part, family.rules), history: unitedLines(merged.history, part.history) };
  }
  return { ...merged, key: Math.max(...parts.map(({ key }) => key)) };
}

/** PouchDB's order of revisions of one record: by height, then by hash. */
function compareRevisions(one: string, other: string): number {
  const difference = Number.parseInt(one, 10) - Number.parseInt(other, 10);
  if (difference !== 0) return difference;
  return one === other ? 0 : one < other ? -1 : 1;
}
