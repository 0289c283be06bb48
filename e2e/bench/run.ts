/**
 * `npm run bench`: what an office feels, in numbers. The import and the search are measured in the real app with a list of
 * 12,000 people; the store is measured beside RxDB on Dexie without sealing in the same browser, as a ratio.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, mergeConfig } from 'vite';
import viteConfig from '../../build/vite.config.ts';
import { inRepo } from '../../build/targets.ts';
import { browserFlags, findBrowser } from '../find-browser.ts';
import { measureApp } from './app.ts';
import { inventPeople } from './people.ts';
import { median, percentile, row } from './figures.ts';

const PEOPLE = 12_000;
const ROUNDS = 3;
const QUERIES = ['hernandez lupita', 'smith-perez', 'maria guadalupe', 'ñuñez', '9195550', 'jose luis garcia'];

async function servePage(): Promise<{ readonly address: string; readonly close: () => void }> {
  const outDir = inRepo('build/out/bench');
  await build(mergeConfig(viteConfig, { configFile: false, root: inRepo('e2e/bench/page'), logLevel: 'warn', build: { outDir } }));
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const file = path.join(outDir, request.url === '/' ? 'index.html' : path.normalize(request.url ?? ''));
    try {
      response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${String(address.port)}/`, close: () => server.close() };
}

async function measureStore(): Promise<void> {
  const people = inventPeople(PEOPLE);
  const served = await servePage();
  const profile = mkdtempSync(path.join(tmpdir(), 'convoca-bench-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: browserFlags() });
  try {
    const page = await context.newPage();
    await page.goto(served.address);
    await page.waitForFunction(() => 'measures' in globalThis);
    const ratios: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { convoca, dexie } = await page.evaluate((given) => globalThis.measures.bulk(given, 500), people);
      ratios.push(convoca / dexie);
      seconds.push(convoca / 1000);
    }
    row(`${String(PEOPLE)} people into the store, chunks of 500 (sealed, strict)`, `${median(seconds).toFixed(1)} s`, `${median(ratios).toFixed(2)} × RxDB on Dexie, unsealed, strict`);
    const { convoca, dexie } = await page.evaluate(([given, queries]) => globalThis.measures.search(given, queries), [people, QUERIES] as const);
    row('search, one keystroke, median', `${median(convoca).toFixed(2)} ms`, `${(median(convoca) / median(dexie)).toFixed(3)} × RxDB on Dexie ($regex)`);
    row('search, one keystroke, slowest of 100', `${percentile(convoca, 0.99).toFixed(2)} ms`, `${(percentile(convoca, 0.99) / percentile(dexie, 0.99)).toFixed(3)} × RxDB on Dexie`);
  } finally {
    await context.close();
    served.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

console.log('Convoca bench, this computer, one run\n');
await measureApp(PEOPLE);
await measureStore();
