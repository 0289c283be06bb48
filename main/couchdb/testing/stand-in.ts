import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notFound, said, StandInDatabase, type Json, type StandInAnswer, type UserContext } from './stand-in-store.ts';

/**
 * The smallest stand-in for a CouchDB 3.5 that provisioning can be tried on where none is installed: the administrator's
 * endpoints with the answers that CouchDB's documentation gives, and validation functions that are really run. With
 * `COUCHDB_URL` the same tests run against a real server.
 */
export interface StandIn {
  readonly address: string;
  readonly admin: { readonly name: string; readonly password: string };
  /** What was written, "PUT /network". */
  readonly writes: string[];
  /** Answers this instead, once, for a request that contains the text. */
  failOnce(containing: string, answer: StandInAnswer): void;
  version: string;
  /** Nodes that are known and, of those, connected. */
  nodes: { known: string[]; connected: string[] };
  stop(): Promise<void>;
}

const NOT_SIGNED_IN = said(401, { error: 'unauthorized', reason: 'Authentication required.' });
const WRONG_PASSWORD = said(401, { error: 'unauthorized', reason: 'Name or password is incorrect.' });
const NOT_ALLOWED = said(403, { error: 'forbidden', reason: 'You are not allowed to access this db.' });
const NOT_ADMIN = said(401, { error: 'unauthorized', reason: 'You are not a server admin.' });

