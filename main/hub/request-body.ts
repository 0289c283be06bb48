import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest, CouchError } from './couch-error.ts';
import type { Json } from './validation.ts';

/** Larger bodies (also after unpacking) are answered 413; the session layer then halves its batch (design §7). */
export const MOST_BODY_BYTES = 16 * 1024 * 1024;

/** Teaches the server to read bodies: JSON whatever the type says, forms for `_session`, gzip when the header says so. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body);
    if (text === null) done(badRequest('invalid UTF-8 JSON'), undefined);
    else if (text.trim() === '') done(null, undefined);
    else void parseJson(request, text, (problem, value) => (problem ? done(badRequest('invalid UTF-8 JSON'), undefined) : done(null, value)));
  });
  app.addHook('preParsing', async (request, _reply, payload) => unpacked(request, payload));
}

function unpacked(request: FastifyRequest, payload: Readable): Readable {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return payload;
  if (encoding !== 'gzip') throw new CouchError(415, 'bad_ctype', 'Only gzip is supported as content encoding.');
  let received = 0;
  payload.on('data', (chunk: Buffer) => (received += chunk.length));
  const gunzip = createGunzip();
  // Whoever hangs up half-way must not leave an error that nobody listens to.
  gunzip.on('error', () => undefined);
  payload.on('error', (problem) => gunzip.destroy(problem));
  payload.on('close', () => {
    if (!payload.readableEnded) gunzip.destroy(new Error('the request was cut off'));
  });
  return Object.defineProperty(payload.pipe(gunzip), 'receivedEncodedLength', { get: () => received });
}

/** The JSON object that a request brings; throws 400 when it is none, 415 when it is not called JSON. */
export function objectBody(request: FastifyRequest): Json {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type)) {
    throw new CouchError(415, 'bad_content_type', 'Content-Type must be application/json');
  }
  return asObject(request.body, 'Request body must be a JSON object');
}

/** A value as a JSON object; throws 400 with the reason when it is none. */
export function asObject(value: unknown, reason: string): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw badRequest(reason);
  return value as Json;
}

function decode(body: string | Buffer): string | null {
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}
