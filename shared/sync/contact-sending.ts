import { SERVER_PEER, SYNC_PREFIX } from '../host.ts';
import type { SyncClock } from './clock.ts';
import { contactDocument, contactId, NETWORK_DATABASE, type OfficeFigures } from './contact.ts';
import type { PeerWire } from './peer-fetch.ts';

/** Ms after which headquarters is told again although nothing changed. */
const AGAIN_AFTER = 15 * 60_000;
/** Ms that telling may take; it is not worth waiting for. */
const PATIENCE = 30_000;
/** Somebody else wrote this very document meanwhile: once more with its revision. */
const TRIES = 2;

/** `none`: this server keeps no figures of a network, such as a hub of one office; `refused`: its rule does not take them. */
export type Telling = 'told' | 'none' | 'refused' | 'not-reached';

/** What was told last, and when by this PC's clock. */
export interface Told {
  readonly figures: OfficeFigures;
  readonly at: number;
}

/**
 * Whether headquarters is to be told now: at once when something of what hinders or waits changed, else every quarter of
 * an hour. How many records there are changes with every line typed and waits for that. A clock set back counts as time passed.
 */
export function isWorthTelling(figures: OfficeFigures, last: Told | null, now: number): boolean {
  if (last === null || Math.abs(now - last.at) >= AGAIN_AFTER) return true;
  const of = ({ waiting, denied, problem, guard, reviews, version, account, clockMinutes }: OfficeFigures): string =>
    JSON.stringify([waiting, denied, problem, guard, reviews, version, account, clockMinutes]);
  return of(figures) !== of(last.figures);
}

/** Puts this PC's figures where headquarters reads them. Never rejects: an exchange does not fail because of it. */
export async function tellHeadquarters(wire: PeerWire, clock: SyncClock, figures: OfficeFigures): Promise<Telling> {
  const here = figures;
  return withDocument(wire, clock, contactId(here.chapter, here.device), (at) => contactDocument(here, at, clock.now()));
}

/** Takes away what a PC told that the chapter has taken out: headquarters would see it fall silent for ever. Never rejects. */
export async function forgetContact(wire: PeerWire, clock: SyncClock, chapter: string, device: string): Promise<Telling> {
  return withDocument(wire, clock, contactId(chapter, device), (_, rev) => (rev === null ? null : { chapter, _deleted: true }));
}

/** The document to put, by the server's clock; null for none. `rev`: of the one that is there. */
type Making = (at: number, rev: string | null) => Readonly<Record<string, unknown>> | null;

async function withDocument(wire: PeerWire, clock: SyncClock, id: string, make: Making): Promise<Telling> {
  const url = `${wire.origin}${SYNC_PREFIX}${SERVER_PEER}/${NETWORK_DATABASE}/${encodeURIComponent(id)}`;
  const ending = new AbortController();
  const end = clock.after(PATIENCE, () => ending.abort());
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const status = await putOnce(wire, clock, url, make, ending.signal);
      if (status !== 409) return outcomeOf(status);
    }
    return 'refused';
  } catch {
    return 'not-reached';
  } finally {
    end();
  }
}

async function putOnce(wire: PeerWire, clock: SyncClock, url: string, make: Making, signal: AbortSignal): Promise<number> {
  const found = await wire.fetch(url, { headers: { accept: 'application/json' }, signal });
  if (found.status !== 200 && found.status !== 404) return found.status;
  const before = (await found.json()) as { readonly _rev?: unknown };
  const rev = found.status === 200 && typeof before._rev === 'string' ? before._rev : null;
  // The server's clock is the one that all offices have in common.
  const said = Date.parse(found.headers.get('date') ?? '');
  const document = make(Number.isNaN(said) ? clock.now() : said, rev);
  if (document === null) return 200;
  const body = JSON.stringify({ ...document, ...(rev === null ? {} : { _rev: rev }) });
  const put = await wire.fetch(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body, signal });
  return put.status;
}

function outcomeOf(status: number): Telling {
  if (status >= 200 && status < 300) return 'told';
  if (status === 404) return 'none';
  return status === 400 || status === 401 || status === 403 || status === 413 ? 'refused' : 'not-reached';
}
