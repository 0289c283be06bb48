import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import type { Visit } from './bench-browser.ts';
import { limit, median, row } from './figures.ts';
import { alternate, hostsOf, type Run } from './store-parts.ts';

interface Weight {
  /** Bytes of JavaScript objects after garbage collection. */
  readonly heap: number;
  /** Bytes of buffers outside the heap that objects hold. */
  readonly buffers: number;
  /** Bytes of the renderer process in memory; null where the system does not tell. */
  readonly process: number | null;
}

const MB = 1024 * 1024;

/**
 * Weighs a whole open chapter after garbage collection: Convoca with its directory of names, and RxDB on Dexie with the
 * documents that it read held by the page, as they are when a screen searches them.
 */
export async function measureHeap({ browser, rounds }: Run, count: number): Promise<void> {
  const hosts = hostsOf(count);
  const weigh = (host: string): Promise<Weight> =>
    browser.visit(host, async (visit) => {
      await visit.ask('hold', [count], `hold-${String(count)}`);
      return weightOf(visit);
    });
  const answers = await alternate(rounds, () => weigh(hosts.convoca), () => weigh(hosts.dexie));
  const mid = (side: 'convoca' | 'dexie', what: keyof Weight): number => median(answers.map((answer) => answer[side][what] ?? Number.NaN)) / MB;
  const name = `${count.toLocaleString('en-US')} records open`;
  limit(`heap after garbage collection, ${name}`, mid('convoca', 'heap'), 'MB', 250, `Dexie, all read: ${mid('dexie', 'heap').toFixed(0)} MB`);
  row(`buffers outside the heap, ${name}`, `${mid('convoca', 'buffers').toFixed(0)} MB`, `Dexie: ${mid('dexie', 'buffers').toFixed(0)} MB`);
  row(`renderer process in memory (resident), ${name}`, `${mid('convoca', 'process').toFixed(0)} MB`, `Dexie: ${mid('dexie', 'process').toFixed(0)} MB`);
}

async function weightOf({ page, session }: Visit): Promise<Weight> {
  // What is still written in idle time after an opening is no part of what an open chapter weighs.
  await page.waitForTimeout(3_000);
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
  return { heap: usage.usedSize + (usage.embedderHeapUsedSize ?? 0), buffers: usage.backingStorageSize ?? 0, process: await residentBytes(page.context()) };
}

/** Memory of the page's own process: of the browser's renderers the largest, since no other page with a chapter is open. */
async function residentBytes(context: BrowserContext): Promise<number | null> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session || !existsSync('/proc/self/status')) return null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(id)}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  });
  return Math.max(...sizes);
}
