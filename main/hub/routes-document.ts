import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, conflict, forbidden, missing } from './couch-error.ts';
import { databaseOf, pathPart, type Hub } from './hub.ts';
import { leavesIn, type HubDatabase, type Inside } from './hub-database.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';
import { leavesFrom, type Leaf } from './revision-tree.ts';
import { REVISION, type Json } from './validation.ts';
import { writeEdits, writeReplicated } from './write-documents.ts';

/** One document: read a revision, all open ones, write. */
export function documentRoutes(app: FastifyInstance, hub: Hub): void {
  app.get('/:db/:id', async (request, reply) => {
    const database = await databaseOf(hub, request);
    const id = pathPart(request, 'id');
    const query = new Query(request.query);
    if (query.has('open_revs')) return reply.send(await openRevisions(database, id, query));
    const document = await oneDocument(database, id, query);
    return reply.header('etag', `"${String(document._rev)}"`).send(document);
  });
  app.head('/:db/:id', async (request, reply) => {
    const database = await databaseOf(hub, request);
    const document = await oneDocument(database, pathPart(request, 'id'), new Query(request.query));
    return reply.header('etag', `"${String(document._rev)}"`).type('application/json').send();
  });
  app.put('/:db/:id', async (request, reply) => write(await databaseOf(hub, request), request, reply));
}

function oneDocument(database: HubDatabase, id: string, query: Query): Promise<Json> {
  return database.inTurn(async (inside) => {
    const leaves = await leavesIn(inside, id);
    const winner = leaves[0];
    if (winner === undefined) throw missing();
    const asked = query.text('rev');
    if (asked === undefined && winner.deleted) throw missing('deleted');
    const found = asked === undefined ? winner : leavesFrom(leaves, asked)[0];
    if (found === undefined) throw missing();
    const rev = asked === undefined || query.flag('latest') ? found.rev : asked;
    const document = await bodyOf(inside, id, found, rev, query.flag('revs'));
    if (document === null) throw missing();
    return { ...document, ...otherLeaves(leaves, winner, query) };
  });
}

/** `_conflicts` and `_deleted_conflicts`, when they were asked for and there are any. */
function otherLeaves(leaves: readonly Leaf[], winner: Leaf, query: Query): Json {
  const others = leaves.filter((leaf) => leaf !== winner);
  const living = others.filter((leaf) => !leaf.deleted).map((leaf) => leaf.rev);
  const deleted = others.filter((leaf) => leaf.deleted).map((leaf) => leaf.rev);
  return {
    ...(query.flag('conflicts') && living.length > 0 ? { _conflicts: living } : {}),
    ...(query.flag('deleted_conflicts') && deleted.length > 0 ? { _deleted_conflicts: deleted } : {}),
  };
}

/** CouchDB answers `multipart/mixed` to those who take it; everyone who replicates with the hub takes JSON. */
function openRevisions(database: HubDatabase, id: string, query: Query): Promise<readonly object[]> {
  const asked: unknown = query.text('open_revs') === 'all' ? 'all' : query.json('open_revs');
  if (asked !== 'all' && !(Array.isArray(asked) && asked.every((rev) => REVISION.test(String(rev))))) throw badRequest('Invalid rev format');
  return database.inTurn(async (inside) => {
    const leaves = await leavesIn(inside, id);
    if (asked === 'all' && leaves.length === 0) throw missing();
    const revs = asked === 'all' ? leaves.map((leaf) => leaf.rev) : asked.map(String);
    return (await revisionsOf(inside, id, leaves, revs, query.flag('revs'), query.flag('latest'))).map((found) =>
      'ok' in found ? { ok: found.ok } : { missing: found.missing },
    );
  });
}

/** The bodies of the revisions asked for, each once; `latest`: of the leaves made from them. */
export async function revisionsOf(
  inside: Inside,
  id: string,
  leaves: readonly Leaf[],
  revs: readonly string[],
  withHistory: boolean,
  latest: boolean,
): Promise<readonly ({ ok: Json } | { missing: string })[]> {
  const found: ({ ok: Json } | { missing: string })[] = [];
  const given = new Set<string>();
  for (const rev of revs) {
    const from = leavesFrom(leaves, rev);
    const wanted = latest ? from.map((leaf) => ({ leaf, rev: leaf.rev })) : from.slice(0, 1).map((leaf) => ({ leaf, rev }));
    if (wanted.length === 0) found.push({ missing: rev });
    for (const one of wanted) {
      if (given.has(one.rev)) continue;
      given.add(one.rev);
      const body = await bodyOf(inside, id, one.leaf, one.rev, withHistory);
      found.push(body === null ? { missing: one.rev } : { ok: body });
    }
  }
  return found;
}

/** The body of a revision, or null when it was superseded and dropped. */
async function bodyOf(inside: Inside, id: string, leaf: Leaf, rev: string, withHistory: boolean): Promise<Json | null> {
  return inside.revision(id, leaf, rev, withHistory).catch((problem: unknown) => {
    if (problem !== null && typeof problem === 'object' && 'status' in problem && problem.status === 404) return null;
    throw problem;
  });
}

async function write(database: HubDatabase, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = pathPart(request, 'id');
  const query = new Query(request.query);
  const body = asObject(request.body, 'Document must be a JSON object');
  if (body._id !== undefined && body._id !== id) throw badRequest('Document ID must match the address.');
  const rev = body._rev ?? query.text('rev') ?? request.headers['if-match']?.replaceAll('"', '');
  const document: Json = { ...body, _id: id, ...(rev === undefined ? {} : { _rev: rev }) };
  const replicated = !query.flag('new_edits', true);
  const [answer] = await (replicated ? writeReplicated : writeEdits)(database, [document]);
  if (answer !== undefined && 'error' in answer) throw answer.error === 'conflict' ? conflict() : forbidden(answer.reason);
  const stored = answer?.rev ?? String(document._rev);
  return reply.code(201).header('etag', `"${stored}"`).send({ ok: true, id, rev: stored });
}
