import { buildSync } from 'esbuild';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(REPOSITORY, 'build/out/programs');
let made: string | null = null;

/**
 * The hub's command line, packages outside, as a file that Node starts by itself, for tests that start it again and again:
 * reading its hundred sources one by one takes as long as all the rest of its beginning. Throws the bundler's error.
 */
export function hubProgram(): string {
  if (made !== null) return made;
  const built = buildSync({ entryPoints: [join(REPOSITORY, 'main/hub/cli.ts')], bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', write: false, logLevel: 'silent' });
  mkdirSync(FOLDER, { recursive: true });
  const place = join(FOLDER, 'hub.mjs');
  // Processes that make it at once each move a whole file there, and all of them are alike.
  const fresh = `${place}.${String(process.pid)}`;
  writeFileSync(fresh, built.outputFiles[0]?.contents ?? '');
  renameSync(fresh, place);
  made = place;
  return place;
}
