import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, conflict, CouchError, missing } from './couch-error.ts';
import { databaseOf, pathPart, placeOf, type Hub } from './hub.ts';
import { leavesIn, type HubDatabase, type Inside } from './hub-database.ts';
import { openRevisions, sendOpenRevisions } from './open-revisions.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';
import { leavesFrom, statusesOf, type Leaf } from './revision-tree.ts';
import { bodyOf } from './revisions.ts';
import { REVISION, type Json } from './validation.ts';
import { newId, writeEdits, writeReplicated, type Place } from './write-documents.ts';

/** One document: read a revision, all open ones, write, delete. A design document is one in an administrator's own database. */
export function documentRoutes(app: FastifyInstance, hub: Hub): void {
  for (const [path, prefix] of [['/:db/:id', ''], ['/:db/_design/:id', '_design/']] as const) {
    const idOf = (request: FastifyRequest): string => prefix + pathPart(request, 'id');
    app.get(path, (request, reply) => read(hub, request, reply, idOf(request)));
    app.head(path, async (request, reply) => {
      const document = await oneDocument(await databaseOf(hub, request), idOf(request), new Query(request.query));
      return reply.header('etag', `"${String(document._rev)}"`).type('application/json').send();
    });
    app.put(path, async (request, reply) => {
      const id = idOf(request);
      return write(await placeOf(hub, request), request, reply, id, asObject(request.body, 'Document must be a JSON object'));
    });
    app.delete(path, async (request, reply) => write(await placeOf(hub, request), request, reply, idOf(request), { _deleted: true }, 200));
  }
  app.post('/:db', async (request, reply) => {
    const body = asObject(request.body, 'Document must be a JSON object');
    const id = body._id ?? newId();
    return write(await placeOf(hub, request), request, reply, id as string, { ...body, _id: id });
  });
}

async function read(hub: Hub, request: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
  const database = await databaseOf(hub, request);
  const query = new Query(request.query);
  if (query.has('open_revs')) return sendOpenRevisions(request, reply, await openRevisions(database, id, query));
  const document = await oneDocument(database, id, query);
  const etag = `"${String(document._rev)}"`;
  if (request.headers['if-none-match'] === etag) return reply.code(304).header('etag', etag).send();
  return reply.header('etag', etag).send(document);
}

function oneDocument(database: HubDatabase, id: string, query: Query): Promise<Json> {
  const asked = query.text('rev');
  if (asked !== undefined && !REVISION.test(asked)) throw badRequest('Invalid rev format');
  return database.inTurn(async (inside) => {
    const leaves = await leavesIn(inside, id);
    const winner = leaves[0];
    if (winner === undefined) throw missing();
    if (asked === undefined && winner.deleted) throw missing('deleted');
    const found = asked === undefined ? winner : leavesFrom(leaves, asked)[0];
    if (found === undefined) throw missing();
    const rev = asked === undefined || query.flag('latest') ? found.rev : asked;
    const document = await bodyOf(inside, id, found, rev, query.flag('revs'));
    if (document === null) throw missing();
    return { ...document, ...otherLeaves(leaves, winner, query), ...(await history(inside, id, found, rev, query)) };
  });
}

/** `_conflicts` and `_deleted_conflicts`, when they were asked for and there are any. */
function otherLeaves(leaves: readonly Leaf[], winner: Leaf, query: Query): Json {
  const meta = query.flag('meta');
  const others = leaves.filter((leaf) => leaf !== winner);
  const living = others.filter((leaf) => !leaf.deleted).map((leaf) => leaf.rev);
  const deleted = others.filter((leaf) => leaf.deleted).map((leaf) => leaf.rev);
  return {
    ...((meta || query.flag('conflicts')) && living.length > 0 ? { _conflicts: living } : {}),
    ...((meta || query.flag('deleted_conflicts')) && deleted.length > 0 ? { _deleted_conflicts: deleted } : {}),
  };
}

/** `_revs_info`, when it was asked for: of each ancestor whether its body is still here. */
async function history(inside: Inside, id: string, leaf: Leaf, from: string, query: Query): Promise<Json> {
  if (!query.flag('revs_info') && !query.flag('meta')) return {};
  const tree = await inside.tree(id);
  const statuses = tree === null ? new Map<string, string>() : statusesOf(tree);
  return { _revs_info: leaf.history.slice(leaf.history.indexOf(from)).map((rev) => ({ rev, status: statuses.get(rev) ?? 'missing' })) };
}

async function write(place: Place, request: FastifyRequest, reply: FastifyReply, id: string, body: Json, status = 201): Promise<FastifyReply> {
  const query = new Query(request.query);
  if (body._id !== undefined && body._id !== id) throw badRequest('Document ID must match the address.');
  const rev = body._rev ?? query.text('rev') ?? request.headers['if-match']?.replaceAll('"', '');
  const document: Json = { ...body, _id: id, ...(rev === undefined ? {} : { _rev: rev }) };
  if (status === 200) await mustBeThere(place, id);
  const replicated = !query.flag('new_edits', true);
  const [answer] = await (replicated ? writeReplicated : writeEdits)(place, [document]);
  if (answer !== undefined && 'error' in answer) throw answer.error === 'conflict' ? conflict() : new CouchError(answer.error === 'forbidden' ? 403 : 400, answer.error, answer.reason);
  const stored = answer?.rev ?? String(document._rev);
  return reply.code(status).header('etag', `"${stored}"`).send({ ok: true, id, rev: stored });
}

/** What is not there, or gone already, cannot be deleted. */
async function mustBeThere({ database }: Place, id: string): Promise<void> {
  const [winner] = await database.inTurn((inside) => leavesIn(inside, id));
  if (winner === undefined) throw missing();
  if (winner.deleted) throw missing('deleted');
}
