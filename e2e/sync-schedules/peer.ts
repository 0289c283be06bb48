import type { DirectAccess } from '../support/holdings.ts';
import type { Answered, Carried } from '../sync-simulation/simulated-hub.ts';

/** The peer of all offices of the schedules: the real hub's process, or the CouchDB that `COUCHDB_URL` names. */
export interface SchedulePeer {
  readonly kind: 'hub' | 'couchdb';
  /** Past the offices' lines, as an administrator. */
  readonly direct: DirectAccess;
  /** An account for the offices of a new chapter; the offices make its database, or it is there already. */
  admit(chapter: string): Promise<{ readonly account: string; readonly password: string }>;
  /** Ends it in the midst of whatever it does; for `downMs` true milliseconds, or until `after` is done with its data, nobody answers. */
  kill(downMs: number, whileDown?: (data: PeerData) => Promise<void>): Promise<void>;
  /** False from the moment it is killed until it answers again. */
  readonly runs: boolean;
  stop(): Promise<void>;
}

/** What can be done to the data of a peer that does not run. */
export interface PeerData {
  keepCopy(): Promise<void>;
  /** False where no copy was kept in this schedule. */
  putCopyBack(): Promise<boolean>;
  empty(): Promise<void>;
}

/** What is carried of a request's head; the account is the proxy's. */
const CARRIED = ['accept', 'authorization', 'content-type', 'if-none-match'];
const TOLD = ['content-type', 'date', 'etag', 'retry-after', 'www-authenticate'];

/** Carries a request whole, as lines that damage answers need it; null when nobody is there. */
export async function carryWhole(address: string, { method, path, headers, body }: Carried): Promise<Answered | null> {
  const sent = Object.fromEntries(CARRIED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
  try {
    const answer = await fetch(address + path, { method, headers: sent, redirect: 'manual', ...(body === null ? {} : { body }) });
    const told = Object.fromEntries(TOLD.flatMap((name): [string, string][] => (answer.headers.has(name) ? [[name, answer.headers.get(name) ?? '']] : [])));
    return { status: answer.status, headers: told, body: await answer.text() };
  } catch {
    return null;
  }
}
