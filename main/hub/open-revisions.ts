import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, missing } from './couch-error.ts';
import { leavesIn, type HubDatabase } from './hub-database.ts';
import type { Query } from './query.ts';
import { revisionsOf } from './revisions.ts';
import { REVISION, type Json } from './validation.ts';

type Found = { ok: Json } | { missing: string };

/** The leaves of a document, or the revisions that were asked for (`open_revs`). Rejects with 404 or 400. */
export function openRevisions(database: HubDatabase, id: string, query: Query): Promise<readonly Found[]> {
  const asked: unknown = query.text('open_revs') === 'all' ? 'all' : query.json('open_revs');
  if (asked !== 'all' && !(Array.isArray(asked) && asked.every((rev) => REVISION.test(String(rev))))) throw badRequest('Invalid rev format');
  return database.inTurn(async (inside) => {
    const leaves = await leavesIn(inside, id);
    if (asked === 'all' && leaves.length === 0) throw missing();
    const revs = asked === 'all' ? leaves.map((leaf) => leaf.rev) : asked.map(String);
    return revisionsOf(inside, id, leaves, revs, query.flag('revs'), query.flag('latest'));
  });
}

/** JSON, or `multipart/mixed` for those who ask for just that: the replicator of CouchDB before 3.4. */
export function sendOpenRevisions(request: FastifyRequest, reply: FastifyReply, found: readonly Found[]): FastifyReply {
  const accept = request.headers.accept ?? '';
  if (!/multipart\/mixed/i.test(accept) || /application\/json/i.test(accept)) return reply.send(found);
  const boundary = randomBytes(16).toString('hex');
  const parts = found.map((one) => {
    const [type, body] = 'ok' in one ? ['application/json', one.ok] : ['application/json; error="true"', one];
    return `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${JSON.stringify(body)}\r\n`;
  });
  return reply.type(`multipart/mixed; boundary="${boundary}"`).send(`${parts.join('')}--${boundary}--\r\n`);
}
