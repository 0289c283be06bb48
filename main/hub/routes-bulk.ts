import type { FastifyInstance } from 'fastify';
import { sendPieces } from './answers.ts';
import { badRequest } from './couch-error.ts';
import { databaseOf, placeOf, type Hub } from './hub.ts';
import { leavesIn, type HubDatabase } from './hub-database.ts';
import { Query } from './query.ts';
import { asObject, objectBody } from './request-body.ts';
import { generation, knownRevisions, leavesOf } from './revision-tree.ts';
import { revisionsOf } from './revisions.ts';
import { REVISION, type Json } from './validation.ts';
import { writeEdits, writeReplicated } from './write-documents.ts';

/** The endpoints that move records: `_revs_diff` (and its forerunner `_missing_revs`), `_bulk_get`, `_bulk_docs`. */
export function bulkRoutes(app: FastifyInstance, hub: Hub): void {
  app.post('/:db/_revs_diff', async (request) => missingRevisions(await databaseOf(hub, request), objectBody(request)));

  app.post('/:db/_missing_revs', async (request) => {
    const found = await missingRevisions(await databaseOf(hub, request), objectBody(request));
    return { missing_revs: Object.fromEntries(Object.entries(found).map(([id, { missing }]) => [id, missing])) };
  });

  app.post('/:db/_bulk_docs', async (request, reply) => {
    const place = await placeOf(hub, request);
    const body = objectBody(request);
    if (!Array.isArray(body.docs)) throw badRequest('POST body must include `docs` parameter.');
    const documents = body.docs.map((document: unknown) => asObject(document, 'Document must be a JSON object'));
    const replicated = body.new_edits === false;
    return reply.code(201).send(await (replicated ? writeReplicated : writeEdits)(place, documents));
  });

  app.post('/:db/_bulk_get', async (request, reply) => {
    const database = await databaseOf(hub, request);
    const { docs } = objectBody(request);
    if (!Array.isArray(docs)) throw badRequest('Missing JSON list of `docs`.');
    const query = new Query(request.query);
    const options = { revs: query.flag('revs'), latest: query.flag('latest') };
    return sendPieces(request, reply, (hungUp) => bulkGetAnswer(database, docs, options, hungUp));
  });
}

interface Missing {
  readonly missing: readonly string[];
  readonly possible_ancestors?: readonly string[];
}

/** Which of the named revisions the database does not know, as CouchDB answers it: nothing for documents that lack none. */
async function missingRevisions(database: HubDatabase, asked: Json): Promise<Record<string, Missing>> {
  const answer: Record<string, Missing> = {};
  for (const [id, revs] of Object.entries(asked)) {
    if (!Array.isArray(revs) || !revs.every((rev): rev is string => typeof rev === 'string' && REVISION.test(rev))) {
      throw badRequest('Invalid rev format');
    }
    const tree = await database.inTurn((inside) => inside.tree(id));
    const known = tree === null ? new Set<string>() : knownRevisions(tree);
    const lacking = revs.filter((rev) => !known.has(rev));
    if (lacking.length === 0) continue;
    const newest = Math.max(...lacking.map(generation));
    const ancestors = tree === null ? [] : leavesOf(tree).map((leaf) => leaf.rev).filter((rev) => generation(rev) < newest);
    answer[id] = { missing: lacking, ...(ancestors.length > 0 ? { possible_ancestors: ancestors } : {}) };
  }
  return answer;
}

interface BulkGetOptions {
  readonly revs: boolean;
  readonly latest: boolean;
}

async function* bulkGetAnswer(database: HubDatabase, docs: readonly unknown[], options: BulkGetOptions, hungUp: AbortSignal): AsyncGenerator<string> {
  yield '{"results": [';
  for (const [index, asked] of docs.entries()) {
    if (hungUp.aborted) return;
    yield `${index > 0 ? ',' : ''}${JSON.stringify(await bulkGetRow(database, asked, options))}`;
  }
  yield ']}\n';
}

async function bulkGetRow(database: HubDatabase, asked: unknown, options: BulkGetOptions): Promise<object> {
  const { id, rev } = asked !== null && typeof asked === 'object' ? (asked as Json) : {};
  if (typeof id !== 'string' || id === '') return refusedRow('null', rev, 'bad_request', 'document id missed');
  if (rev !== undefined && !(typeof rev === 'string' && REVISION.test(rev))) return refusedRow(id, rev, 'bad_request', 'Invalid rev format');
  return database.inTurn(async (inside) => {
    const leaves = await leavesIn(inside, id);
    const revs = rev === undefined ? leaves.map((leaf) => leaf.rev) : [rev];
    if (revs.length === 0) return refusedRow(id, rev, 'not_found', 'missing');
    const found = await revisionsOf(inside, id, leaves, revs, options.revs, options.latest);
    return { id, docs: found.map((one) => ('ok' in one ? { ok: one.ok } : refused(id, one.missing, 'not_found', 'missing'))) };
  });
}

function refusedRow(id: string, rev: unknown, error: string, reason: string): object {
  return { id, docs: [refused(id, typeof rev === 'string' ? rev : 'undefined', error, reason)] };
}

function refused(id: string, rev: string, error: string, reason: string): object {
  return { error: { id, rev, error, reason } };
}
