import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PeerCredentials } from '../../shared/host.ts';
import { makeProxy, type Proxy, type ProxyLimits } from './proxy.ts';

export const DATABASE = 'chapter-abcdefgh12';

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

/** A proxy whose only peer is at the address; null for a chapter that has none. */
export function proxyTo(address: string | null, limits: Partial<ProxyLimits> = {}): Proxy {
  const peer: PeerCredentials | null =
    address === null ? null : { address, account: 'office-1', label: 'hub', password: 'wörd:with colon' };
  return makeProxy({ credentials: (database) => Promise.resolve(database === DATABASE ? peer : null) }, limits);
}

/** A request of the page's. */
export function fromPage(path: string, init: RequestInit & { duplex?: 'half' } = {}): Request {
  return new Request(new URL(path, 'http://127.0.0.1:4747'), init);
}
