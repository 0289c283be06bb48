import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One file of the built renderer. */
export interface BuiltFile {
  readonly type: string;
  /** Named by its contents, so that a browser may keep it for good. */
  readonly hashed: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Finds the file for a page's path; null when there is none. */
export type BuiltPages = (pathname: string) => BuiltFile | null;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/**
 * The built renderer in a folder, and `hostScript` as `/host.js`. The files are read once and looked up by their exact
 * path: no path can lead out of the folder, and a newer build under a running host cannot mix with the older one.
 * A path without a file ending is a screen, and gets `index.html`. Rejects when the folder is not there.
 */
export async function openBuiltPages(folder: string, hostScript: Uint8Array): Promise<BuiltPages> {
  const files = new Map<string, BuiltFile>();
  await readInto(files, folder, '');
  files.set('/host.js', { type: TYPES['.js'] ?? '', hashed: false, bytes: new Uint8Array(hostScript) });
  return (pathname) => files.get(pathname) ?? (isScreen(pathname) ? (files.get('/index.html') ?? null) : null);
}

/** Folder by folder: inside Electron's archive Node's own recursion is not to be relied on. */
async function readInto(files: Map<string, BuiltFile>, folder: string, above: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const pathname = `${above}/${entry.name}`;
    if (entry.isDirectory()) await readInto(files, path, pathname);
    else {
      files.set(pathname, {
        type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
        hashed: pathname.startsWith('/assets/'),
        bytes: new Uint8Array(await readFile(path)),
      });
    }
  }
}

/** Screens have plain words as paths; whatever has a dot in its last part is a file. */
function isScreen(pathname: string): boolean {
  return !pathname.slice(pathname.lastIndexOf('/')).includes('.');
}
