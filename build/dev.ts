import { readFile } from 'node:fs/promises';
import { createServer } from 'vite';
import { readAppInfo } from '../main/machine/app-info.ts';
import { readOptions, USAGE } from '../main/web/options.ts';
import { contentPolicy } from '../main/web/policy.ts';
import { runBrowserHost } from '../main/web/run.ts';
import type { PageServer } from '../main/web/server.ts';
import { makeFresh } from './freshness.ts';
import { inRepo } from './targets.ts';

/** `npm run dev`: the browser host with the renderer straight from its sources, updated as they change. */
const options = readOptions(process.argv.slice(2));
if (options === null) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(2);
}
await makeFresh(['host']);

const host = await runBrowserHost({
  port: options.port,
  dataFolder: options.dataFolder,
  shareAt: options.shareAt,
  info: await readAppInfo(inRepo('build/out/app-info.json')),
  say: (line) => process.stdout.write(`${line}\n`),
  // Vite writes its own start into the page, and sends updates over a socket. Only here.
  policy: contentPolicy({
    'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    'connect-src': "'self' ws://127.0.0.1:*",
  }),
  pages: async (server): Promise<PageServer> => {
    const vite = await createServer({
      configFile: inRepo('build/vite.config.ts'),
      appType: 'spa',
      server: { middlewareMode: true, ws: { server } },
    });
    return async (request, response, pathname) => {
      if (pathname !== '/host.js') {
        vite.middlewares(request, response);
        return;
      }
      await makeFresh(['host']);
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
      response.end(await readFile(inRepo('build/out/web/host.js')));
    };
  },
});
if (host === null) process.exit(1);
process.stdout.write(`Convoca: ${host.address}\n`);
