import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { passThrough } from './pass-through.ts';

/** What becomes of a request on its way: a status in place of the hub's answer, or null to let it through. */
export type Refusing = (request: IncomingMessage) => number | null;

/** A way from offices to a hub, in the midst of which something can go wrong. */
export interface WayToHub {
  readonly address: string;
  refusing: Refusing;
  /** What somebody in between answers in the hub's place; null lets a request through. */
  answering: (request: IncomingMessage) => { readonly status: number; readonly type: string; readonly body: string } | null;
  /** What a request waits for before it goes on; null for nothing. */
  holding: (request: IncomingMessage) => Promise<void> | null;
  /** Requests that were carried or refused, "POST /chapter-…/_bulk_docs". */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Opens a way on a free port of the loopback; what the hub answers passes as it is. */
export async function openWayTo(hub: string): Promise<WayToHub> {
  const seen: string[] = [];
  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const status = way.refusing(request);
    const instead = way.answering(request) ?? (status === null ? null : { status, type: 'application/json', body: '{"error":"refused","reason":"not now"}' });
    if (instead !== null) {
      request.resume();
      response.writeHead(instead.status, { 'content-type': instead.type }).end(instead.body);
      return;
    }
    await way.holding(request);
    if (response.destroyed) return;
    passThrough(hub + (request.url ?? ''), request, response);
  };
  const server = createServer((request, response) => void carry(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way: WayToHub = {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    refusing: () => null,
    answering: () => null,
    holding: () => null,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return way;
}
