import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const PAUSE_MS = 100;

/**
 * Does some work while no other process does any under the same lock file; waits for its turn. A lock that a process left
 * behind when it was killed does not hold: the file names the process.
 */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await isTaken(lock))) {
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    // A file that is still empty is being written just now.
    if (holder > 0 && !isRunning(holder)) await rm(lock, { force: true });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** True when the lock is ours from now on. */
async function isTaken(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
