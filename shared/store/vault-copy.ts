import type { Host } from '../host.ts';
import type { OpeningPlace } from './opening.ts';
import { StoreProblem } from './chapter-types.ts';
import { hasRoomToOpen, mayWrite } from './disk-room.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { VAULT_PREFIX } from './vault-entry.ts';
import { readVault } from './vault.ts';

const LOCAL_ID = '_local/vault';
/** How the idb adapter calls a chapter's database. */
const DATABASE = /^_pouch_chapter-([a-z0-9]+)$/;

/**
 * Keeps a copy of the vault inside of the chapter's database, where it is not replicated: a vault file that is damaged
 * or gone must not cost the records. It is as locked there as in its file, on the same disk.
 */
export async function copyVault(keep: Host['keep'], chapter: string, pouch: RecordPouch): Promise<void> {
  const [text, copy] = await Promise.all([keep.read(VAULT_PREFIX + chapter), pouch.get(LOCAL_ID).catch(() => null)]);
  if (text === null || !isVault(text) || copy?.['text'] === text) return;
  // A full disk must not be met by the database itself (ADR 9); the copy is made another time.
  if (!(await mayWrite(text.length))) return;
  await pouch.put({ _id: LOCAL_ID, text, ...(copy ? { _rev: copy._rev } : {}) });
}

/** Forgets the copy: this PC was taken out of the chapter. */
export async function dropVaultCopy(pouch: RecordPouch): Promise<void> {
  const copy = await pouch.get(LOCAL_ID).catch(() => null);
  if (copy) await pouch.remove(copy);
}

/**
 * Puts back, from the copies in the databases, every vault of this PC that cannot be read or is not there any more. Where
 * the disk is full or the browser does not tell of its databases, none: what is there is listed all the same.
 */
export async function bringVaultsBack(keep: Host['keep'], place: OpeningPlace): Promise<void> {
  // To ask for the databases opens them, and a full disk must not be met by that (ADR 9).
  if (!(await hasRoomToOpen())) return;
  const names = await keep.list();
  const kept = names.filter((name) => name.startsWith(VAULT_PREFIX)).map((name) => name.slice(VAULT_PREFIX.length));
  const damaged = await Promise.all(kept.map(async (chapter) => (isDamaged((await keep.read(VAULT_PREFIX + chapter)) ?? '') ? [chapter] : [])));
  const lost = (await databasesHere()).filter((chapter) => !kept.includes(chapter));
  for (const chapter of [...damaged.flat(), ...lost]) {
    const text = await copyIn(chapter, place);
    if (text !== null && isVault(text)) await keep.write(VAULT_PREFIX + chapter, text);
  }
}

/**
 * Unlocks with the copy in the database when the kept vault's keys open none of the records. The copy was made of a
 * vault that did; where it does not help either, everything stays as it was and the first problem is told.
 */
export async function withCopiedVault<T>(keep: Host['keep'], place: OpeningPlace, database: string, unlock: () => Promise<T>): Promise<T> {
  try {
    return await unlock();
  } catch (problem) {
    if (!(problem instanceof StoreProblem) || problem.code !== 'wrong-key') throw problem;
    const name = VAULT_PREFIX + database.slice('chapter-'.length);
    const [kept, copy] = [await keep.read(name), await copyIn(database.slice('chapter-'.length), place)];
    if (kept === null || copy === null || copy === kept) throw problem;
    await keep.write(name, copy);
    return unlock().catch(async () => {
      await keep.write(name, kept);
      throw problem;
    });
  }
}

/** Chapters whose databases the browser holds, where it tells. */
async function databasesHere(): Promise<readonly string[]> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return [];
  const found = await indexedDB.databases().catch(() => []);
  return found.flatMap(({ name }) => DATABASE.exec(name ?? '')?.[1] ?? []);
}

async function copyIn(chapter: string, place: OpeningPlace): Promise<string | null> {
  const pouch = openPouch(`chapter-${chapter}`, place.adapter, place.prefix);
  try {
    const copy = await pouch.get(LOCAL_ID).catch(() => null);
    return copy ? String(copy['text']) : null;
  } finally {
    await pouch.close();
  }
}

function isVault(text: string): boolean {
  return problemOf(text) === null;
}

function isDamaged(text: string): boolean {
  return problemOf(text) === 'damaged';
}

function problemOf(text: string): string | null {
  try {
    readVault(text);
    return null;
  } catch (problem) {
    return (problem as { code?: string }).code ?? 'damaged';
  }
}
