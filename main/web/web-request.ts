import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';

/** What Node received, as a web-standard request. Its signal fires when the page breaks off before it is answered. */
export function toWebRequest(request: IncomingMessage, response: ServerResponse, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  const method = request.method ?? 'GET';
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: leaving.signal };
  if (method === 'POST' || method === 'PUT') {
    init.body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
    init.duplex = 'half';
  }
  return new Request(new URL(request.url ?? '/', origin), init);
}

/** Sends a web-standard answer, streamed. A page or peer that breaks off ends it; that is no error of ours. */
export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(answer.status);
  if (answer.body === null) {
    response.end();
    return;
  }
  // The head goes out before the body: a long poll's first piece may be half a minute away.
  response.flushHeaders();
  await pipeline(Readable.fromWeb(answer.body as NodeStream<Uint8Array>), response).catch(() => response.destroy());
}

/** The text of a request's body; null when it is longer than `most` bytes or breaks off. */
export async function readText(request: IncomingMessage, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const piece of request) {
      bytes += (piece as Uint8Array).byteLength;
      if (bytes > most) return null;
      text += decoder.decode(piece as Uint8Array, { stream: true });
    }
  } catch {
    return null;
  }
  return text + decoder.decode();
}
