import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build, mergeConfig } from 'vite';
import viteConfig from '../../build/vite.config.ts';
import { inRepo } from '../../build/targets.ts';

/** The built page that writes until it is killed, at one address for all of its lives. */
export interface ServedWriter {
  readonly address: string;
  close(): void;
}

/** Builds the page as the app is built and serves it on the loopback. */
export async function serveWriter(): Promise<ServedWriter> {
  const outDir = inRepo(`build/out/kill-${String(process.pid)}`);
  await build(mergeConfig(viteConfig, { configFile: false, root: inRepo('e2e/kill/page'), logLevel: 'error', build: { outDir, emptyOutDir: true } }));
  const server = createServer((request, response) => {
    const file = path.join(outDir, request.url === '/' ? 'index.html' : path.normalize(request.url ?? ''));
    try {
      response.setHeader('content-type', file.endsWith('.html') ? 'text/html' : file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream').end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}/`,
    close: () => {
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
