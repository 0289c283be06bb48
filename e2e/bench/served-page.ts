import { readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { build, mergeConfig } from 'vite';
import viteConfig from '../../build/vite.config.ts';
import { inRepo } from '../../build/targets.ts';

/** The built page of the bench. */
export interface ServedPage {
  /** The page's address under a host of its own, and so with an origin and a database folder of its own. */
  address(host: string): string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Answers a request that is not for one of the page's files; false when it is none of its own. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Builds the page as the app is built and serves it on the loopback. `readable` keeps the names of functions for profiles;
 * `answer` is asked first.
 */
export async function servePage(readable: boolean, answer: Answerer = () => false): Promise<ServedPage> {
  const outDir = inRepo(`build/out/bench-${String(process.pid)}`);
  const alias = [
    // Of RxDB's helpers for tests only the performance suite, and what it imports and a browser has not.
    { find: 'rxdb/plugins/test-utils', replacement: inRepo('node_modules/rxdb/dist/esm/plugins/test-utils/performance.js') },
    { find: 'assert', replacement: inRepo('e2e/bench/page/assert.ts') },
    { find: 'async-test-util', replacement: inRepo('e2e/bench/page/async-test-util.ts') },
  ];
  const root = inRepo('e2e/bench/page');
  const target = 'chrome120';
  await build(mergeConfig(viteConfig, { configFile: false, root, logLevel: 'error', resolve: { alias }, build: { outDir, target, minify: readable ? false : 'oxc' } }));
  const server = createServer((request, response) => {
    if (answer(request, response)) return;
    const file = path.join(outDir, request.url === '/' ? 'index.html' : path.normalize(request.url ?? ''));
    try {
      // The last two lines isolate the page, which lets its clock tell microseconds.
      response
        .setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
        .setHeader('cross-origin-opener-policy', 'same-origin')
        .setHeader('cross-origin-embedder-policy', 'require-corp')
        .end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  const close = (): void => {
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { address: (host) => `http://${host}.localhost:${String(port)}/`, close };
}
