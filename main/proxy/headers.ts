import type { IncomingHttpHeaders } from 'node:http';

/** What of the page's request the peer may see. Cookies, origin and any sign-in of the page are not among it. */
const PASSED_ON = ['accept', 'accept-encoding', 'content-type', 'content-encoding', 'content-length', 'if-match', 'if-none-match'];

/** What of the peer's answer the page may see: no cookies, no hop-by-hop headers, no policy of another origin. */
const PASSED_BACK = ['content-type', 'content-encoding', 'content-length', 'cache-control', 'date', 'etag', 'retry-after', 'x-couch-request-id'];

/** Headers for the peer. Small answers that are checked here are asked for unpacked. */
export function headersForPeer(page: Headers, unpacked: boolean): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const name of PASSED_ON) {
    const value = page.get(name);
    if (value !== null) headers[name] = value;
  }
  if (unpacked) delete headers['accept-encoding'];
  return headers;
}

/** Headers for the page. */
export function headersForPage(peer: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const name of PASSED_BACK) {
    const value = peer[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return headers;
}
