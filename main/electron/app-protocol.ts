import type { Proxy } from '../proxy/proxy.ts';
import { isSyncPath } from '../proxy/sync-path.ts';
import type { BuiltPages } from '../web/built-pages.ts';
import { contentPolicy, safeHeaders } from '../web/policy.ts';
import { isOurPage } from './origin.ts';

/** Answers `app://convoca/…`: the built renderer, and the way to the peers under `/sync/`. */
export function appProtocol(pages: BuiltPages, proxy: Pick<Proxy, 'forward'>): (request: Request) => Promise<Response> {
  const headers = safeHeaders(contentPolicy());
  return async (request) => {
    if (!isOurPage(request.url)) return new Response(null, { status: 404, headers });
    const { pathname } = new URL(request.url);
    if (isSyncPath(pathname)) return proxy.forward(request);
    const file = request.method === 'GET' ? pages(pathname) : null;
    if (!file) return new Response(null, { status: 404, headers });
    return new Response(file.bytes, { headers: { ...headers, 'content-type': file.type } });
  };
}
