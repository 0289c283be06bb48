import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SERVER_PEER, type PeerCredentials } from '../../shared/host.ts';
import { makeProxy, type Proxy, type ProxyLimits } from './proxy.ts';

export const DATABASE = 'chapter-abcdefgh12';
/** Where the page reaches that chapter's server. */
export const SERVER_PATH = `/sync/${SERVER_PEER}/${DATABASE}`;

export interface LittlePeer {
  readonly address: string;
  stop(): void;
}

/** A real server for the proxy's tests, answering as the test says. */
export async function littlePeer(answer: RequestListener): Promise<LittlePeer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A proxy whose only peer, the chapter's server, is at the address; null for a chapter that has none. */
export function proxyTo(address: string | null, limits: Partial<ProxyLimits> = {}): Proxy {
  const peer: PeerCredentials | null =
    address === null ? null : { id: SERVER_PEER, kind: 'server', address, account: 'office-1', label: 'hub', password: 'wörd:with colon' };
  const credentials = (database: string, id = SERVER_PEER): Promise<PeerCredentials | null> =>
    Promise.resolve(database === DATABASE && id === SERVER_PEER ? peer : null);
  return makeProxy({ credentials }, limits);
}

/** A request of the page's. */
export function fromPage(path: string, init: RequestInit & { duplex?: 'half' } = {}): Request {
  return new Request(new URL(path, 'http://127.0.0.1:4747'), init);
}
