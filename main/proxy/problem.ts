import { PROBLEM_OF_STATUS, type PeerProblem } from '../../shared/host.ts';

/** What a caller of the proxy gets when the peer's own answer cannot be given: JSON, told apart by `error`. */
export interface ProblemBody {
  readonly error: 'convoca';
  readonly problem: PeerProblem;
}

/** The status that goes with a problem: the peer's own where it has one, so that PouchDB treats it rightly. */
const STATUS: Record<PeerProblem, number> = {
  'no-peer': 404,
  'no-network': 504,
  'captive-portal': 502,
  'wrong-password': 401,
  'not-allowed': 403,
  'server-full': 507,
  'too-large': 413,
  clock: 502,
  'damaged-answer': 502,
  busy: 503,
};

/** A problem as an answer for the page; `retryAfter` is the peer's own word on when to come again, as HTTP writes it. */
export function problemResponse(problem: PeerProblem, retryAfter?: string): Response {
  const body: ProblemBody = { error: 'convoca', problem };
  const answer = Response.json(body, { status: STATUS[problem], headers: { 'cache-control': 'no-store' } });
  if (problem === 'busy' && retryAfter !== undefined && retryAfter.length < 50) answer.headers.set('retry-after', retryAfter);
  return answer;
}

/** A problem that ends a request; thrown inside the proxy only. */
export class PeerTrouble extends Error {
  readonly problem: PeerProblem;
  constructor(problem: PeerProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * What is wrong with an answer as far as its head tells, or null when it is the peer's own and may pass.
 * A web page where CouchDB speaks JSON comes from something in between: a hotel's or library's sign-in page.
 */
export function problemOfHead(status: number, contentType: string): PeerProblem | null {
  if (status >= 300 && status < 400 && status !== 304) return 'captive-portal';
  const known = PROBLEM_OF_STATUS.get(status);
  if (known) return known;
  if (/^(text\/html|application\/xhtml)/i.test(contentType)) return status >= 500 ? 'busy' : 'captive-portal';
  if (status === 403) return 'not-allowed';
  // CouchDB names its JSON plain text to those who do not ask for JSON. A picture or a stylesheet is no peer's.
  const isPeers = contentType === '' || /^(application\/json|text\/plain|multipart\/)/i.test(contentType);
  return isPeers ? null : 'damaged-answer';
}

/** A server whose disk is full says so with status 500 and one of these words (CouchDB 3, LevelDB). */
export function saysFull(body: string): boolean {
  return /enospc|no space left|insufficient[_ ]storage|disk full/i.test(body);
}

/** What is wrong when no answer came at all, from Node's error code. */
export function problemOfError(error: unknown): PeerProblem {
  if (error instanceof PeerTrouble) return error.problem;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A certificate that is "not valid yet" or "expired" on an old PC is its own clock, far more often than the server's.
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'clock';
  if (/^(HPE_|ERR_SSL|ERR_TLS|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return 'captive-portal';
  return 'no-network';
}
