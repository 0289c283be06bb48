import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request on its way: a status in place of the hub's answer, or null to let it through. */
export type Refusing = (request: IncomingMessage) => number | null;

/** A way from offices to a hub, in the midst of which something can go wrong. */
export interface WayToHub {
  readonly address: string;
  refusing: Refusing;
  /** Requests that were carried or refused, "POST /chapter-…/_bulk_docs". */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Opens a way on a free port of the loopback; what the hub answers passes as it is. */
export async function openWayTo(hub: string): Promise<WayToHub> {
  const seen: string[] = [];
  const carry = (request: IncomingMessage, response: ServerResponse): void => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const status = way.refusing(request);
    if (status !== null) {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":"refused","reason":"not now"}');
      return;
    }
    const asked = ask(hub + (request.url ?? ''), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    asked.once('error', () => response.destroy());
    response.once('close', () => asked.destroy());
    request.pipe(asked);
  };
  const server = createServer(carry);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way: WayToHub = {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    refusing: () => null,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return way;
}
