import { canonicalJson } from './canonical-json.ts';
import type { MergedPart, RecordCodec } from './codec.ts';
import { PARTS, type Part, type SealedPart } from './envelope.ts';
import type { Family } from './families.ts';
import { unitedLines } from './history-lines.ts';
import { mergeVersions } from './merge.ts';
import { readParts, type ClosedParts, type OpenPart, type ReadParts } from './parts.ts';
import type { StoredDocument } from './pouch.ts';
import type { TombstoneRead } from './tombstones.ts';

/** A revision of a record that no other follows. */
export interface Leaf {
  readonly rev: string;
  readonly read: ReadParts;
}

export interface Leaves {
  /** Living leaves that can be opened here, PouchDB's winner among them first. */
  readonly living: readonly Leaf[];
  /** Deletions that mean the record is to be gone. */
  readonly erased: readonly TombstoneRead[];
}

/** The leaves in PouchDB's answer to `open_revs`. What cannot be opened here is left to those who can. */
export function sortLeaves(codec: RecordCodec, id: string, documents: readonly StoredDocument[]): Leaves {
  const living: Leaf[] = [];
  const erased: TombstoneRead[] = [];
  for (const stored of documents) {
    if (stored._deleted) {
      const stone = codec.readTombstone(id, stored);
      if (stone?.kind === 'erased') erased.push(stone);
      continue;
    }
    const read = readParts(codec.sealer, id, stored);
    if (read) living.push({ rev: stored._rev, read });
  }
  return { living: living.sort((one, other) => compareRevisions(other.rev, one.rev)), erased };
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
 * Merges leaves part by part. Of a part that cannot be opened in all of them, the first leaf's stays as it is, and leaves
 * with another one are not absorbed: they stay for those who have the key.
 */
export function mergeLeaves(family: Family, leaves: readonly [Leaf, ...Leaf[]]): MergedLeaves {
  const [first] = leaves;
  const open: Partial<Record<Part, MergedPart>> = {};
  const closed: Partial<Record<Part, readonly SealedPart[]>> = {};
  let absorbed: readonly Leaf[] = leaves;
  for (const part of PARTS) {
    const readable = leaves.flatMap(({ read }) => read.open[part] ?? []);
    const sealed = leaves.flatMap(({ read }) => read.closed[part] ?? []);
    const united = unitedParts(part, first.read.closed[part] ?? [], sealed);
    // An author's part that opens here is this user's own; the others' stand beside it.
    const mixed = part !== 'author' && readable.length > 0 && sealed.length > 0;
    const keeps = mixed ? (first.read.closed[part] ?? []) : united;
    if (keeps.length > 0) closed[part] = keeps;
    const merges = !mixed || first.read.open[part] !== undefined;
    const own = merges ? readable : [];
    if (own.length > 0) open[part] = mergeParts(family, own);
    absorbed = absorbed.filter(({ read }) => (merges || !read.open[part]) && (read.closed[part] ?? []).every((one) => keeps.some((kept) => sameSealed(kept, one))));
  }
  return { schema: Math.max(...leaves.map(({ read }) => read.schema)), open, closed, absorbed };
}

/** The closed parts to keep: of each key the one that is there; of the first leaf's where there are several. */
function unitedParts(part: Part, first: readonly SealedPart[], all: readonly SealedPart[]): readonly SealedPart[] {
  const byAuthor = new Map<number, SealedPart[]>();
  for (const sealed of all) {
    // Only an author's key is a person's own; of another part, each key number is one more version of the same.
    const author = part === 'author' ? sealed.k : 0;
    const known = byAuthor.get(author) ?? [];
    if (!known.some((one) => sameSealed(one, sealed))) byAuthor.set(author, [...known, sealed]);
  }
  return [...byAuthor.values()].flatMap((versions) => (versions.length === 1 ? versions : versions.filter((one) => first.some((own) => sameSealed(own, one)))));
}

function mergeParts(family: Family, parts: readonly OpenPart[]): MergedPart {
  const [first, ...others] = parts as readonly [OpenPart, ...OpenPart[]];
  let merged: MergedPart = first;
  for (const part of others) {
    merged = { ...mergeVersions(merged, part, family.rules), history: unitedLines(merged.history, part.history) };
  }
  return { ...merged, key: Math.max(...parts.map(({ key }) => key)) };
}

function sameSealed(one: SealedPart, other: SealedPart): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

/** PouchDB's order of revisions of one record: by height, then by hash. */
function compareRevisions(one: string, other: string): number {
  const difference = Number.parseInt(one, 10) - Number.parseInt(other, 10);
  if (difference !== 0) return difference;
  return one === other ? 0 : one < other ? -1 : 1;
}
