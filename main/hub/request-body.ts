import { createGunzip } from 'node:zlib';
import { Transform, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, CouchError, tooLarge, tooMany } from './couch-error.ts';
import { visitorOf } from './hub.ts';
import type { Limits } from './limits.ts';
import type { Json } from './validation.ts';

/** Larger bodies (also after unpacking) are answered 413; the session layer then halves its batch (design §7). */
export const MOST_BODY_BYTES = 16 * 1024 * 1024;
/** Whoever has not signed in has nothing longer to say than a name and a password. */
const MOST_OF_NOBODY = 64 * 1024;
const DEEPEST = 200;

/** Teaches the server to read bodies: JSON whatever the type says, forms for `_session`, gzip when the header says so. */
export function readBodies(app: FastifyInstance, limits: Limits): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body);
    if (text === null) done(badRequest('invalid UTF-8 JSON'), undefined);
    else if (text.trim() === '') done(null, undefined);
    else void parseJson(request, text, (problem, value) => (problem || isTooDeep(value) ? done(badRequest('invalid UTF-8 JSON'), undefined) : done(null, value)));
  });
  const inMemory = { bytes: 0 };
  app.addHook('preParsing', async (request, reply, payload) => {
    if (!hasBody(request)) return payload;
    cutTrickle(request, payload, limits);
    return metered(payload, request, reply, inMemory, limits);
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Ends a connection whose body comes too slowly to ever be meant: it would hold its place for ten minutes. */
function cutTrickle(request: FastifyRequest, payload: Readable, { trickleMs, trickleBytes }: Limits): void {
  const { socket } = request.raw;
  let before = socket.bytesRead;
  const look = setInterval(() => {
    if (socket.bytesRead - before < trickleBytes) request.raw.destroy();
    before = socket.bytesRead;
  }, trickleMs);
  const stop = (): void => clearInterval(look);
  payload.once('end', stop).once('close', stop);
}

/** Unpacks a body and counts what it brings into memory until it is answered: many large ones at once must not fill it. */
function metered(payload: Readable, request: FastifyRequest, reply: FastifyReply, inMemory: { bytes: number }, { bodyBytes }: Limits): Readable {
  const most = visitorOf(request).name === null ? MOST_OF_NOBODY : MOST_BODY_BYTES;
  let own = 0;
  reply.raw.once('close', () => (inMemory.bytes -= own));
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      own += chunk.length;
      inMemory.bytes += chunk.length;
      if (own > most) done(tooLarge());
      else if (inMemory.bytes > bodyBytes) done(tooMany());
      else done(null, chunk);
    },
  });
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') throw new CouchError(415, 'bad_ctype', `Unsupported encoding ${encoding.slice(0, 40)}`);
  // Whoever hangs up half-way must not leave an error that nobody listens to.
  const broken = (problem: Error): void => void meter.destroy(problem);
  meter.on('error', () => undefined);
  payload.once('error', broken).once('close', () => {
    if (!payload.readableEnded) broken(new Error('the request was cut off'));
  });
  if (encoding === 'identity') return payload.pipe(meter);
  let packed = 0;
  payload.on('data', (chunk: Buffer) => (packed += chunk.length));
  const gunzip = createGunzip().once('error', broken);
  meter.once('close', () => gunzip.destroy());
  payload.pipe(gunzip).pipe(meter);
  return Object.defineProperty(meter, 'receivedEncodedLength', { get: () => packed });
}

/** JSON that is nested beyond all reason breaks whoever writes it out again. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? (Object.values(one) as unknown[]).filter((inner) => inner !== null && typeof inner === 'object') : []));
  }
  return false;
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
