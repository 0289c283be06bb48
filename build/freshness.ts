import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.ts';
import { inRepo, TARGETS, type TargetName } from './targets.ts';

/**
 * Builds the named targets whose sources are others than at their last build, and returns which those were.
 * Rejects with the bundler's error; then the last good build is still there.
 */
export function makeFresh(names: readonly TargetName[], always = false): Promise<TargetName[]> {
  // Two offices that are started at once on one checkout would build into the same folders.
  return oneAtATime(inRepo('build/out/building.lock'), () => makeStale(names, always));
}

async function makeStale(names: readonly TargetName[], always: boolean): Promise<TargetName[]> {
  const made: TargetName[] = [];
  for (const name of names) {
    const target = TARGETS[name];
    const stamp = inRepo(`build/out/${name}.stamp`);
    const now = await digestOf(target.from.map(inRepo));
    if (!always && existsSync(inRepo(target.made)) && (await readFile(stamp, 'utf8').catch(() => '')) === now) continue;
    await target.make();
    await mkdir(inRepo('build/out'), { recursive: true });
    await writeFile(stamp, now);
    made.push(name);
  }
  if (made.length > 0 || !existsSync(inRepo('build/out/app-info.json'))) await writeAppInfo();
  return made;
}

/** Contents, not times, decide: fetching a repository touches every file's time. Tests are no part of the program. */
async function digestOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const add = async (path: string): Promise<void> => {
    if (/\.test\.tsx?$/.test(path) || !existsSync(path)) return;
    if ((await stat(path)).isDirectory()) {
      for (const name of (await readdir(path)).sort()) await add(join(path, name));
      return;
    }
    hash.update(`${path}\0`).update(await readFile(path, 'utf8')).update('\0');
  };
  for (const path of paths) await add(path);
  return hash.digest('hex');
}

/** What the program says of itself, beside the bundles that belong to it. */
async function writeAppInfo(): Promise<void> {
  const { version } = JSON.parse(await readFile(inRepo('package.json'), 'utf8')) as { version: string };
  const info = { version, builtAt: new Date().toISOString() };
  await writeFile(inRepo('build/out/app-info.json'), `${JSON.stringify(info)}\n`);
}
