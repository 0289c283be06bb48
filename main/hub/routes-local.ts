import type { FastifyInstance, FastifyRequest } from 'fastify';
import { missing } from './couch-error.ts';
import { databaseOf, pathPart, type Hub } from './hub.ts';
import { localDocument } from './local-document.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';

/** `_local/…`: the checkpoints that replication keeps on both sides (anchors D7). */
export function localRoutes(app: FastifyInstance, hub: Hub): void {
  app.get('/:db/_local/:id', async (request) => {
    const document = await (await databaseOf(hub, request)).local(localId(request));
    if (document === null) throw missing();
    return document;
  });
  app.put('/:db/_local/:id', async (request, reply) => {
    const database = await databaseOf(hub, request);
    const id = localId(request);
    const rev = await database.putLocal(localDocument(asObject(request.body, 'Document must be a JSON object'), id));
    return reply.code(201).send({ ok: true, id, rev });
  });
  app.delete('/:db/_local/:id', async (request) => {
    const database = await databaseOf(hub, request);
    const id = localId(request);
    const asked = new Query(request.query).text('rev');
    const document = await database.local(id);
    if (document === null) throw missing();
    const rev = await database.putLocal(localDocument({ _rev: asked ?? document._rev, _deleted: true }, id));
    return { ok: true, id, rev };
  });
}

function localId(request: FastifyRequest): string {
  return `_local/${pathPart(request, 'id')}`;
}
