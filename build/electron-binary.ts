import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from './targets.ts';

const PACKAGE = inRepo('node_modules/electron');

/** One try takes this long at most (ms), and is not repeated within a day: starting must not become waiting. */
const TRY_FOR = 90_000;
const TRY_AGAIN_AFTER = 24 * 60 * 60 * 1000;

/** Whether windows can be shown at all. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Electron's program if it is installed; null otherwise. */
export function findElectron(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist');
  const binary = join(folder, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Electron's program, fetched by its own installer if need be; null when that is not possible here and now. */
export function electronBinary(): string | null {
  const found = findElectron();
  const marker = inRepo('build/out/electron-not-fetched');
  const triedLately = existsSync(marker) && Date.now() - statSync(marker).mtimeMs < TRY_AGAIN_AFTER;
  if (found !== null || triedLately) return found;
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: TRY_FOR });
  const fetched = findElectron();
  if (fetched === null) {
    mkdirSync(inRepo('build/out'), { recursive: true });
    writeFileSync(marker, '');
  }
  return fetched;
}
