import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest } from './couch-error.ts';
import { visitorOf, type Hub } from './hub.ts';
import { NO_SESSION_COOKIE } from './session-cookie.ts';
import { asObject } from './request-body.ts';
import { visitorOfAccount } from './visitor.ts';

/** The CouchDB whose answers the hub gives. */
const SPOKEN_VERSION = '3.3.3';
const HANDLERS = ['cookie', 'default'];

/** `/`, `/_up`, `/_all_dbs` and `/_session`. */
export function serverRoutes(app: FastifyInstance, hub: Hub): void {
  const welcome = {
    couchdb: 'Welcome',
    version: SPOKEN_VERSION,
    uuid: hub.uuid,
    features: ['access-ready'],
    vendor: { name: 'Convoca hub' },
  };
  app.get('/', (_request, reply) => reply.send(welcome));
  app.head('/', (_request, reply) => reply.type('application/json').send());
  app.get('/_up', (_request, reply) => reply.send({ status: 'ok', seeds: {} }));
  app.get('/_all_dbs', (request, reply) => reply.send(hub.databases.list(visitorOf(request))));
  app.get('/_session', (request, reply) => reply.send(sessionAnswer(hub, request)));
  app.post('/_session', (request, reply) => signIn(hub, request, reply));
  app.delete('/_session', (_request, reply) => reply.header('set-cookie', NO_SESSION_COOKIE).send({ ok: true }));
}

function sessionAnswer(hub: Hub, request: FastifyRequest): object {
  const visitor = visitorOf(request);
  const authenticated = visitor.name === null ? {} : { authenticated: request.headers.authorization ? 'default' : 'cookie' };
  return {
    ok: true,
    userCtx: { name: visitor.name, roles: hub.databases.rolesOf(visitor) },
    info: { authentication_handlers: HANDLERS, ...authenticated },
  };
}

async function signIn(hub: Hub, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const given = asObject(request.body, 'Request body must be a JSON object');
  const name = given.name ?? given.username;
  if (typeof name !== 'string' || typeof given.password !== 'string') throw badRequest('request body must contain a username');
  const account = await hub.doorkeeper.signIn(name, given.password, request.ip);
  return reply.header('set-cookie', hub.doorkeeper.cookieOf(account)).send({ ok: true, name: account.name, roles: hub.databases.rolesOf(visitorOfAccount(account)) });
}
