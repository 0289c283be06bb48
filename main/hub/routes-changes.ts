import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPieces } from './answers.ts';
import { changesFeed, type ChangesQuestion } from './changes-feed.ts';
import { badRequest, forbidden, missing } from './couch-error.ts';
import { databaseOf, visitorOf, type Hub } from './hub.ts';
import type { HubDatabase } from './hub-database.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';
import type { Json } from './validation.ts';

const USUAL_TIMEOUT_MS = 60_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const SHORTEST_HEARTBEAT_MS = 100;
const FEEDS = ['normal', 'longpoll', 'continuous'] as const;

/** `_changes`, asked by GET or POST (for `doc_ids`). */
export function changesRoutes(app: FastifyInstance, hub: Hub): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const database = await databaseOf(hub, request);
    const question = read(database, new Query(request.query), request, visitorOf(request).admin);
    if (question.feed === 'normal') return sendPieces(request, reply, (hungUp) => changesFeed(database, question, hungUp));
    const close = hub.feeds.open(visitorOf(request).name ?? '');
    reply.raw.once('close', close);
    return sendPieces(request, reply, (hungUp) => changesFeed(database, question, AbortSignal.any([hungUp, hub.stopping, database.gone])), true);
  };
  app.get('/:db/_changes', answer);
  app.post('/:db/_changes', answer);
}

function read(database: HubDatabase, query: Query, { body, headers }: FastifyRequest, admin: boolean): ChangesQuestion {
  const feed = FEEDS.find((one) => one === (query.text('feed') ?? 'normal'));
  if (feed === undefined) throw badRequest('Supported `feed` types: normal, continuous, longpoll');
  const limit = query.count('limit');
  return {
    feed,
    since: database.since(query.text('since') ?? lastEventId(headers) ?? '0'),
    // In CouchDB, too, a limit of 0 has the effect of 1.
    limit: limit === undefined ? Number.MAX_SAFE_INTEGER : Math.max(1, limit),
    allLeaves: query.text('style') === 'all_docs',
    includeDocs: query.flag('include_docs'),
    conflicts: query.flag('include_docs') && query.flag('conflicts'),
    docIds: askedIds(query, body),
    selector: askedSelector(query, body, admin),
    descending: query.flag('descending'),
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

function lastEventId(headers: FastifyRequest['headers']): string | undefined {
  const given = headers['last-event-id'];
  return typeof given === 'string' ? given : undefined;
}

const FILTERS = new Set(['_doc_ids', '_selector', '_design']);

function askedIds(query: Query, body: unknown): readonly string[] | null {
  const filter = query.text('filter');
  if (filter !== undefined && !FILTERS.has(filter)) throw missing('missing json key: filters');
  if (filter !== '_doc_ids') return null;
  const ids: unknown = query.has('doc_ids') ? query.json('doc_ids') : asObject(body ?? {}, 'Request body must be a JSON object').doc_ids;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) throw badRequest('`doc_ids` filter parameter is not a list of doc ids.');
  return ids;
}

/** A selector may hold expressions that take for ever to try: only administrators are trusted with it. */
function askedSelector(query: Query, body: unknown, admin: boolean): Json | null {
  if (query.text('filter') === '_design') return { _id: { $gte: '_design/', $lt: '_design0' } };
  if (query.text('filter') !== '_selector') return null;
  if (!admin) throw forbidden('Only administrators may ask by a selector.');
  return asObject(asObject(body, 'Request body must be a JSON object').selector, 'Selector must be a JSON object');
}
