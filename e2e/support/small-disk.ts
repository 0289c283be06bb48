import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real disk of a few megabytes, that can be filled to its last byte and emptied again. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills what is left of it, but for so many KB, and what the browser clears away meanwhile. */
  fill(leaveKb?: number): Promise<void>;
  /** Frees what {@link SmallDisk.fill} took. */
  free(): void;
  remove(): void;
}

/**
 * Mounts one, which only root on Linux may; null elsewhere. The quota that DevTools can override is no help: Chromium
 * goes on writing IndexedDB beyond it.
 */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'convoca-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = path.join(folder, 'ballast');
  const spare = path.join(folder, 'spare');
  return {
    folder,
    fill: async (leaveKb = 0) => {
      if (leaveKb > 0) fillFile(spare, leaveKb);
      // LevelDB drops tables that it needs no more some time after the write that made them so.
      for (let calm = 0; calm < 3; ) {
        calm = fillFile(ballast) > 0 ? 0 : calm + 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      rmSync(spare, { force: true });
    },
    free: () => {
      rmSync(ballast, { force: true });
    },
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Adds so many KB to a file, or as many as the disk takes; says how many that were. */
function fillFile(file: string, kilobytes = Number.POSITIVE_INFINITY): number {
  const block = new Uint8Array(1024);
  const handle = openSync(file, 'a');
  let written = 0;
  try {
    for (; written < kilobytes; written += 1) writeSync(handle, block);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
  } finally {
    closeSync(handle);
  }
  return written;
}
