import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../find-browser.ts';
import { servePage, type Answerer, type ServedPage } from './served-page.ts';
import type { Bench } from './page/measure.ts';

/** One visit of a side's page: a renderer process of its own, ended afterwards. */
export interface Visit {
  readonly page: Page;
  readonly session: CDPSession;
  /** Asks the page for one measure; with profiles wished for and a name given, one is written. */
  ask<N extends keyof Bench>(measure: N, given: Parameters<Bench[N]>, profile?: string): Promise<Awaited<ReturnType<Bench[N]>>>;
}

/** The browser that both sides run in, with one profile for the whole bench. */
export class BenchBrowser {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'convoca-bench-'));
  readonly #served: ServedPage;
  readonly #profiles: string | null;
  #context: BrowserContext | null = null;

  private constructor(served: ServedPage, profiles: string | null) {
    this.#served = served;
    this.#profiles = profiles;
  }

  /** Builds the page and starts nothing yet. CPU profiles of Convoca's side go to a folder that is printed. */
  static async start(profiling: boolean, answer?: Answerer): Promise<BenchBrowser> {
    const profiles = profiling ? path.join(tmpdir(), 'convoca-profiles') : null;
    if (profiles !== null) {
      mkdirSync(profiles, { recursive: true });
      console.log(`CPU profiles of Convoca's side go to ${profiles}; sampling slows that side, so these ratios are no result.\n`);
    }
    return new BenchBrowser(await servePage(profiling, answer), profiles);
  }

  /** Ends the browser; the next visit starts another one on the same profile, as after the PC was started. */
  async restart(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  /**
   * Opens a host's page in a new renderer process, lets `work` measure, and closes it. Rejects when the page wrote to
   * IndexedDB in any transaction that was not strict.
   */
  async visit<T>(host: string, work: (visit: Visit) => Promise<T>): Promise<T> {
    this.#context ??= await chromium.launchPersistentContext(this.folder, { executablePath: findBrowser(), args: browserFlags() });
    const page = await this.#context.newPage();
    try {
      await page.goto(this.#served.address(host));
      await page.waitForFunction(() => globalThis.bench !== undefined);
      const session = await this.#context.newCDPSession(page);
      const answer = await work({ page, session, ask: (measure, given, profile) => this.#ask(page, session, host, measure, given, profile) });
      const { strict, other } = await page.evaluate(() => globalThis.bench?.durabilities() ?? { strict: 0, other: -1 });
      if (other !== 0) throw new Error(`${host}: ${String(other)} write transactions were not strict (${String(strict)} were)`);
      return answer;
    } finally {
      await page.close();
    }
  }

  async #ask<N extends keyof Bench>(page: Page, session: CDPSession, host: string, measure: N, given: Parameters<Bench[N]>, profile?: string): Promise<Awaited<ReturnType<Bench[N]>>> {
    const profiled = this.#profiles !== null && profile !== undefined && host.startsWith('convoca');
    if (profiled) {
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 200 });
      await session.send('Profiler.start');
    }
    const answer = await page.evaluate(
      ([name, values]) => {
        const measures = globalThis.bench as unknown as Record<string, (...given: unknown[]) => unknown>;
        return measures[name]?.(...values);
      },
      [measure, given] as [keyof Bench, unknown[]],
    );
    if (profiled) {
      const { profile: samples } = await session.send('Profiler.stop');
      writeFileSync(path.join(this.#profiles ?? '', `${profile ?? ''}.cpuprofile`), JSON.stringify(samples));
    }
    return answer as Awaited<ReturnType<Bench[N]>>;
  }

  /** The bytes on the disk of what a host's pages stored. */
  storeOf(host: string): string {
    const { port } = new URL(this.#served.address(host));
    return path.join(this.folder, 'Default', 'IndexedDB', `http_${host}.localhost_${port}.indexeddb.leveldb`);
  }

  /** Ends the browser and removes everything it stored. */
  async remove(): Promise<void> {
    await this.restart();
    this.#served.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
