import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMachine, type Machine } from '../machine/machine.ts';
import type { BuiltPages } from './built-pages.ts';
import { servePages } from './page-files.ts';
import { contentPolicy } from './policy.ts';
import { startBrowserHost, type BrowserHost } from './server.ts';

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const INDEX = { type: 'text/html; charset=utf-8', hashed: false, bytes: encoded('<!doctype html>index') };
const SCRIPT = { type: 'text/javascript; charset=utf-8', hashed: true, bytes: encoded('1') };
export const PAGES: BuiltPages = (pathname) =>
  pathname === '/assets/a.js' ? SCRIPT : pathname.includes('.') ? null : INDEX;

export interface TestHost {
  readonly host: BrowserHost;
  readonly machine: Machine;
  readonly dataFolder: string;
  readonly key: string;
  /** Asks by plain HTTP, so that headers a browser would set itself can be forged. */
  ask(path: string, asked?: Asked): Promise<Told>;
  /** The cookie that the key of this run gives. */
  cookie(): Promise<string>;
  stop(): Promise<void>;
}
export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A browser host on a free port with a data folder of its own. */
export async function testHost(): Promise<TestHost> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'host-'));
  const info = { version: '1.2.3', builtAt: '2026-01-02T03:04:05.000Z', platform: 'test' };
  const machine = await openMachine(dataFolder, info);
  const host = await startBrowserHost({ port: 0, machine, policy: contentPolicy(), pages: () => servePages(PAGES) });
  const ask = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Told> =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port: host.port, path, method, headers, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (piece) => {
          text += String(piece);
        });
        answer.once('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
        answer.once('error', reject);
      });
      asking.once('error', reject);
      asking.end(body);
    });
  const key = new URL(host.address).hash.slice('#key='.length);
  return {
    host,
    machine,
    dataFolder,
    key,
    ask,
    cookie: async () => {
      const unlocked = await ask('/host/unlock', { method: 'POST', headers: ownPage(host.port), body: key });
      return unlocked.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    },
    stop: async () => {
      await host.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The headers that a browser sets for a call of the host's own page. */
export function ownPage(port: number): Record<string, string> {
  return { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
}
