import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build, mergeConfig } from 'vite';
import { inRepo } from '../../build/targets.ts';
import viteConfig from '../../build/vite.config.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/** Builds the page of the pictures and serves it on the loopback; every address without an ending is the page. */
export async function servePictures(): Promise<{ readonly address: string; readonly close: () => void }> {
  const outDir = inRepo(`build/out/sync-pictures-${String(process.pid)}`);
  await build(mergeConfig(viteConfig, { configFile: false, root: inRepo('e2e/sync-pictures/page'), logLevel: 'error', build: { outDir, target: 'chrome120', minify: false } }));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const ending = path.extname(pathname);
    try {
      response.setHeader('content-type', TYPES[ending] ?? 'text/html').end(readFileSync(path.join(outDir, ending === '' ? 'index.html' : path.normalize(pathname))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = (): void => {
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${String(address.port)}`, close };
}
