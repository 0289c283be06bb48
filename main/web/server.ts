import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Machine } from '../machine/machine.ts';
import { isSyncPath } from '../proxy/sync-path.ts';
import { HOST_PREFIX } from './addresses.ts';
import { hostPaths, sendJson } from './answers.ts';
import { makeGate, type Gate } from './gate.ts';
import { safeHeaders } from './policy.ts';
import { sendWebResponse, toWebRequest } from './web-request.ts';

/** Answers the page's own files; the headers of {@link safeHeaders} are set already. */
export type PageServer = (request: IncomingMessage, response: ServerResponse, pathname: string) => void | Promise<void>;

export interface BrowserHost {
  readonly port: number;
  /** The address to open, with the key of this run in its fragment. */
  readonly address: string;
  /** The address for starting a browser with: its key works once, within a minute. */
  addressForOnce(): string;
  /** Ends at once, long polls included. */
  stop(): Promise<void>;
}

export interface BrowserHostOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly machine: Machine;
  readonly policy: string;
  /** Makes the page's server, given Node's server for those who need a socket of it (a developer's page updates). */
  readonly pages: (server: Server, port: number) => PageServer | Promise<PageServer>;
}

/**
 * Serves the renderer and its host on 127.0.0.1 (design §6). Rejects with Node's error, `EADDRINUSE` when the port is
 * taken.
 */
export async function startBrowserHost({ port: wanted, machine, policy, pages }: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 30_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const gate = makeGate(port);
  const answer = requestAnswerer(gate, port, machine, policy, await pages(server, port));
  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) sendJson(response, 500, { error: 'machine' });
      else response.destroy();
    });
  });
  return {
    port,
    address: `http://127.0.0.1:${port}/#key=${gate.key}`,
    addressForOnce: () => `http://127.0.0.1:${port}/#key=${gate.keyForOnce()}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function requestAnswerer(
  gate: Gate,
  port: number,
  machine: Machine,
  policy: string,
  pages: PageServer,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const headers = Object.entries(safeHeaders(policy));
  const origin = `http://127.0.0.1:${port}`;
  const hostCalls = hostPaths(gate, machine);
  return async (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!gate.rightHost(request)) return sendElsewhere(request, response, port);
    if (!URL.canParse(request.url ?? '/', origin)) return sendJson(response, 400, { error: 'address' });
    const { pathname } = new URL(request.url ?? '/', origin);
    const isCall = pathname.startsWith(HOST_PREFIX);
    if (!isCall && !isSyncPath(pathname)) return pages(request, response, pathname);
    if (!gate.ownPage(request)) return sendJson(response, 403, { error: 'foreign-page' });
    if (isCall) return hostCalls(request, response, pathname);
    if (!gate.letIn(request)) {
      return sendJson(response, 403, { error: 'convoca', problem: 'not-allowed', lockedOut: true });
    }
    return sendWebResponse(await machine.proxy.forward(toWebRequest(request, response, origin)), response);
  };
}

/**
 * `localhost` is another origin with other records, so it is led to the one that holds them; any other name is a site
 * that points its own name at this PC, and gets nothing.
 */
function sendElsewhere(request: IncomingMessage, response: ServerResponse, port: number): void {
  if (request.headers.host === `localhost:${port}` && request.method === 'GET' && URL.canParse(request.url ?? '/', 'http://localhost')) {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    response.writeHead(307, { location: `http://127.0.0.1:${port}${pathname}${search}`, 'cache-control': 'no-store' });
    response.end();
    return;
  }
  sendJson(response, 421, { error: 'foreign-host' });
}
