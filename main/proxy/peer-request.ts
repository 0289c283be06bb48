import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import type { PeerCredentials } from '../../shared/host.ts';
import { PeerTrouble } from './problem.ts';

/** How long and how much the proxy bears. Times in milliseconds, sizes in bytes. */
export interface ProxyLimits {
  /** From the first try until the peer's machine is reached, TLS included. */
  readonly connect: number;
  /** Silence in either direction; a long poll's heartbeats break it. */
  readonly idle: number;
  readonly requestBytes: number;
  /** As they come over the line: a page of large records is 16 MB, a peer that never ends must not fill the memory. */
  readonly answerBytes: number;
}
const MEGABYTE = 1024 * 1024;
export const USUAL_LIMITS: ProxyLimits = { connect: 15_000, idle: 60_000, requestBytes: 32 * MEGABYTE, answerBytes: 64 * MEGABYTE };

export interface PeerRequest {
  readonly method: string;
  /** Below the peer's address, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | null;
  readonly signal?: AbortSignal | undefined;
}

const KEPT_OPEN = { keepAlive: true, maxSockets: 10, timeout: 120_000 };
const plain = new http.Agent(KEPT_OPEN);
const secure = new https.Agent(KEPT_OPEN);

/**
 * Sends a request to the peer with the account's Basic sign-in and resolves with the answer's head, its body unread.
 * Node's own client is used rather than fetch: it follows no redirect, changes no encoding, and tells connecting from
 * waiting. Rejects with {@link PeerTrouble} or a network error; the caller's signal ends it at any time.
 */
export async function askPeer(peer: PeerCredentials, asked: PeerRequest, limits: ProxyLimits): Promise<http.IncomingMessage> {
  try {
    return await askOnce(peer, asked, limits, true);
  } catch (error) {
    // A connection kept from before may have been closed at the other end meanwhile; that says nothing about the peer.
    if (!(error instanceof StaleConnection) || asked.body !== null) throw error;
    return askOnce(peer, asked, limits, false);
  }
}

/** A connection that was used before broke before any answer came. */
class StaleConnection extends Error {
  readonly code = 'ECONNRESET';
}

function askOnce(peer: PeerCredentials, asked: PeerRequest, limits: ProxyLimits, reuse: boolean): Promise<http.IncomingMessage> {
  const url = new URL(peer.address + asked.path);
  const [client, agent] = url.protocol === 'https:' ? [https, secure] : [http, plain];
  const signIn = Buffer.from(`${peer.account}:${peer.password}`).toString('base64');
  return new Promise((resolve, reject) => {
    const request = client.request(url, {
      method: asked.method,
      agent: reuse && agent,
      headers: { ...asked.headers, authorization: `Basic ${signIn}` },
      ...(asked.signal ? { signal: asked.signal } : {}),
    });
    const giveUp = (): void => {
      request.destroy(new PeerTrouble('no-network'));
    };
    const connecting = setTimeout(giveUp, limits.connect);
    const connected = (): void => {
      clearTimeout(connecting);
      request.setTimeout(limits.idle, giveUp);
    };
    request.once('socket', (socket) => {
      if (!socket.connecting) connected();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
    });
    request.once('error', (error) => {
      clearTimeout(connecting);
      const isStale = request.reusedSocket && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      reject(isStale ? new StaleConnection(error.message) : error);
    });
    request.once('response', resolve);
    if (asked.body === null) request.end();
    else sendBody(asked.body, request, limits.requestBytes);
  });
}

/** Streams a body on; too many bytes, or the page's breaking off, end the request. */
function sendBody(body: Readable, request: http.ClientRequest, most: number): void {
  let bytes = 0;
  body.on('data', (piece: Uint8Array) => {
    bytes += piece.byteLength;
    if (bytes > most) {
      body.destroy();
      request.destroy(new PeerTrouble('too-large'));
    }
  });
  body.once('error', (error) => request.destroy(error));
  request.once('close', () => body.destroy());
  body.pipe(request);
}