/** Starts a stand-in on a free port. */
export async function startStandIn(): Promise<StandIn> {
  const admin = { name: 'admin', password: randomBytes(9).toString('base64url') };
  const databases = new Map<string, StandInDatabase>();
  const config = new Map<string, unknown>();
  const passwords = new Map<string, string>();
  const failures: { containing: string; answer: StandInAnswer }[] = [];
  const standIn = { version: '3.5.1', nodes: { known: ['couchdb@127.0.0.1'], connected: ['couchdb@127.0.0.1'] }, writes: [] as string[] };

  function userOf(header: string | undefined): UserContext | null {
    const [name = '', password = ''] = Buffer.from((header ?? '').replace(/^Basic /, ''), 'base64').toString().split(':');
    if (name === admin.name) return password === admin.password ? { name, roles: ['_admin'] } : null;
    const found = databases.get('_users')?.documents.get(`org.couchdb.user:${name}`);
    const isRight = found !== undefined && found._deleted !== true && passwords.get(name) === password;
    return isRight ? { name, roles: found.roles as string[] } : null;
  }

  function answer(method: string, url: URL, authorization: string | undefined, body: unknown): StandInAnswer {
    const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const [first = '', second] = parts;
    const requiresUser = [...config].some(([key, value]) => key.endsWith('chttpd/require_valid_user') && value === 'true');
    if (first === '_up') return said(200, { status: 'ok', seeds: {} });
    if (authorization === undefined && requiresUser) return NOT_SIGNED_IN;
    const user = authorization === undefined ? { name: null, roles: [] } : userOf(authorization);
    if (user === null) return WRONG_PASSWORD;
    const isAdmin = user.roles.includes('_admin');
    if (first === '') return said(200, { couchdb: 'Welcome', version: standIn.version, vendor: { name: 'The Apache Software Foundation' } });
    if (first === '_session') return said(200, { ok: true, userCtx: user });
    if (first === '_membership') return isAdmin ? said(200, { all_nodes: standIn.nodes.connected, cluster_nodes: standIn.nodes.known }) : NOT_ADMIN;
    if (first === '_node') return isAdmin ? setting(method, parts, body) : NOT_ADMIN;
    if (second === undefined) return whole(method, first, isAdmin, user);
    const database = databases.get(first);
    if (database === undefined) return notFound('Database does not exist.');
    if (!isAdmin && !isMember(database, user)) return NOT_ALLOWED;
    return within(method, database, parts.slice(1).join('/'), url.searchParams, body, user, first);
  }

  function setting(method: string, [, node = '', , section = '', key = '']: readonly string[], body: unknown): StandInAnswer {
    if (!standIn.nodes.known.includes(node) && node !== '_local') return notFound('no such node');
    const path = `${node}/${section}/${key}`;
    const before = config.get(path);
    if (method === 'PUT') config.set(path, body);
    return method === 'GET' && before === undefined ? notFound('unknown_config_value') : said(200, before ?? '');
  }

  function whole(method: string, name: string, isAdmin: boolean, user: UserContext): StandInAnswer {
    const found = databases.get(name);
    if (method === 'PUT') {
      if (!isAdmin) return NOT_ADMIN;
      if (found !== undefined) return said(412, { error: 'file_exists', reason: 'The database could not be created, the file already exists.' });
      databases.set(name, new StandInDatabase());
      return said(201, { ok: true });
    }
    if (found === undefined) return notFound('Database does not exist.');
    if (!isAdmin && (method === 'DELETE' || !isMember(found, user))) return method === 'DELETE' ? NOT_ADMIN : NOT_ALLOWED;
    if (method === 'DELETE') databases.delete(name);
    return said(200, method === 'DELETE' ? { ok: true } : { db_name: name, doc_count: found.documents.size });
  }

  function within(method: string, database: StandInDatabase, path: string, query: URLSearchParams, body: unknown, user: UserContext, name: string): StandInAnswer {
    const isAdmin = user.roles.includes('_admin');
    if (['_security', '_revs_limit', '_compact'].includes(path) && method !== 'GET' && !isAdmin) return NOT_ADMIN;
    if (path === '_security') return method === 'GET' ? said(200, database.security) : ((database.security = body), said(200, { ok: true }));
    if (path === '_revs_limit') return method === 'GET' ? said(200, database.revisionsLimit) : ((database.revisionsLimit = body), said(200, { ok: true }));
    if (path === '_compact') return said(202, { ok: true });
    const documents = [...database.documents.values()];
    if (path === '_changes') return said(200, { results: documents.map((one) => ({ id: one._id })), last_seq: '1-x', pending: 0 });
    if (path === '_all_docs') return said(200, { rows: inRange(documents, query).map((doc) => ({ id: doc._id, key: doc._id, doc })) });
    if (path === '_bulk_docs') {
      const answers = (body as { docs: Json[] }).docs.map((one) => database.write(String(one._id), one, user).body as Json);
      return said(201, answers.map((one, i) => ({ id: (body as { docs: Json[] }).docs[i]?._id, ...one })));
    }
    const found = database.documents.get(path);
    if (method === 'GET') return found === undefined || found._deleted === true ? notFound(found === undefined ? 'missing' : 'deleted') : said(200, found);
    const given = method === 'DELETE' ? { _rev: query.get('rev'), _deleted: true } : (body as Json);
    return database.write(path, name === '_users' ? withoutPassword(given, passwords) : given, user);
  }

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const { method = 'GET', url = '/' } = request;
      if (method !== 'GET') standIn.writes.push(`${method} ${url}`);
      const failing = failures.findIndex(({ containing }) => `${method} ${url}`.includes(containing));
      const given = failing < 0 ? answer(method, new URL(url, 'http://127.0.0.1'), request.headers.authorization, body) : failures.splice(failing, 1)[0]?.answer;
      response.writeHead(given?.status ?? 500, { 'content-type': 'application/json' }).end(JSON.stringify(given?.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  const failOnce = (containing: string, failure: StandInAnswer): void => void failures.push({ containing, answer: failure });
  return Object.assign(standIn, { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, admin, failOnce, stop });
}

function isMember(database: StandInDatabase, user: UserContext): boolean {
  const { members } = database.security as { members: { roles: string[] } };
  return members.roles.some((role) => user.roles.includes(role));
}

function inRange(documents: readonly Json[], query: URLSearchParams): readonly Json[] {
  const [start, end] = ['startkey', 'endkey'].map((key) => JSON.parse(query.get(key) ?? '""') as string);
  const inside = documents.filter(({ _id, _deleted }) => _deleted !== true && String(_id) >= (start ?? '') && String(_id) <= (end || '\uffff'));
  return [...inside].sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
}

/** CouchDB keeps what it derives from a password, and a document that is written back without one keeps that. */
function withoutPassword({ password, ...document }: Json, passwords: Map<string, string>): Json {
  if (typeof password !== 'string') return document;
  passwords.set(String(document.name), password);
  return { ...document, password_scheme: 'pbkdf2', derived_key: randomBytes(8).toString('hex'), salt: randomBytes(8).toString('hex'), iterations: 10 };
}

async function read(request: IncomingMessage): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  const text = Buffer.concat(pieces).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
