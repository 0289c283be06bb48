import { randomToken } from '../domain/record.ts';
import type { Host } from '../host.ts';
import { StoreProblem } from './chapter-types.ts';
import { mayWrite } from './disk-room.ts';
import { countRows } from './idb-rows.ts';
import type { Loss } from './loss.ts';
import { countTorn } from './mend-rows.ts';
import type { RecordPouch } from './pouch.ts';
import { readNote, writeNote, type HeldNote } from './record-count.ts';

const LOCAL_ID = '_local/canary';
/** The sync session's own: what the server has confirmed (`shared/sync/kept-peer.ts`). */
const CONFIRMED_ID = '_local/convoca-peer-server';
/** Rises when a database is laid out so that an older Convoca must leave it alone. */
const LAYOUT = 1;

/** What a database holds now. */
export type Count = Pick<HeldNote, 'records' | 'documents' | 'bodies' | 'sequence'>;

/** Counts without reading a single record. */
export async function countHere(pouch: RecordPouch): Promise<Count> {
  const [info, rows] = await Promise.all([pouch.info(), countRows(pouch.name)]);
  return { records: info.doc_count, sequence: Number(info.update_seq), documents: rows?.documents ?? null, bodies: rows?.bodies ?? null };
}

/**
 * Compares the database with what was noted outside of it; null when nothing is missing. Browsers delete a damaged
 * database and hand out an empty one without a word (anchors A7). The note may be older than the database, never newer,
 * and the stores' rows never become fewer in use, so that a smaller count is a loss and no chance.
 * Throws {@link StoreProblem} `newer-schema` for a database that a newer Convoca laid out otherwise.
 */
export async function findLoss(keep: Host['keep'], chapter: string, pouch: RecordPouch): Promise<Loss | null> {
  const [note, canary, count] = await Promise.all([readNote(keep, chapter), canaryIn(pouch), countHere(pouch)]);
  if ((canary?.layout ?? 0) > LAYOUT) throw new StoreProblem('newer-schema');
  if (note === 'unreadable') return { kind: 'unsure', held: null, here: count.records, countedAt: null, peer: null };
  if (note === null) {
    return canary === null ? { kind: 'gone', held: null, here: count.records, countedAt: null, peer: null } : null;
  }
  const loss = { held: note.records, here: count.records, countedAt: note.at, peer: note.peer };
  const isSmaller = isTorn(count) || isLess(count, note) || (hasFewerBodies(count, note) && (await countTorn(pouch.name)) > 0);
  if (canary?.token !== note.token) return { kind: isSmaller || count.records === 0 ? 'gone' : 'unsure', ...loss };
  return isSmaller ? { kind: 'fewer', ...loss } : null;
}

/** Every document has at least one body. */
function isTorn({ documents, bodies }: Count): boolean {
  return documents !== null && bodies !== null && bodies < documents;
}

function isLess(now: Count, then: Count): boolean {
  const areFewer = now.documents !== null && then.documents !== null ? now.documents < then.documents : now.records < then.records;
  return areFewer || now.sequence < then.sequence;
}

/** That alone proves nothing: two leaves become one when the revisions between them arrive. */
function hasFewerBodies(now: Count, then: Count): boolean {
  return now.bodies !== null && then.bodies !== null && now.bodies < then.bodies;
}

/** Puts the same token into the database and beside it, with the count as it is now. */
export async function noteCount(host: Pick<Host, 'keep' | 'sync'>, chapter: string, pouch: RecordPouch): Promise<void> {
  const canary = await canaryIn(pouch);
  const token = canary?.token ?? randomToken(20);
  if (!canary && !(await mayWrite(token.length))) throw new StoreProblem('storage-full');
  if (!canary) await pouch.put({ _id: LOCAL_ID, token, layout: LAYOUT });
  const [count, peer] = await Promise.all([countHere(pouch), lastConfirmed(host.sync, chapter, pouch)]);
  await writeNote(host.keep, chapter, { format: 1, token, ...count, at: new Date().toISOString(), peer });
}

async function canaryIn(pouch: RecordPouch): Promise<{ readonly token: string; readonly layout: number } | null> {
  const found = await pouch.get(LOCAL_ID).catch(() => null);
  return found ? { token: String(found['token']), layout: Number(found['layout'] ?? LAYOUT) } : null;
}

async function lastConfirmed(sync: Host['sync'], chapter: string, pouch: RecordPouch): Promise<HeldNote['peer']> {
  const [peer, confirmed] = await Promise.all([sync.peer(`chapter-${chapter}`), pouch.get(CONFIRMED_ID).catch(() => null)]);
  const at = confirmed?.['safeAt'];
  return peer && typeof at === 'string' && confirmed?.['address'] === peer.address ? { label: peer.label, at } : null;
}
