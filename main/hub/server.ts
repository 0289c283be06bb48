import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { makePrivateFolder } from '../machine/private-file.ts';
import { Accounts, firstAdministrator, type FreshAccount } from './accounts.ts';
import { dressAnswers } from './answers.ts';
import { badRequest, CouchError, missing, tooLarge } from './couch-error.ts';
import { Databases } from './databases.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { noteVisitor, type Hub } from './hub.ts';
import { HubProblem } from './hub-problem.ts';
import { hubIdentity } from './identity.ts';
import { limitConnections, OpenFeeds, RequestRate, USUAL_LIMITS, type Limits } from './limits.ts';
import { MOST_BODY_BYTES, readBodies } from './request-body.ts';
import { allDocsRoutes } from './routes-all-docs.ts';
import { bulkRoutes } from './routes-bulk.ts';
import { changesRoutes } from './routes-changes.ts';
import { databaseRoutes } from './routes-database.ts';
import { documentRoutes } from './routes-document.ts';
import { localRoutes } from './routes-local.ts';
import { serverRoutes } from './routes-server.ts';

export interface HubOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of accounts and databases; made when it is missing. */
  readonly data: string;
  /** Gets one line a request: method, kind of path, status, milliseconds. Never an id, a name or a password. */
  readonly log: (line: string) => void;
  readonly limits?: Limits;
}

/** A hub that runs. */
export interface RunningHub {
  /** `http://127.0.0.1:5985` */
  readonly address: string;
  readonly port: number;
  /** The administrator's account when this start made it, to be shown once. */
  readonly firstAdmin: FreshAccount | null;
  /** Ends waiting feeds, lets running requests finish, closes the databases. */
  stop(): Promise<void>;
}

const STOP_GRACE_MS = 4000;
const DROP_MS = 10_000;

/** Starts the embedded hub (design §7). Rejects with a {@link HubProblem} when port or data folder cannot be had. */
export async function startHub({ host, port, data, log, limits = USUAL_LIMITS }: HubOptions): Promise<RunningHub> {
  await makePrivateFolder(data).catch(asHubProblem);
  const { uuid, secret } = await hubIdentity(data).catch(asHubProblem);
  const databases = await Databases.in(data).catch(asHubProblem);
  const stopping = new AbortController();
  const doorkeeper = new Doorkeeper(new Accounts(data), secret);
  const app = buildApp({ uuid, doorkeeper, databases, feeds: new OpenFeeds(limits), stopping: stopping.signal }, limits, log);
  try {
    await app.listen({ host, port });
  } catch (problem) {
    await app.close();
    await databases.close();
    return asHubProblem(problem);
  }
  const bound = (app.server.address() as AddressInfo).port;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping.abort();
    // A connection is kept alive after its last answer; it must not keep the hub from ending.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    const cut = setTimeout(() => app.server.closeAllConnections(), STOP_GRACE_MS);
    await app.close();
    clearInterval(sweep);
    clearTimeout(cut);
    await databases.close();
  };
  // Only now: an account made by a start that fails would have a password that nobody ever saw.
  const firstAdmin = await firstAdministrator(data).catch(async (problem: unknown) => {
    await stop();
    return asHubProblem(problem);
  });
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, port: bound, firstAdmin, stop: () => (stopped ??= stop()) };
}

function buildApp(hub: Hub, limits: Limits, log: (line: string) => void): FastifyInstance {
  const app: FastifyInstance = fastify({
    bodyLimit: MOST_BODY_BYTES,
    // A whole request must be here within a minute; feeds may take as long as they like to answer.
    requestTimeout: 60_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2000 },
    frameworkErrors: (_problem, _request, reply) => {
      reply.raw.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(badRequest('Invalid address.').body()));
    },
  });
  app.server.headersTimeout = 20_000;
  limitConnections(app.server, limits);
  const rate = new RequestRate(limits);
  app.addHook('onRequest', async (request, reply) => {
    rate.take(request.ip, Date.now());
    const { authorization, cookie } = request.headers;
    const visitor = await hub.doorkeeper.visitor(authorization, cookie, request.ip);
    noteVisitor(request, visitor);
    if (visitor.renewal !== undefined) reply.header('set-cookie', visitor.renewal);
  });
  app.addHook('onResponse', async (request, reply) => {
    log(`${request.method} ${request.routeOptions.url ?? 'unknown'} ${reply.statusCode} ${Math.round(reply.elapsedTime)}ms`);
  });
  readBodies(app);
  dressAnswers(app);
  app.setErrorHandler(async (problem, request, reply) => {
    const answer = problem instanceof CouchError ? problem : couchErrorOf(problem);
    if (answer.status === 413) await letFinish(request.raw);
    if (answer.status >= 500) log(`failed: ${problem instanceof Error ? problem.name : 'unknown'}`);
    return sendRefusal(answer, reply);
  });
  app.setNotFoundHandler((_request, reply) => sendRefusal(missing(), reply));
  for (const routes of [serverRoutes, databaseRoutes, bulkRoutes, changesRoutes, allDocsRoutes, localRoutes, documentRoutes]) routes(app, hub);
  return app;
}

function sendRefusal(answer: CouchError, reply: FastifyReply): FastifyReply {
  return reply.code(answer.status).type('application/json').send(answer.body());
}

/** Reads and drops what is left of a request, for a while: who is cut off while sending never sees the answer. */
async function letFinish(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  const enough = AbortSignal.timeout(DROP_MS);
  request.resume();
  await finished(request, { signal: enough, writable: false }).catch(() => undefined);
}

/** Fastify's own refusals in CouchDB's words; all else is our fault. */
function couchErrorOf(problem: unknown): CouchError {
  const status = problem !== null && typeof problem === 'object' && 'statusCode' in problem ? problem.statusCode : 500;
  if (status === 413) return tooLarge();
  if (typeof status === 'number' && status >= 400 && status < 500) return badRequest('The request cannot be read.');
  return new CouchError(500, 'internal_server_error', 'The hub could not do this.');
}

function asHubProblem(problem: unknown): never {
  if (problem instanceof HubProblem) throw problem;
  const code = problem instanceof Error && 'code' in problem ? problem.code : '';
  if (code === 'EADDRINUSE' || code === 'EACCES') throw new HubProblem(problem instanceof Error && 'syscall' in problem && problem.syscall === 'listen' ? 'port-taken' : 'data-unwritable', { cause: problem });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') throw new HubProblem('address-unknown', { cause: problem });
  if (typeof code === 'string' && code.startsWith('E')) throw new HubProblem('data-unwritable', { cause: problem });
  throw problem;
}
