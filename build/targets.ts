import { cp, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** A path of the repository, absolute. */
export function inRepo(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

export type TargetName = 'renderer' | 'host' | 'electron' | 'preload' | 'neighbour';

/** Something that is built: from what, and how. */
export interface Target {
  /** Files and folders whose contents decide whether it is stale. */
  readonly from: readonly string[];
  /** What must be there for it to count as built. */
  readonly made: string;
  make(): Promise<void>;
}

const EVERY = ['package-lock.json', 'build/targets.ts'];

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  renderer: {
    from: [...EVERY, 'renderer', 'shared', 'build/vite.config.ts', 'build/browser-events.ts', 'build/browser-absent.ts', 'build/icons'],
    made: 'build/out/renderer/index.html',
    make: makeRenderer,
  },
  host: {
    from: [...EVERY, 'main/web', 'main/machine', 'shared/host.ts'],
    made: 'build/out/web/host.js',
    make: () => makeBundle('main/web/client.ts', 'build/out/web', 'host.js', 'iife'),
  },
  electron: {
    from: [...EVERY, 'main', 'shared'],
    made: 'build/out/main/electron.cjs',
    make: () => makeBundle('main/electron/entry.ts', 'build/out/main', 'electron.cjs', 'cjs'),
  },
  preload: {
    from: [...EVERY, 'main/electron', 'main/machine', 'shared/host.ts'],
    made: 'build/out/preload/preload.cjs',
    make: () => makeBundle('main/electron/preload.ts', 'build/out/preload', 'preload.cjs', 'cjs'),
  },
  neighbour: {
    from: [...EVERY, 'main/electron', 'main/neighbour', 'main/hub', 'main/machine', 'main/proxy', 'shared'],
    made: 'build/out/neighbour/neighbour.cjs',
    make: makeNeighbour,
  },
};

/** The bundler, read only where something is built: starting what is built already takes half as long without it. */
async function build(config: InlineConfig): Promise<void> {
  const vite = await import('vite');
  await vite.build(config);
}

/** Built beside its place and then moved there, so that a build that fails leaves the last good one. */
async function makeRenderer(): Promise<void> {
  const fresh = inRepo(`build/out/renderer-${process.pid}`);
  await build({
    configFile: inRepo('build/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  await rm(inRepo('build/out/renderer'), { recursive: true, force: true });
  await rename(fresh, inRepo('build/out/renderer'));
}

/** The hub's process of the desktop app. LevelDB is native: its binaries lie beside the bundle, where it looks for them. */
async function makeNeighbour(): Promise<void> {
  await makeBundle('main/electron/neighbour-entry.ts', 'build/out/neighbour', 'neighbour.cjs', 'cjs');
  await cp(inRepo('node_modules/leveldown/prebuilds'), inRepo('build/out/neighbour/prebuilds'), {
    recursive: true,
    filter: (path) => !/android|linux-arm$|win32-ia32/.test(path),
  });
}

/** One file with everything in it but Node's own modules and Electron. */
async function makeBundle(entry: string, folder: string, file: string, format: 'iife' | 'cjs'): Promise<void> {
  const forNode: InlineConfig =
    format === 'cjs'
      ? { ssr: { noExternal: true, external: ['electron'] }, build: { ssr: true, target: 'node22' } }
      : { build: { target: 'chrome120' } };
  await build({
    configFile: false,
    root: inRepo('.'),
    publicDir: false,
    logLevel: 'warn',
    ssr: forNode.ssr ?? {},
    build: {
      ...forNode.build,
      outDir: inRepo(folder),
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: inRepo(entry), output: { format, entryFileNames: file, codeSplitting: false } },
    },
  });
}
