import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { dressAnswers } from './answers.ts';
import { badRequest, CouchError, missing, notSignedIn, tooLarge } from './couch-error.ts';
import { noteVisitor, type Hub } from './hub.ts';
import { limitConnections, RequestRate, type Limits } from './limits.ts';
import { MOST_BODY_BYTES, readBodies } from './request-body.ts';
import { allDocsRoutes } from './routes-all-docs.ts';
import { bulkRoutes } from './routes-bulk.ts';
import { changesRoutes } from './routes-changes.ts';
import { databaseRoutes } from './routes-database.ts';
import { documentRoutes } from './routes-document.ts';
import { localRoutes } from './routes-local.ts';
import { serverRoutes } from './routes-server.ts';

const DROP_MS = 10_000;
const RETRY_AFTER_SECONDS = 2;
/** How often Node looks for requests that are over their time. */
const CHECK_EVERY_MS = 2000;

/** The server with all its endpoints; `extend` adds those of the program that runs it. */
export function hubApp(hub: Hub, limits: Limits, log: (line: string) => void, extend: (app: FastifyInstance) => void): FastifyInstance {
  const app: FastifyInstance = fastify({
    bodyLimit: MOST_BODY_BYTES,
    // A batch of 16 MB takes nine minutes on a line of 256 kbit/s; who sends next to nothing is cut off sooner (see below).
    requestTimeout: limits.requestMs,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    // A web server in front of the hub (for TLS) is on the same computer and says who asks.
    trustProxy: 'loopback',
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, limits.headersMs) },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 30_000 },
    frameworkErrors: (_problem, _request, reply) => {
      reply.raw.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(badRequest('Invalid address.').body()));
    },
  });
  limitConnections(app.server, limits);
  const rate = new RequestRate(limits);
  app.addHook('onRequest', async (request, reply) => {
    rate.take(request.ip, Date.now());
    const { authorization, cookie } = request.headers;
    const visitor = await hub.doorkeeper.visitor(authorization, cookie, request.ip);
    noteVisitor(request, visitor);
    if (visitor.renewal !== undefined) reply.header('set-cookie', visitor.renewal);
    // Nobody's bodies are not even read where only accounts may come.
    if (visitor.name === null && request.routeOptions.url?.startsWith('/:db') === true) throw notSignedIn();
  });
  app.addHook('onResponse', async (request, reply) => {
    log(`${request.method} ${request.routeOptions.url ?? 'unknown'} ${reply.statusCode} ${Math.round(reply.elapsedTime)}ms`);
  });
  readBodies(app, limits);
  dressAnswers(app);
  app.setErrorHandler(async (problem, request, reply) => {
    const answer = problem instanceof CouchError ? problem : couchErrorOf(problem);
    if (answer.status === 413 || (answer.status === 401 && request.method !== 'GET')) await letFinish(request.raw);
    if (answer.status >= 500) log(`failed: ${problem instanceof Error ? problem.name : 'unknown'}`);
    return sendRefusal(answer, reply);
  });
  app.setNotFoundHandler((_request, reply) => sendRefusal(missing(), reply));
  for (const routes of [serverRoutes, databaseRoutes, bulkRoutes, changesRoutes, allDocsRoutes, localRoutes, documentRoutes]) routes(app, hub);
  extend(app);
  return app;
}

function sendRefusal(answer: CouchError, reply: FastifyReply): FastifyReply {
  if (answer.status === 429) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply.code(answer.status).type('application/json').send(answer.body());
}

/** Reads and drops what is left of a request, for a while: who is cut off while sending never sees the answer. */
async function letFinish(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  const enough = AbortSignal.timeout(DROP_MS);
  request.unpipe();
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
