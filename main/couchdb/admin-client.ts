import { CouchProblem } from './couch-problem.ts';

/** Where a server is and who administers it. */
export interface ServerAccess {
  /** Origin and path prefix without a slash at the end, and without name or password. */
  readonly address: string;
  readonly name: string;
  readonly password: string;
}

export interface CouchAnswer {
  readonly status: number;
  readonly json: unknown;
}

const PATIENCE_MS = 60_000;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;

/** Speaks with a CouchDB as its administrator. Paths are given encoded. */
export class CouchAdmin {
  readonly #access: ServerAccess;

  constructor(access: ServerAccess) {
    this.#access = access;
  }

  /** The address that offices are told. */
  get address(): string {
    return this.#access.address;
  }

  /**
   * One request; answers of 2xx, 404, 409 and 412 come back, everything else rejects with a {@link CouchProblem}:
   * `not-reached`, `certificate`, `wrong-password`, `not-admin` or `server-trouble` with status and reason.
   */
  async ask(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<CouchAnswer> {
    const { address, name, password } = this.#access;
    const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
    const headers = { accept: 'application/json', authorization, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(address + path, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...sent });
      text = await answer.text();
    } catch (cause) {
      throw new CouchProblem(isCertificateProblem(cause) ? 'certificate' : 'not-reached', address, { cause });
    }
    return { status: answer.status, json: judged(answer.status, parsed(text), `${method} ${path}`) };
  }

  /** What is there, or null for 404. */
  async find(path: string): Promise<unknown> {
    const { status, json } = await this.ask('GET', path);
    return status === 404 ? null : json;
  }

  /** Writes; a conflict means that somebody else is setting the server up just now. */
  async put(path: string, body: unknown): Promise<void> {
    const { status, json } = await this.ask('PUT', path, body);
    if (status >= 400) throw new CouchProblem('server-trouble', `PUT ${path}: ${status} ${reasonIn(json)}`);
  }
}

function judged(status: number, json: unknown, asked: string): unknown {
  if (status === 401) throw new CouchProblem('wrong-password');
  if (status === 403) throw new CouchProblem('not-admin');
  if ((status >= 200 && status < 300) || status === 404 || status === 409 || status === 412) {
    if (json === undefined) throw new CouchProblem('not-couchdb');
    return json;
  }
  if (status >= 300 && status < 400) throw new CouchProblem('not-couchdb');
  throw new CouchProblem('server-trouble', `${asked}: ${status} ${reasonIn(json)}`);
}

function reasonIn(json: unknown): string {
  const reason = membersOf(json).reason;
  return typeof reason === 'string' ? reason : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The members of a JSON object; of anything else none. */
export function membersOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : {};
}

/** The texts in a JSON list; of anything else none. */
export function textsIn(json: unknown): readonly string[] {
  return Array.isArray(json) ? json.filter((one): one is string => typeof one === 'string') : [];
}

function isCertificateProblem(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : '';
  return CERTIFICATE.test(code) || (problem.cause !== undefined && isCertificateProblem(problem.cause));
}
