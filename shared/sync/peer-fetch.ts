import { PEER_PROBLEMS, SYNC_PREFIX, type PeerProblem } from '../host.ts';

/** PouchDB accepts only http addresses; this one names a peer and is never contacted (design §6). */
export const PEER_ORIGIN = 'http://convoca.invalid';

/** How long a single request may take; replication itself may go on for hours. */
const REQUEST_TIMEOUT_MS = 60_000;

export interface PeerWire {
  /** Origin that the sync proxy listens at: the renderer's own. */
  readonly origin: string;
  readonly fetch: typeof fetch;
}

/**
 * The `fetch` for PouchDB's http adapter: sends `http://convoca.invalid/<peer id>/<database>/…` to the sync proxy, ends requests
 * that hang, and tells `onProblem` what the proxy found wrong, since PouchDB's own errors lose it.
 */
export function peerFetch(wire: PeerWire, onProblem: (problem: PeerProblem) => void): typeof fetch {
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const target = wire.origin + SYNC_PREFIX + url.slice(PEER_ORIGIN.length + 1);
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    let answer: Response;
    try {
      answer = await wire.fetch(target, { ...init, signal });
    } catch (cause) {
      if (!init?.signal?.aborted) onProblem('no-network');
      throw cause;
    }
    if (!answer.ok) await noteProblem(answer, onProblem);
    return answer;
  };
}

async function noteProblem(answer: Response, onProblem: (problem: PeerProblem) => void): Promise<void> {
  const body = (await answer
    .clone()
    .json()
    .catch(() => null)) as { error?: unknown; problem?: unknown } | null;
  if (body?.error === 'convoca' && isPeerProblem(body.problem)) onProblem(body.problem);
  else if (answer.status === 401) onProblem('wrong-password');
  else if (answer.status === 403) onProblem('not-allowed');
  else if (answer.status === 413) onProblem('too-large');
  else if (answer.status === 429 || answer.status === 503) onProblem('busy');
}

function isPeerProblem(value: unknown): value is PeerProblem {
  return typeof value === 'string' && (PEER_PROBLEMS as readonly string[]).includes(value);
}
