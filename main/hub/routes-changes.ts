import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPieces } from './answers.ts';
import { changesFeed, type ChangesQuestion } from './changes-feed.ts';
import { badRequest } from './couch-error.ts';
import { databaseOf, visitorOf, type Hub } from './hub.ts';
import type { HubDatabase } from './hub-database.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';

const USUAL_TIMEOUT_MS = 60_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const SHORTEST_HEARTBEAT_MS = 100;
const FEEDS = ['normal', 'longpoll', 'continuous'] as const;

/** `_changes`, asked by GET or POST (for `doc_ids`). */
export function changesRoutes(app: FastifyInstance, hub: Hub): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const database = await databaseOf(hub, request);
    const question = read(database, new Query(request.query), request.body);
    if (question.feed === 'normal') return sendPieces(request, reply, (hungUp) => changesFeed(database, question, hungUp));
    const close = hub.feeds.open(visitorOf(request).name ?? '');
    reply.raw.once('close', close);
    return sendPieces(request, reply, (hungUp) => changesFeed(database, question, AbortSignal.any([hungUp, hub.stopping, database.gone])), true);
  };
  app.get('/:db/_changes', answer);
  app.post('/:db/_changes', answer);
}

function read(database: HubDatabase, query: Query, body: unknown): ChangesQuestion {
  const feed = FEEDS.find((one) => one === (query.text('feed') ?? 'normal'));
  if (feed === undefined) throw badRequest('Supported `feed` types: normal, continuous, longpoll');
  if (query.flag('descending')) throw badRequest('The changes are given in their order only.');
  const limit = query.count('limit');
  return {
    feed,
    since: database.since(query.text('since') ?? '0'),
    // In CouchDB, too, a limit of 0 has the effect of 1.
    limit: limit === undefined ? Number.MAX_SAFE_INTEGER : Math.max(1, limit),
    allLeaves: query.text('style') === 'all_docs',
    includeDocs: query.flag('include_docs'),
    conflicts: query.flag('include_docs') && query.flag('conflicts'),
    docIds: askedIds(query, body),
    heartbeat: heartbeat(query),
    timeout: Math.min(LONGEST_WAIT_MS, query.count('timeout') ?? USUAL_TIMEOUT_MS),
  };
}

function heartbeat(query: Query): number | null {
  const text = query.text('heartbeat');
  if (text === undefined || text === 'false') return null;
  if (text === 'true') return USUAL_TIMEOUT_MS;
  return Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_HEARTBEAT_MS, query.count('heartbeat') ?? USUAL_TIMEOUT_MS));
}

function askedIds(query: Query, body: unknown): readonly string[] | null {
  const filter = query.text('filter');
  if (filter === undefined) return null;
  if (filter !== '_doc_ids') throw badRequest('The only filter here is _doc_ids.');
  const ids: unknown = query.has('doc_ids') ? query.json('doc_ids') : asObject(body ?? {}, 'Request body must be a JSON object').doc_ids;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) throw badRequest('`doc_ids` filter parameter is not a list of doc ids.');
  return ids;
}
