import { severityOf } from '../../shared/sync/problems.ts';
import { isSafeAt, mainPeer, type PeerStatus, type SyncStatus } from '../../shared/sync/status.ts';

/** What the few words on every screen say. */
export type Mood = 'practice' | 'notConnected' | 'sending' | 'receiving' | 'verifying' | 'pausing' | 'needsYou' | 'safe' | 'waiting' | 'unconfirmed';

/**
 * Which of the moods it is. "Safe" is said only of what a named peer elsewhere has confirmed (design §7), and holds as
 * of when it did, also while the line is away; whatever needs a person goes before it.
 */
export function moodOf(status: SyncStatus, isPractice: boolean): Mood {
  if (isPractice) return 'practice';
  const { activity } = status;
  if (activity === 'sending' || activity === 'receiving' || activity === 'verifying') return activity;
  const main = mainPeer(status);
  if (status.peers.some(({ guard }) => guard?.answer === null)) return 'needsYou';
  if (main === null) return 'notConnected';
  if (needsPerson(main)) return 'needsYou';
  if (isSafeAt(main)) return 'safe';
  if (activity === 'pausing') return 'pausing';
  return main.waiting > 0 ? 'waiting' : 'unconfirmed';
}

/** Whether nothing goes on with a peer until a person does something. */
export function needsPerson({ problem, guard, denied }: Pick<PeerStatus, 'problem' | 'guard' | 'denied'>): boolean {
  if (guard !== null || denied.some(({ direction }) => direction === 'sending')) return true;
  return problem !== null && severityOf(problem) === 'needs-you';
}
