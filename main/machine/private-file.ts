import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes a folder that only this computer account may look into. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** The names of half-written files; no kept name may look like one. */
export const HALF_WRITTEN = /^_half-[0-9a-f]+$/;

/**
 * Writes a small text so that after a power cut there is either the old text or the new one, never a part of it: a new
 * file is written and flushed, then renamed over the old one, then the folder is flushed. Mode 0600.
 * The folder must exist. Rejects with Node's file errors (ENOSPC…), and then the old text still stands.
 */
export async function writePrivately(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  const half = join(folder, `_half-${randomBytes(8).toString('hex')}`);
  try {
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
}

/** The text of a file, or null when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Removes a file for good; nothing happens when there is none. */
export async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await flushFolder(dirname(path));
}

/** Windows cannot flush a folder, and has no need of it: its file system journals renames. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
