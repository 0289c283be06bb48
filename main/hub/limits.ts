import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { tooMany } from './couch-error.ts';

/** What one address may take of the hub, so that one broken office cannot keep the others out. */
export interface Limits {
  readonly requestsPerSecond: number;
  /** Requests that may come at once before the rate counts. */
  readonly burst: number;
  readonly connectionsPerAddress: number;
  readonly connections: number;
  /** Changes feeds that one account may keep waiting. */
  readonly feedsPerAccount: number;
  /** Milliseconds until the head of a request must be here. */
  readonly headersMs: number;
  /** Milliseconds until all of a request must be here. */
  readonly requestMs: number;
  /** A body must bring at least `trickleBytes` in any `trickleMs`, or its connection is cut. */
  readonly trickleMs: number;
  readonly trickleBytes: number;
  /** Bytes of bodies (unpacked) that may lie in memory at once, of all senders. */
  readonly bodyBytes: number;
}
export const USUAL_LIMITS: Limits = {
  requestsPerSecond: 200,
  burst: 2000,
  connectionsPerAddress: 128,
  connections: 1024,
  feedsPerAccount: 32,
  headersMs: 10_000,
  requestMs: 10 * 60_000,
  trickleMs: 30_000,
  trickleBytes: 1024,
  bodyBytes: 256 * 1024 * 1024,
};

/** Counts requests by address: each address has a bucket that fills with the time. */
export class RequestRate {
  readonly #limits: Limits;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes one request into account; throws 429 when the address has none left. `now` in milliseconds. */
  take(address: string, now: number): void {
    const { requestsPerSecond, burst } = this.#limits;
    if (this.#buckets.size > 5000) this.#buckets.clear();
    const bucket = this.#buckets.get(address) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * requestsPerSecond);
    this.#buckets.set(address, { left: Math.max(0, left - 1), at: now });
    if (left < 1) throw tooMany();
  }
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Turns away connections beyond what an address, and all together, may have open. This computer's own address has no
 * limit of its own: a web server in front of the hub brings everybody's connections from there.
 */
export function limitConnections(server: Server, limits: Limits): void {
  server.maxConnections = limits.connections;
  const byAddress = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (LOOPBACK.test(address)) return;
    const open = (byAddress.get(address) ?? 0) + 1;
    byAddress.set(address, open);
    socket.on('close', () => {
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left <= 0) byAddress.delete(address);
      else byAddress.set(address, left);
    });
    if (open > limits.connectionsPerAddress) socket.destroy();
  });
}

/** Counts the changes feeds that an account keeps waiting. */
export class OpenFeeds {
  readonly #most: number;
  readonly #byAccount = new Map<string, number>();

  constructor(limits: Limits) {
    this.#most = limits.feedsPerAccount;
  }

  /** Notes one more feed and gives the function that ends it; throws 429 beyond the limit. */
  open(account: string): () => void {
    const open = this.#byAccount.get(account) ?? 0;
    if (open >= this.#most) throw tooMany();
    this.#byAccount.set(account, open + 1);
    return () => {
      const left = (this.#byAccount.get(account) ?? 1) - 1;
      if (left <= 0) this.#byAccount.delete(account);
      else this.#byAccount.set(account, left);
    };
  }
}
