import type { FastifyInstance } from 'fastify';
import { databaseOf, pathPart, visitorOf, type Hub } from './hub.ts';
import type { HubDatabase } from './hub-database.ts';
import { mustBeAdmin } from './rights.ts';

/** The database itself: ask, make, delete, and `_ensure_full_commit`. */
export function databaseRoutes(app: FastifyInstance, hub: Hub): void {
  app.get('/:db', async (request) => describe(await databaseOf(hub, request)));
  app.head('/:db', async (request, reply) => {
    await databaseOf(hub, request);
    return reply.type('application/json').send();
  });
  app.put('/:db', async (request, reply) => {
    await hub.databases.create(visitorOf(request), pathPart(request, 'db'));
    return reply.code(201).send({ ok: true });
  });
  app.delete('/:db', async (request) => {
    await hub.databases.delete(visitorOf(request), pathPart(request, 'db'));
    return { ok: true };
  });
  app.post('/:db/_compact', async (request, reply) => {
    mustBeAdmin(visitorOf(request));
    await (await databaseOf(hub, request)).compact();
    return reply.code(202).send({ ok: true });
  });
  app.post('/:db/_ensure_full_commit', async (request, reply) => {
    await databaseOf(hub, request);
    // Every write was flushed before it was acknowledged: there is nothing left to do.
    return reply.code(201).send({ ok: true, instance_start_time: '0' });
  });
}

async function describe(database: HubDatabase): Promise<object> {
  return {
    db_name: database.name,
    uuid: database.instance,
    doc_count: await database.count(),
    update_seq: database.sequence(database.updateSeq),
    purge_seq: database.sequence(0),
    compact_running: false,
    disk_format_version: 8,
    instance_start_time: '0',
    props: {},
  };
}
