import type { PeerInfo } from '../host.ts';
import type { SyncProblem } from './problems.ts';

export type { SyncProblem } from './problems.ts';

/** No clock decides anything; a larger difference is pointed out (design §4). */
export const CLOCK_TOLERANCE_MINUTES = 10;

/** Why a peer, or this PC, does not take a record. `unknown`: it gave no reason of this list. */
export const DENIED_REASONS = ['forbidden', 'too-large', 'not-sealed', 'other-chapter', 'erased', 'unknown'] as const;
export type DeniedReason = (typeof DENIED_REASONS)[number];

/** One revision that was refused; it stays listed until it is taken or replaced. */
export interface DeniedRecord {
  readonly id: string;
  readonly rev: string;
  readonly reason: DeniedReason;
  /** ISO, when it was refused first. */
  readonly since: string;
  /** `sending`: the peer refused it. `receiving`: this PC did not take it. */
  readonly direction: 'sending' | 'receiving';
}

/** What stops an exchange until a person decides ({@link SyncSession.decide}). */
export const GUARD_KINDS = ['mass-deletion', 'other-chapter'] as const;
export type GuardKind = (typeof GUARD_KINDS)[number];

export interface GuardStop {
  readonly kind: GuardKind;
  /** How many records of how many here it is about. */
  readonly count: number;
  readonly of: number;
  /** ISO, since when nothing is exchanged with this peer. */
  readonly since: string;
  /** `stop` when a person decided to leave it so; null while nobody has. */
  readonly answer: 'stop' | null;
}

/** What is known of one peer: what it confirmed and as of when, and what hinders more (design §7). */
export interface PeerStatus {
  readonly peer: PeerInfo;
  /** ISO, the moment whose every record this peer has confirmed; null when it never did, or when it has lost them since. */
  readonly safeAt: string | null;
  /** Records here that this peer has not confirmed. */
  readonly waiting: number;
  /** ISO, since when some wait; null while none does. */
  readonly waitingSince: string | null;
  readonly denied: readonly DeniedRecord[];
  readonly problem: SyncProblem | null;
  /** ISO, when it last answered as it should. */
  readonly contactAt: string | null;
  /** ISO, when every id and revision was last compared with it. */
  readonly verifiedAt: string | null;
  /** Minutes between its clock and this PC's, when they differ by more than {@link CLOCK_TOLERANCE_MINUTES}; else 0. */
  readonly clockMinutes: number;
  readonly guard: GuardStop | null;
  /** What was noticed of it and set right by itself: it was found empty, or restored from an older copy. ISO of when; null for neither. */
  readonly setBack: { readonly kind: 'emptied' | 'restored'; readonly at: string } | null;
}

/** Answers the three questions of design §7: are my changes safe, since when, and how many wait. */
export interface SyncStatus {
  readonly activity: 'resting' | 'sending' | 'receiving' | 'verifying' | 'pausing';
  /** Id of the peer that is being spoken with. */
  readonly at: string | null;
  /** The server first. */
  readonly peers: readonly PeerStatus[];
  /** For the server when there is one, else the least of any peer; all records when there is no peer. */
  readonly waiting: number;
  /** Records sent and received in the running or the last exchange. */
  readonly sent: number;
  readonly received: number;
  /** ISO, when a pausing exchange goes on. */
  readonly nextTryAt: string | null;
}

export const FIRST_STATUS: SyncStatus = {
  activity: 'resting',
  at: null,
  peers: [],
  waiting: 0,
  sent: 0,
  received: 0,
  nextTryAt: null,
};

/** The peer that the few words on every screen speak of: the server, else the first PC that keeps copies elsewhere. */
export function mainPeer(status: Pick<SyncStatus, 'peers'>): PeerStatus | null {
  const elsewhere = status.peers.filter(({ peer }) => peer.kind !== 'here');
  return elsewhere.find(({ peer }) => peer.kind === 'server') ?? elsewhere[0] ?? null;
}

/**
 * Whether everything here is at that peer, as of {@link PeerStatus.safeAt}. Never of the hub on this PC's own disk, and
 * never while a record waits, is refused, or a guard has stopped.
 */
export function isSafeAt({ peer, safeAt, waiting, denied, guard }: PeerStatus): boolean {
  return peer.kind !== 'here' && safeAt !== null && waiting === 0 && guard === null && denied.every(({ direction }) => direction !== 'sending');
}
