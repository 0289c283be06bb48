import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../find-browser.ts';
import { freePort, killTree, startProgram, type Running } from './processes.ts';

/** An office as it stands in the world: its own browser host, data folder and browser profile. */
export interface Office {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  /** Where the browser keeps its IndexedDB. */
  readonly profile: string;
  readonly data: string;
  /** Closes the browser, as people do; the host goes on. */
  closeBrowser(): Promise<void>;
  /** Ends the browser as a power cut does: nothing is asked, nothing is written. */
  killBrowser(): Promise<void>;
  /** Opens the browser again on the same profile. */
  openBrowser(): Promise<Page>;
  /** Ends the host under the open page. */
  stopHost(): Promise<void>;
  /** Starts the host again on the same port and data, as people do; its address has a new key. */
  startHost(): Promise<void>;
  remove(): Promise<void>;
}

export interface OfficeOptions {
  readonly language?: 'es' | 'en';
  readonly width?: number;
  readonly height?: number;
  /** A folder on another disk, where the browser then keeps what pages store; the rest of its profile stays. */
  readonly recordsOn?: string | undefined;
  /** A browser with its windows, as people have it, though they are not shown: what is killed or measured there must be the real one. */
  readonly wholeBrowser?: boolean;
}

/** Starts a browser host as `npm start -- --web` does, with a port and a data folder of its own, and opens a browser. */
export async function startOffice({ language = 'es', width = 1024, height = 768, recordsOn, wholeBrowser = false }: OfficeOptions = {}): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), 'convoca-office-'));
  const data = path.join(folder, 'data');
  const profile = path.join(folder, 'profile');
  if (recordsOn !== undefined) storeOn(recordsOn, profile);
  const port = await freePort();
  // What an office shares, it shares on this computer only: no test is heard on the network.
  const args = ['--web', '--no-open', '--port', String(port), '--data', data, '--share-at', '127.0.0.1:0'];
  let host: Running;
  let address = '';
  const startHost = async (): Promise<void> => {
    host = await startProgram('build/start.ts', args, /http:\/\/127\.0\.0\.1:\d+/);
    address = /http:\/\/\S+/.exec(host.line)?.[0] ?? '';
  };
  await startHost();
  let context = await launch();
  let page = await visit();

  function launch(): Promise<BrowserContext> {
    return chromium.launchPersistentContext(profile, {
      executablePath: findBrowser({ canLackWindows: !wholeBrowser }),
      args: browserFlags(),
      viewport: { width, height },
      locale: language === 'es' ? 'es-US' : 'en-US',
      acceptDownloads: true,
    });
  }
  async function visit(): Promise<Page> {
    const first = context.pages()[0] ?? (await context.newPage());
    await first.goto(address);
    return first;
  }

  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    get address() {
      return address;
    },
    profile,
    data,
    closeBrowser: () => context.close(),
    killBrowser: async () => {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      killTree(await browserProcess(context));
      await gone;
    },
    stopHost: () => host.stop(),
    startHost,
    openBrowser: async () => {
      context = await launch();
      page = await visit();
      return page;
    },
    remove: async () => {
      await context.close().catch(() => undefined);
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Chromium's folders of what pages store, laid on another disk. */
function storeOn(disk: string, profile: string): void {
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  for (const store of ['IndexedDB', 'Service Worker', 'WebStorage']) {
    mkdirSync(path.join(disk, store));
    symlinkSync(path.join(disk, store), path.join(profile, 'Default', store));
  }
}

/** The process id of the browser itself, of which its other processes are children. */
export async function browserProcess(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('this context has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('the browser told no process of its own');
  return main.id;
}
