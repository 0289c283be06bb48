import type { PeerAnswer, PeerCredentials } from '../../shared/host.ts';
import { readSmall } from './answer-body.ts';
import { askPeer, type ProxyLimits } from './peer-request.ts';
import { problemOfError, problemOfHead, saysFull } from './problem.ts';

const HEADERS = { accept: 'application/json' };

/**
 * Asks the peer for the database and, where it is not there yet, for making it: a chapter's account may do so once
 * (design §7). Never rejects. `clockAhead` comes from the answer's Date, which has whole seconds.
 */
export async function probePeer(peer: PeerCredentials, database: string, limits: ProxyLimits): Promise<PeerAnswer> {
  try {
    const found = await ask(peer, 'GET', database, limits);
    if (found.status === 200) return judge(found, isDatabaseInfo(found.json));
    if (found.status !== 404) return { ok: false, problem: found.problem ?? 'damaged-answer' };
    const made = await ask(peer, 'PUT', database, limits);
    // 412: another PC of the chapter made it in this very moment.
    return judge(made, [201, 202, 412].includes(made.status));
  } catch (error) {
    return { ok: false, problem: problemOfError(error) };
  }
}

interface Asked {
  readonly status: number;
  readonly problem: ReturnType<typeof problemOfHead>;
  readonly json: unknown;
  readonly clockAhead: number;
}

function judge({ problem, clockAhead }: Asked, fits: boolean): PeerAnswer {
  if (problem) return { ok: false, problem };
  return fits ? { ok: true, clockAhead } : { ok: false, problem: 'damaged-answer' };
}

async function ask(peer: PeerCredentials, method: 'GET' | 'PUT', database: string, limits: ProxyLimits): Promise<Asked> {
  const answer = await askPeer(peer, { method, path: `/${database}`, headers: HEADERS, body: null }, limits);
  const status = answer.statusCode ?? 0;
  const problem = problemOfHead(status, answer.headers['content-type'] ?? '');
  const peerTime = Date.parse(answer.headers.date ?? '');
  const clockAhead = Number.isNaN(peerTime) ? 0 : peerTime - Date.now();
  if (problem) {
    answer.destroy();
    return { status, problem, json: null, clockAhead };
  }
  const text = await readSmall(answer);
  return { status, problem: status >= 500 && saysFull(text) ? 'server-full' : null, json: parse(text), clockAhead };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isDatabaseInfo(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'db_name' in json;
}
