import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const zip = promisify(gzip);
const WORTH_ZIPPING = 1024;
const JSON_TYPE = 'application/json';

/** Answers carry CouchDB's headers, and gzip where the asker takes it and it is worth it. */
export function dressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('server', 'Convoca hub').header('cache-control', 'must-revalidate');
    if (typeof payload !== 'string' || payload.length < WORTH_ZIPPING || !takesGzip(request)) return payload;
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length');
    return zip(payload);
  });
}

/**
 * Sends JSON piece by piece, so that a batch of large records never lies in memory as one text. `live` feeds are not
 * packed: their heartbeats must go out at once. `pieces` gets a signal that stops it when the asker hangs up.
 */
export function sendPieces(
  request: FastifyRequest,
  reply: FastifyReply,
  pieces: (hungUp: AbortSignal) => AsyncGenerator<string>,
  live = false,
): FastifyReply {
  const gone = new AbortController();
  reply.raw.on('close', () => gone.abort());
  const texts = Readable.from(pieces(gone.signal), { objectMode: false, highWaterMark: 64 * 1024 });
  reply.type(JSON_TYPE);
  if (live || !takesGzip(request)) return reply.send(texts);
  const packed = createGzip();
  texts.on('error', (problem) => packed.destroy(problem));
  packed.on('close', () => texts.destroy());
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
  return reply.send(texts.pipe(packed));
}

function takesGzip(request: FastifyRequest): boolean {
  const accepted = request.headers['accept-encoding'];
  return typeof accepted === 'string' && /(^|,)\s*gzip\s*(;\s*q=(1|0?\.[1-9])[0-9.]*)?\s*(,|$)/i.test(accepted);
}
