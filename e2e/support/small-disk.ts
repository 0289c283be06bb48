import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real disk of a few megabytes, that can be filled to its last byte and emptied again. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills what is left of it, but for so many KB. */
  fill(leaveKb?: number): void;
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
    fill: (leaveKb = 0) => {
      if (leaveKb > 0) fillFile(spare, leaveKb);
      fillFile(ballast);
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

/** Writes so many KB, or until the disk takes no more. */
function fillFile(file: string, kilobytes = Number.POSITIVE_INFINITY): void {
  const block = new Uint8Array(1024);
  const handle = openSync(file, 'w');
  try {
    for (let written = 0; written < kilobytes; written += 1) writeSync(handle, block);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
  } finally {
    closeSync(handle);
  }
}
