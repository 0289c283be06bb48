import { sendJson } from './answers.ts';
import type { BuiltPages } from './built-pages.ts';
import type { PageServer } from './server.ts';

/** Serves the built renderer over HTTP. */
export function servePages(pages: BuiltPages): PageServer {
  return (request, response, pathname) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 405, { error: 'method' });
    const file = pages(pathname);
    if (!file) return sendJson(response, 404, { error: 'missing' });
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.bytes.byteLength,
      'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : file.bytes);
  };
}
