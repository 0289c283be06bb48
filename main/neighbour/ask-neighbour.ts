import http from 'node:http';
import type { z } from 'zod';
import type { ChapterProof, ConnectProblem, PeerCredentials } from '../../shared/host.ts';
import { freshNonce, isProof, openSaid, proofOf, sealSaid } from '../../shared/sync/neighbour-proof.ts';
import { readSmall } from '../proxy/answer-body.ts';
import { answererSays, helloAnswer, HELLO_PATH, peerIdOf, PROVE_PATH, proveAnswer, socketAddress, type askerSays } from './wire.ts';

const ANSWER_MS = 5000;

/** What asking another PC came to. */
export type Proved = { readonly ok: true; readonly peer: PeerCredentials } | { readonly ok: false; readonly problem: ConnectProblem };

class NotFound extends Error {
  readonly problem: ConnectProblem;
  constructor(problem: ConnectProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The side that asks: proves the chapter's key to the hub at `origin` (`http://192.168.1.20:5986`), demands its proof,
 * and gives the peer with the account that was made there. `ownHub` is this PC's own hub, if it has one. Never rejects.
 */
export async function askNeighbour(origin: string, chapter: ChapterProof, ownHub: string | null): Promise<Proved> {
  try {
    const askerNonce = await freshNonce();
    const { said: begun, address } = await post(origin, HELLO_PATH, { v: 1, nonce: askerNonce }, helloAnswer);
    if (begun.hub === ownHub) return { ok: false, problem: 'this-pc' };
    const conversation = { hub: begun.hub, address, session: begun.session, askerNonce, answererNonce: begun.nonce };
    const { database, device, name, key } = chapter;
    const asks: z.infer<typeof askerSays> = { database, device, name };
    const sealed = await sealSaid(key, 'asks', conversation, asks);
    const proof = await proofOf(key, 'asks', conversation, [sealed]);
    const { said: answer, address: again } = await post(origin, PROVE_PATH, { session: begun.session, proof, sealed }, proveAnswer);
    const holds = again === address && (await isProof(answer.proof, key, 'answers', conversation, [proof, sealed, answer.sealed]));
    const said = answererSays.safeParse(holds ? await openSaid(key, 'answers', conversation, answer.sealed) : null);
    if (!said.success || said.data.database !== database) return { ok: false, problem: 'refused' };
    if (said.data.device === device) return { ok: false, problem: 'this-pc' };
    const { account, password, name: label } = said.data;
    return { ok: true, peer: { id: peerIdOf(begun.hub), kind: 'neighbour', address: origin, account, password, label } };
  } catch (error) {
    return { ok: false, problem: error instanceof NotFound ? error.problem : 'no-network' };
  }
}

async function post<T>(origin: string, path: string, body: object, schema: z.ZodType<T>): Promise<{ said: T; address: string }> {
  const { status, text, address } = await send(origin, path, 'POST', JSON.stringify(body));
  if (status === 403) throw new NotFound('refused');
  if (status === 429 || status === 503) throw new NotFound('busy');
  const said = schema.safeParse(status === 200 ? parse(text) : null);
  // A printer, a web site, a headquarters' hub: something answers, but it is no PC that shares.
  if (!said.success) throw new NotFound('not-sharing');
  return { said: said.data, address };
}

/** One small request without sign-in; `most` bytes of answer are read. Rejects with network errors. */
export function send(origin: string, path: string, method: 'GET' | 'POST', body = '', most?: number): Promise<{ status: number; text: string; address: string }> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/json', ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }) };
    const request = http.request(origin + path, { method, agent: false, headers, signal: AbortSignal.timeout(ANSWER_MS) });
    request.once('error', reject);
    request.once('response', (answer) => {
      const { remoteAddress, remotePort } = answer.socket;
      const address = socketAddress(remoteAddress, remotePort);
      readSmall(answer, most).then((text) => resolve({ status: answer.statusCode ?? 0, text, address }), reject);
    });
    request.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
