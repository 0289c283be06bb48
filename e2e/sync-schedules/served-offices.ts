import { readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build, mergeConfig } from 'vite';
import { inRepo } from '../../build/targets.ts';
import viteConfig from '../../build/vite.config.ts';
import { makeProxy, type Proxy } from '../../main/proxy/proxy.ts';
import { sendWebResponse, toWebRequest } from '../../main/web/web-request.ts';
import { SERVER_PEER } from '../../shared/host.ts';
import { passThrough } from '../support/pass-through.ts';
import { LineFailure, type Line } from '../sync-simulation/line.ts';
import type { Answered } from '../sync-simulation/simulated-hub.ts';
import { SPEED } from './real-time.ts';

/** An office as its page's origin serves it: the way of its requests to the peer, and with which account. */
export interface ServedOffice {
  readonly line: Line;
  readonly account: string;
  readonly password: string;
  /** Where the line ends. */
  readonly address: string;
  /** Resolves when requests may go on. */
  readonly open: () => Promise<void>;
}

export interface ServedOffices {
  /** The page's address at that office, with an origin and so with a database folder of its own. */
  address(office: string): string;
  /** Offices by the name of their host. */
  readonly offices: Map<string, ServedOffice>;
  close(): void;
}

/** Builds the page as the app is built; each office is served at a host of its own, with the real sync proxy behind it. */
export async function serveOffices(): Promise<ServedOffices> {
  const outDir = inRepo(`build/out/sync-schedules-${String(process.pid)}`);
  await build(mergeConfig(viteConfig, { configFile: false, root: inRepo('e2e/sync-schedules/page'), logLevel: 'error', build: { outDir, target: 'chrome120', minify: false } }));
  const offices = new Map<string, ServedOffice>();
  const ways = await listening(createServer((request, response) => void carry(offices, request, response)));
  const proxies = new Map<ServedOffice, Proxy>();
  const proxyOf = (name: string): Proxy | null => {
    const office = offices.get(name);
    if (!office) return null;
    const { account, password } = office;
    const peer = { id: SERVER_PEER, kind: 'server', address: `http://127.0.0.1:${String(ways.port)}/${name}`, account, password, label: 'headquarters' } as const;
    const proxy = proxies.get(office) ?? makeProxy({ credentials: () => Promise.resolve(peer) }, { connect: 15_000 / SPEED, idle: 60_000 / SPEED });
    proxies.set(office, proxy);
    return proxy;
  };
  const pages = await listening(
    createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const [name = ''] = (request.headers.host ?? '').split('.');
      const [, first, second = ''] = url.pathname.split('/');
      const proxy = proxyOf(name);
      if (first === 'sync' && proxy) {
        void proxy.forward(toWebRequest(request, response, 'http://127.0.0.1')).then((answer) => sendWebResponse(answer, response));
        return;
      }
      if (first === 'probe' && proxy) {
        void proxy.probe(second, SERVER_PEER).then((answer) => response.end(JSON.stringify(answer)));
        return;
      }
      sendFile(outDir, url.pathname, response);
    }),
  );
  return {
    offices,
    address: (office) => `http://${office}.localhost:${String(pages.port)}/`,
    close: () => {
      pages.end();
      ways.end();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

async function listening(server: ReturnType<typeof createServer>): Promise<{ readonly port: number; readonly end: () => void }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, end };
}

function sendFile(folder: string, pathname: string, response: ServerResponse): void {
  const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
  try {
    response.setHeader('content-type', file.endsWith('.html') ? 'text/html' : 'text/javascript').end(readFileSync(file));
  } catch {
    response.writeHead(404).end();
  }
}

/** Takes a request over an office's line. Where nothing is wrong with it, the peer's answer streams through as it comes. */
async function carry(offices: ReadonlyMap<string, ServedOffice>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, name = '', ...rest] = (request.url ?? '').split('/');
  const office = offices.get(name);
  if (!office) return void response.destroy();
  await office.open();
  const target = `/${rest.join('/')}`;
  if (office.line.state === 'good') return passThrough(office.address + target, request, response);
  try {
    const body = await readBody(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
    send(await office.line.carry({ method: request.method ?? 'GET', path: target, headers, body }, true), request, response);
  } catch (problem) {
    response.destroy();
    if (!(problem instanceof LineFailure) && !request.destroyed) throw problem;
  }
}

function send({ status, headers, body }: Answered, { method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(method === 'HEAD' ? undefined : body);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  return pieces.length === 0 ? null : Buffer.concat(pieces).toString('utf8');
}
