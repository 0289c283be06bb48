import { databaseName } from '../machine/peer-store.ts';
import { PEER_ID, SYNC_PREFIX } from '../../shared/host.ts';
import { CONTACT_ID, NETWORK_DATABASE } from '../../shared/sync/contact.ts';

/** The endpoints that replication needs; a server's others (`_security`, `_purge`…) are out of the page's reach. */
const ENDPOINTS = new Set(['_changes', '_revs_diff', '_bulk_get', '_bulk_docs', '_all_docs', '_ensure_full_commit']);

/** Replication deletes nothing on a server by DELETE: a deletion is a document like any other. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']);

/**
 * Whether a path of the page's origin is for the proxy: `/sync/` and the peers below it. Anything else there is the
 * page's own (the screen "Send and receive" and, for developers, its sources).
 */
export function isSyncPath(pathname: string): boolean {
  if (!pathname.startsWith(SYNC_PREFIX)) return false;
  const [peer = ''] = pathname.slice(SYNC_PREFIX.length).split('/');
  return peer === '' || PEER_ID.test(peer);
}

/** Where a request of the page goes, relative to the peer's address. */
export interface SyncTarget {
  /** Which of the database's peers. */
  readonly peer: string;
  readonly database: string;
  /**
   * The database under which that peer is kept: its own, except that a chapter's PC has no peer for the network's. It
   * tells headquarters of itself where its chapter's records go, and its contact document names the chapter.
   */
  readonly keptFor: string;
  /** Encoded path with its query, `/chapter-…/_changes?since=3`. */
  readonly path: string;
  /** The database's own page, which is small enough to be checked whole. */
  readonly isDatabaseInfo: boolean;
}

/**
 * Reads `/sync/<peer id>/<database>/…` of the page's own origin. Null when the method, the peer, the database or the
 * path is none that replication uses. Document ids are re-encoded, so that what was checked is what is sent.
 */
export function readSyncPath(method: string, url: URL): SyncTarget | null {
  if (!METHODS.has(method) || !url.pathname.startsWith(SYNC_PREFIX)) return null;
  const segments: string[] = [];
  for (const encoded of url.pathname.slice(SYNC_PREFIX.length).replace(/\/$/, '').split('/')) {
    const segment = decode(encoded);
    if (segment === null) return null;
    segments.push(segment);
  }
  const [peer = '', database = '', ...rest] = segments;
  if (!PEER_ID.test(peer) || !databaseName.safeParse(database).success) return null;
  const document = readDocument(rest);
  if (document === null) return null;
  return { peer, database, keptFor: keptFor(database, rest), path: `/${database}${document}${url.search}`, isDatabaseInfo: document === '' && method === 'GET' };
}

function keptFor(database: string, rest: readonly string[]): string {
  const chapter = database === NETWORK_DATABASE && rest.length === 1 ? CONTACT_ID.exec(rest[0] ?? '')?.[1] : undefined;
  return chapter === undefined ? database : `chapter-${chapter}`;
}

/** `''` for the database itself, `/_changes`, `/person%3Aabc`, `/_local/abc`; null for anything else. */
function readDocument(segments: readonly string[]): string | null {
  // PouchDB writes a local document's id as one segment, `_local%2Fabc`; CouchDB clients as two.
  const [first, second, ...more] = segments.length === 1 ? splitLocal(segments[0] ?? '') : segments;
  if (first === undefined) return '';
  if (more.length > 0) return null;
  if (second !== undefined) return first === '_local' && isPlainId(second) ? `/_local/${encodeURIComponent(second)}` : null;
  if (first.startsWith('_')) return ENDPOINTS.has(first) ? `/${first}` : null;
  return isPlainId(first) ? `/${encodeURIComponent(first)}` : null;
}

function splitLocal(segment: string): string[] {
  return segment.startsWith('_local/') ? ['_local', segment.slice('_local/'.length)] : [segment];
}

function isPlainId(id: string): boolean {
  return id.length > 0 && id.length <= 300 && id !== '.' && id !== '..' && !/[/\\\p{Cc}]/u.test(id);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
