import { createRequire } from 'node:module';

/** What lies on a simulated disk: an ordered tree that is never changed, only replaced, so that a copy costs nothing. */
export interface Disk {
  readonly length: number;
  readonly keys: readonly string[];
  get(key: string): string | Buffer | undefined;
}
interface MemDown {
  readonly _store: Record<string, Disk>;
}
interface Open {
  (name: string): MemDown;
  destroy(name: string, done: () => void): void;
}

// The very module that PouchDB's memory adapter keeps its databases in.
const own = createRequire(import.meta.url);
const memdown = createRequire(own.resolve('pouchdb-adapter-memory'))('memdown') as Open;

const DOCUMENTS = 'ÿdocument-storeÿ';
const BODIES = 'ÿby-sequenceÿ';

/** What lies in the in-memory database of that name, also while it is open. */
export function diskOf(name: string): Disk {
  const disk = memdown(name)._store[`$${name}`];
  if (!disk) throw new Error(`No disk ${name}.`);
  return disk;
}

/** Puts a copy in the place of what lies there; the database must be closed. */
export function replaceDisk(name: string, copy: Disk): void {
  memdown(name)._store[`$${name}`] = copy;
}

/** Throws away what lies there; the database must be closed. */
export function wipeDisk(name: string): void {
  memdown.destroy(name, () => undefined);
}

/** A revision that nothing follows, with what is written in it (null when that was dropped). */
export interface LeafOnDisk {
  readonly rev: string;
  readonly deleted: boolean;
  readonly body: string | null;
}

type Branch = readonly [string, { readonly deleted?: boolean }, readonly Branch[]];
interface Kept {
  readonly rev_tree: readonly { readonly pos: number; readonly ids: Branch }[];
  readonly rev_map: Readonly<Record<string, number>>;
}

/** The ids of all documents on a disk, deleted ones included. */
export function idsOn(disk: Disk): readonly string[] {
  return disk.keys.flatMap((key) => (key.startsWith(DOCUMENTS) ? [key.slice(DOCUMENTS.length)] : []));
}

/** All revisions of a document that are known there, those that others follow included; empty when it is not there. */
export function revisionsOn(disk: Disk, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { pos, ids } of keptOf(disk, id)?.rev_tree ?? []) walk(ids, pos, (rev) => found.add(rev));
  return found;
}

/** The leaves of a document, in the order of their revisions. */
export function leavesOn(disk: Disk, id: string): readonly LeafOnDisk[] {
  const kept = keptOf(disk, id);
  const leaves: LeafOnDisk[] = [];
  for (const { pos, ids } of kept?.rev_tree ?? []) {
    walk(ids, pos, (rev, [, { deleted }, next]) => {
      if (next.length === 0) leaves.push({ rev, deleted: deleted ?? false, body: bodyOf(disk, kept?.rev_map[rev]) });
    });
  }
  return leaves.sort((one, other) => (one.rev < other.rev ? -1 : 1));
}

function walk(branch: Branch, at: number, visit: (rev: string, branch: Branch) => void): void {
  visit(`${String(at)}-${branch[0]}`, branch);
  for (const next of branch[2]) walk(next, at + 1, visit);
}

function keptOf(disk: Disk, id: string): Kept | null {
  const text = disk.get(DOCUMENTS + id);
  return text === undefined ? null : (JSON.parse(String(text)) as Kept);
}

function bodyOf(disk: Disk, seq: number | undefined): string | null {
  const text = seq === undefined ? undefined : disk.get(BODIES + String(seq).padStart(16, '0'));
  if (text === undefined) return null;
  // The id and revision that PouchDB writes into a body are not part of it.
  const { _doc_id_rev: _place, ...body } = JSON.parse(String(text)) as Record<string, unknown>;
  return JSON.stringify(Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1)));
}
