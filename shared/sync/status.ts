import type { PeerInfo, PeerProblem } from '../host.ts';
import type { RecordPouch } from '../store/pouch.ts';

/** No clock decides anything; a larger difference is pointed out (design §4). */
export const CLOCK_TOLERANCE_MINUTES = 10;

/** Answers the three questions of design §7: are my changes safe, since when, and how many wait. */
export interface SyncStatus {
  readonly activity: 'resting' | 'sending' | 'receiving';
  /** The peer's name for people; null while none is set. */
  readonly peer: string | null;
  /** When the peer last confirmed everything that was here at that moment (ISO); null when it never did. */
  readonly safeAt: string | null;
  /** Records changed here that the peer has not confirmed. */
  readonly waiting: number;
  /** Records that the peer refused; they are among the waiting. */
  readonly denied: number;
  readonly problem: PeerProblem | null;
  /** Minutes between the peer's clock and this PC's, when they differ by more than {@link CLOCK_TOLERANCE_MINUTES}; else 0. */
  readonly clockMinutes: number;
  /** Records sent and received in the running or the last exchange. */
  readonly sent: number;
  readonly received: number;
}

export const FIRST_STATUS: SyncStatus = {
  activity: 'resting',
  peer: null,
  safeAt: null,
  waiting: 0,
  denied: 0,
  problem: null,
  clockMinutes: 0,
  sent: 0,
  received: 0,
};

/** What outlives a restart, in a `_local` document that is never replicated. Addresses and ids only. */
export interface Confirmed {
  /** Address of the peer that confirmed; another peer starts from nothing. */
  readonly address: string;
  /** Everything up to this sequence of the local database is at the peer, except the denied. */
  readonly sequence: number;
  readonly safeAt: string | null;
  readonly denied: readonly string[];
}

const LOCAL_ID = '_local/convoca-confirmed';

/** What that peer has confirmed, as kept on this PC. */
export async function readConfirmed(pouch: RecordPouch, peer: PeerInfo): Promise<Confirmed> {
  const nothing: Confirmed = { address: peer.address, sequence: 0, safeAt: null, denied: [] };
  const kept = await pouch.get<Confirmed>(LOCAL_ID).catch(() => null);
  if (!kept || kept.address !== peer.address) return nothing;
  return { address: kept.address, sequence: kept.sequence, safeAt: kept.safeAt, denied: kept.denied };
}

/** Keeps what the peer has confirmed. */
export async function writeConfirmed(pouch: RecordPouch, confirmed: Confirmed): Promise<void> {
  const kept = await pouch.get(LOCAL_ID).catch(() => null);
  await pouch.put({ ...confirmed, _id: LOCAL_ID, ...(kept ? { _rev: kept._rev } : {}) });
}

/** The records that have changed here since that sequence, and those that were denied before it. */
export async function findWaiting(pouch: RecordPouch, confirmed: Pick<Confirmed, 'sequence' | 'denied'>): Promise<Set<string>> {
  const { results } = await pouch.changes({ since: confirmed.sequence, style: 'main_only' });
  return new Set([...results.map((change) => change.id), ...confirmed.denied]);
}

/** PouchDB's local sequences are numbers. */
export async function sequenceOf(pouch: RecordPouch): Promise<number> {
  return Number((await pouch.info()).update_seq);
}
