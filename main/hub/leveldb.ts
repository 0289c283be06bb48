import PouchDB from 'pouchdb-core';
import leveldbAdapter from 'pouchdb-adapter-leveldb';
import { HubProblem } from './hub-problem.ts';
import type { RevisionTree } from './revision-tree.ts';
import { MOST_REVISIONS, type Json } from './validation.ts';

PouchDB.plugin(leveldbAdapter);

/** The adapter that keeps a hub's databases in files. */
export const LEVEL_ON_DISK = 'leveldb';

/** What the hub needs of PouchDB; `_getRevisionTree` is what PouchDB's own adapters build on. */
export type LevelPouch = PouchDB.Database<Json> & {
  /** The database's own uuid, made with it. */
  id(): Promise<string>;
  _getRevisionTree(id: string, done: (problem: unknown, tree?: RevisionTree) => void): void;
};

/**
 * Opens (or makes) a database in a folder. Every write is flushed to the disk before it is acknowledged (`sync` reaches
 * LevelDB's batches), superseded bodies are dropped at once, histories are kept to 1,000 revisions.
 * Rejects with `data-in-use` when another program has it open.
 */
export async function openLevel(folder: string, adapter = LEVEL_ON_DISK, keepOld = false): Promise<LevelPouch> {
  const options = { adapter, auto_compaction: !keepOld, revs_limit: MOST_REVISIONS, sync: true };
  const pouch = new PouchDB<Json>(folder, options) as LevelPouch;
  // One listener for each open changes question; PouchDB's own limit of ten would only warn.
  pouch.setMaxListeners(0);
  try {
    await pouch.info();
  } catch (cause) {
    throw new HubProblem(isLocked(cause) ? 'data-in-use' : 'data-unwritable', { cause });
  }
  return pouch;
}

/** A document's revision tree, or null when there is no such document. */
export function treeOf(pouch: LevelPouch, id: string): Promise<RevisionTree | null> {
  return new Promise((resolve) => pouch._getRevisionTree(id, (problem, tree) => resolve(problem ? null : (tree ?? null))));
}

function isLocked(problem: unknown): boolean {
  for (let at: unknown = problem, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (/lock|already held|LEVEL_LOCKED|Resource temporarily unavailable/i.test(at.message)) return true;
  }
  return false;
}
