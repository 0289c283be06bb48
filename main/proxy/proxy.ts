import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { PeerAnswer } from '../../shared/host.ts';
import type { PeerStore } from '../machine/peer-store.ts';
import { bodyStream, readSmall } from './answer-body.ts';
import { headersForPage, headersForPeer } from './headers.ts';
import { askPeer, USUAL_LIMITS, type ProxyLimits } from './peer-request.ts';
import { probePeer } from './probe.ts';
import { PeerTrouble, problemOfError, problemOfHead, problemResponse, saysFull } from './problem.ts';
import { readSyncPath, type SyncTarget } from './sync-path.ts';

export type { ProxyLimits } from './peer-request.ts';

/** The one way from the page to a server (design §6): it adds the credentials that the page never has. */
export interface Proxy {
  /**
   * Forwards a request for `/sync/<peer id>/<database>/…` to that peer of the database and gives its answer, streamed. What hinders it
   * comes back as a JSON answer `{error: 'convoca', problem}` (see {@link problemResponse}); it never rejects.
   */
  forward(request: Request): Promise<Response>;
  /** The server unless another of the database's peers is named. */
  probe(database: string, id?: string): Promise<PeerAnswer>;
}

/** A proxy for the peers of one data folder. */
export function makeProxy(peers: Pick<PeerStore, 'credentials'>, changed: Partial<ProxyLimits> = {}): Proxy {
  const limits = { ...USUAL_LIMITS, ...changed };
  return {
    forward: async (request) => {
      const target = readSyncPath(request.method, new URL(request.url));
      // As CouchDB answers for what is not there. PouchDB also asks for the server's own id and takes this for "none".
      if (target === null) return Response.json({ error: 'not_found', reason: 'missing' }, { status: 404 });
      try {
        return await forward(peers, request, target, limits);
      } catch (error) {
        return problemResponse(problemOfError(error));
      }
    },
    probe: async (database, id) => {
      try {
        const peer = await peers.credentials(database, id);
        return peer ? await probePeer(peer, database, limits) : { ok: false, problem: 'no-peer' };
      } catch {
        // The peer's file cannot be read: as good as none, and setting it again is what helps.
        return { ok: false, problem: 'no-peer' };
      }
    },
  };
}

async function forward(
  peers: Pick<PeerStore, 'credentials'>,
  request: Request,
  target: SyncTarget,
  limits: ProxyLimits,
): Promise<Response> {
  const peer = await peers.credentials(target.keptFor, target.peer).catch(() => null);
  if (!peer) return problemResponse('no-peer');
  if (Number(request.headers.get('content-length') ?? 0) > limits.requestBytes) return problemResponse('too-large');
  const answer = await askPeer(
    peer,
    {
      method: request.method,
      path: target.path,
      headers: headersForPeer(request.headers, target.isDatabaseInfo),
      body: request.body && Readable.fromWeb(request.body as NodeStream<Uint8Array>),
      signal: request.signal,
    },
    limits,
  );
  const status = answer.statusCode ?? 0;
  const problem = problemOfHead(status, answer.headers['content-type'] ?? '');
  if (problem) {
    answer.destroy();
    return problemResponse(problem, answer.headers['retry-after']);
  }
  if (Number(answer.headers['content-length'] ?? 0) > limits.answerBytes) {
    answer.destroy();
    return problemResponse('too-large');
  }
  const headers = headersForPage(answer.headers);
  if (request.method === 'HEAD' || status === 204 || status === 304) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  if (status >= 500) return failedAnswer(answer, status, headers, limits);
  if (target.isDatabaseInfo) return wholeAnswer(answer, status, headers);
  return new Response(bodyStream(answer, limits.answerBytes), { status, headers });
}

/** A server's failure passes as it is, except a full disk, which people can do something about. */
async function failedAnswer(answer: IncomingMessage, status: number, headers: Headers, limits: ProxyLimits): Promise<Response> {
  const packed = answer.headers['content-encoding'] !== undefined;
  if (packed) return new Response(bodyStream(answer, limits.answerBytes), { status, headers });
  const text = await readSmall(answer);
  return saysFull(text) ? problemResponse('server-full') : new Response(text, { status, headers });
}

/** Database information, checked to be JSON before replication takes numbers from it. */
async function wholeAnswer(answer: IncomingMessage, status: number, headers: Headers): Promise<Response> {
  const text = await readSmall(answer);
  try {
    JSON.parse(text);
  } catch {
    throw new PeerTrouble('damaged-answer');
  }
  return new Response(text, { status, headers });
}
