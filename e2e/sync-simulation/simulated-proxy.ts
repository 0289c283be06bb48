import { headersForPeer } from '../../main/proxy/headers.ts';
import { PeerTrouble, problemOfHead, problemResponse, saysFull } from '../../main/proxy/problem.ts';
import { readSyncPath } from '../../main/proxy/sync-path.ts';
import type { PeerAnswer, PeerProblem } from '../../shared/host.ts';
import { LineFailure, type Line } from './line.ts';
import type { Answered } from './simulated-hub.ts';
import type { OfficeClock } from './virtual-time.ts';

/** What the page may see of a peer's answer, as in main/proxy. */
const PASSED_BACK = ['content-type', 'date', 'etag', 'retry-after'];

/** The sync proxy of a PC over lines in place of sockets; what answers mean is judged by the proxy's own rules. */
export class SimulatedProxy {
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #clock: OfficeClock;

  constructor(lines: ReadonlyMap<string, Line>, clock: OfficeClock) {
    this.#lines = lines;
    this.#clock = clock;
  }

  /** As the proxy's `forward`: never rejects, and may never answer. */
  async forward(request: Request): Promise<Response> {
    const target = readSyncPath(request.method, new URL(request.url));
    if (target === null) return Response.json({ error: 'not_found', reason: 'missing' }, { status: 404 });
    const line = this.#lines.get(target.peer);
    if (!line) return problemResponse('no-peer');
    const body = request.body === null ? null : await request.text();
    const headers = headersForPeer(request.headers, true);
    let answered: Answered;
    try {
      answered = await line.carry({ method: request.method, path: target.path, headers, body }, true);
    } catch (problem) {
      return problemResponse(problemOf(problem));
    }
    const { status } = answered;
    const problem = problemOfHead(status, answered.headers['content-type'] ?? '');
    if (problem) return problemResponse(problem, answered.headers['retry-after']);
    if (status >= 500 && saysFull(answered.body)) return problemResponse('server-full');
    const told = new Headers(PASSED_BACK.flatMap((name): [string, string][] => (answered.headers[name] === undefined ? [] : [[name, answered.headers[name]]])));
    if (request.method === 'HEAD' || status === 204 || status === 304) return new Response(null, { status, headers: told });
    if (target.isDatabaseInfo && read(answered.body) === null) return problemResponse('damaged-answer');
    return new Response(answered.body, { status, headers: told });
  }

  /** As the proxy's `probe`: asks for the database, and for making it where it is not there. */
  async probe(database: string, id: string): Promise<PeerAnswer> {
    const line = this.#lines.get(id);
    if (!line) return { ok: false, problem: 'no-peer' };
    try {
      const found = await this.#ask(line, 'GET', database);
      if (found.status !== 404) return found.judge(found.status === 200 && found.names);
      const made = await this.#ask(line, 'PUT', database);
      return made.judge([201, 202, 412].includes(made.status));
    } catch (problem) {
      return { ok: false, problem: problemOf(problem) };
    }
  }

  async #ask(line: Line, method: string, database: string): Promise<{ status: number; names: boolean; judge: (fits: boolean) => PeerAnswer }> {
    const { status, headers, body } = await line.carry({ method, path: `/${database}`, headers: { accept: 'application/json' }, body: null }, false);
    const problem = problemOfHead(status, headers['content-type'] ?? '');
    const told = read(body);
    const clockAhead = headers['date'] === undefined ? 0 : Date.parse(headers['date']) - this.#clock.now();
    const judge = (fits: boolean): PeerAnswer => {
      if (problem) return { ok: false, problem };
      return fits ? { ok: true, clockAhead } : { ok: false, problem: 'damaged-answer' };
    };
    return { status, names: typeof told === 'object' && told !== null && 'db_name' in told, judge };
  }
}

function problemOf(problem: unknown): PeerProblem {
  if (problem instanceof PeerTrouble) return problem.problem;
  if (problem instanceof LineFailure) return 'no-network';
  throw problem;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
