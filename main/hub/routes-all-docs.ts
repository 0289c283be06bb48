import type { FastifyInstance } from 'fastify';
import { badQuery } from './couch-error.ts';
import { databaseOf, type Hub } from './hub.ts';
import type { AllDocsAnswer, HubDatabase } from './hub-database.ts';
import { Query } from './query.ts';
import { asObject } from './request-body.ts';

/** Beyond every id in any script: PouchDB's own upper end leaves out ids that begin beyond Latin-1. */
const LAST = '\u{10FFFF}';

const RANGE = ['key', 'startkey', 'start_key', 'endkey', 'end_key'];

/** `_all_docs`, for comparing ids and revisions after a replication (design §7). */
export function allDocsRoutes(app: FastifyInstance, hub: Hub): void {
  app.get('/:db/_all_docs', async (request) => {
    const query = new Query(request.query);
    const keys = query.has('keys') ? keyList(query.json('keys')) : null;
    return allDocs(await databaseOf(hub, request), query, keys);
  });
  app.post('/:db/_all_docs', async (request) => {
    const database = await databaseOf(hub, request);
    const body = asObject(request.body ?? {}, 'Request body must be a JSON object');
    return allDocs(database, new Query(request.query, body), 'keys' in body ? keyList(body.keys) : null);
  });
}

function keyList(keys: unknown): readonly unknown[] {
  if (!Array.isArray(keys)) throw badQuery('`keys` member must be an array.');
  return keys;
}

async function allDocs(database: HubDatabase, query: Query, keys: readonly unknown[] | null): Promise<object> {
  const include_docs = query.flag('include_docs');
  const conflicts = include_docs && query.flag('conflicts');
  const limit = query.count('limit');
  const skip = query.count('skip') ?? 0;
  if (keys !== null) {
    if (RANGE.some((name) => query.has(name))) throw badQuery('`keys` is incompatible with `key`, `start_key` and `end_key`');
    const given = query.flag('descending') ? [...keys].reverse() : keys;
    return byKeys(database, given.slice(skip, limit === undefined ? undefined : skip + limit), { include_docs, conflicts });
  }
  const { low, high, descending } = range(query);
  if (high === '' || low > high) return { total_rows: await database.count(), offset: 0, rows: [] };
  const found = await database.allDocs({
    startkey: descending ? high : low,
    endkey: descending ? low : high,
    inclusive_end: query.flag('inclusive_end', true),
    include_docs,
    conflicts,
    descending,
    skip,
    ...(limit === undefined ? {} : { limit }),
  });
  return { total_rows: found.total_rows, offset: found.offset, rows: found.rows };
}

function range(query: Query): { low: string; high: string; descending: boolean } {
  const descending = query.flag('descending');
  const start = text(query, 'startkey') ?? text(query, 'start_key') ?? text(query, 'key');
  const end = text(query, 'endkey') ?? text(query, 'end_key') ?? text(query, 'key');
  return descending ? { low: end ?? '', high: start ?? LAST, descending } : { low: start ?? '', high: end ?? LAST, descending };
}

function text(query: Query, name: string): string | undefined {
  const value = query.json(name);
  if (value === undefined || typeof value === 'string') return value;
  throw badQuery(`The ${name} of a document range is a text.`);
}

async function byKeys(database: HubDatabase, keys: readonly unknown[], options: { include_docs: boolean; conflicts: boolean }): Promise<object> {
  const texts = keys.filter((key): key is string => typeof key === 'string' && key !== '');
  const found: AllDocsAnswer = texts.length > 0 ? await database.allDocs({ keys: texts, ...options }) : await database.allDocs({ startkey: LAST, endkey: LAST });
  const rows = new Map(texts.map((key, index) => [key, found.rows[index]]));
  return {
    total_rows: found.total_rows,
    offset: null,
    rows: keys.map((key) => (typeof key === 'string' ? rows.get(key) : undefined) ?? { key, error: 'not_found' }),
  };
}
