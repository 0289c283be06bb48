import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest, missing, tooLarge } from './couch-error.ts';
import { databaseOf, pathPart, type Hub } from './hub.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';
import type { LocalDocument } from './hub-database.ts';
import type { Json } from './validation.ts';

/** Checkpoints are small; nothing else belongs here. */
const MOST_BYTES = 64 * 1024;
const LOCAL_REVISION = /^0-[0-9]{1,12}$/;

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
    const rev = await database.putLocal(checked(asObject(request.body, 'Document must be a JSON object'), id));
    return reply.code(201).send({ ok: true, id, rev });
  });
  app.delete('/:db/_local/:id', async (request) => {
    const database = await databaseOf(hub, request);
    const id = localId(request);
    const asked = new Query(request.query).text('rev');
    const document = await database.local(id);
    if (document === null) throw missing();
    const rev = await database.putLocal(checked({ _rev: asked ?? document._rev, _deleted: true }, id));
    return { ok: true, id, rev };
  });
}

function localId(request: FastifyRequest): string {
  return `_local/${pathPart(request, 'id')}`;
}

function checked(body: Json, id: string): LocalDocument {
  const { _id, _rev, _deleted, ...rest } = body;
  if (_id !== undefined && _id !== id) throw badRequest('Document ID must match the address.');
  if (_rev !== undefined && !(typeof _rev === 'string' && LOCAL_REVISION.test(_rev))) throw badRequest('Invalid rev format');
  if (_deleted !== undefined && typeof _deleted !== 'boolean') throw badRequest('Bad special document member: _deleted');
  if (Object.keys(rest).some((key) => key.startsWith('_'))) throw badRequest('Bad special document member.');
  if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) throw tooLarge();
  return { ...rest, _id: id, ...(_rev === undefined ? {} : { _rev }), ...(_deleted === undefined ? {} : { _deleted }) };
}
