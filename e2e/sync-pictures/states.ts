import { SYNC_PROBLEMS } from '../../shared/sync/problems.ts';
import { FIRST_STATUS, type PeerStatus, type SyncStatus } from '../../shared/sync/status.ts';
import type { LogLine } from '../../shared/sync/sync-log.ts';
import { neighbourStatus, ownHubStatus, serverStatus } from '../../renderer/sync/status-examples.ts';

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** A state of the page: what the session says. */
export interface PicturedState {
  readonly name: string;
  readonly status: SyncStatus;
}

function statusOf(peers: readonly PeerStatus[], changed: Partial<SyncStatus> = {}): SyncStatus {
  return { ...FIRST_STATUS, peers, waiting: peers[0]?.waiting ?? 2, ...changed };
}

const SAFE = serverStatus({ safeAt: ago(0.1), contactAt: ago(0.1), verifiedAt: ago(70) });
const BACK = { safeAt: ago(21 * 24), contactAt: ago(21 * 24), waiting: 412, waitingSince: ago(20.9 * 24), verifiedAt: ago(22 * 24) };
const WAITING = serverStatus(BACK);
const NEAR = neighbourStatus({ safeAt: ago(0.2), contactAt: ago(0.2) });
const OWN = ownHubStatus({ safeAt: ago(0.05) });

/** Every state that the page can be in, with the records of the page (`person`: the id of one). */
export function picturedStates(person: string): readonly PicturedState[] {
  const refused = (['forbidden', 'too-large', 'not-sealed', 'erased', 'unknown'] as const).map((reason, at) => ({
    id: at === 0 ? person : `meeting:gone${String(at)}`,
    rev: '1-x',
    reason,
    since: ago(30 + at),
    direction: 'sending' as const,
  }));
  const foreign = { id: 'person:foreign', rev: '1-y', reason: 'other-chapter', since: ago(3), direction: 'receiving' } as const;
  const guard = { kind: 'mass-deletion', count: 1204, of: 1243, since: ago(26), answer: null } as const;
  return [
    { name: 'first-day', status: statusOf([], { waiting: 2 }) },
    { name: 'safe', status: statusOf([SAFE]) },
    { name: 'waiting', status: statusOf([WAITING]) },
    { name: 'never-safe', status: statusOf([serverStatus({ safeAt: null, contactAt: null, waiting: 412, waitingSince: ago(2) })]) },
    { name: 'sending', status: statusOf([WAITING], { activity: 'sending', at: 'server', sent: 130, received: 0 }) },
    { name: 'receiving', status: statusOf([WAITING], { activity: 'receiving', at: 'server', sent: 412, received: 1730 }) },
    { name: 'verifying', status: statusOf([SAFE], { activity: 'verifying', at: 'server' }) },
    { name: 'pausing', status: statusOf([serverStatus({ ...BACK, problem: 'stalled' })], { activity: 'pausing', nextTryAt: soon(4), sent: 130, received: 22 }) },
    { name: 'several', status: statusOf([WAITING, NEAR, OWN, neighbourStatus({ peer: { ...NEAR.peer, id: 'pc-bbbbbbbbbbbbbbbb', label: 'Salón' }, waiting: 12, problem: 'no-network' })]) },
    { name: 'neighbours-only', status: statusOf([OWN, NEAR]) },
    { name: 'own-hub-only', status: statusOf([OWN], { waiting: 1243 }) },
    { name: 'denied', status: statusOf([serverStatus({ waiting: 5, waitingSince: ago(34), denied: [...refused, foreign] })]) },
    { name: 'guard', status: statusOf([serverStatus({ guard })]) },
    { name: 'guard-stopped', status: statusOf([serverStatus({ guard: { ...guard, answer: 'stop' } })]) },
    { name: 'other-chapter', status: statusOf([serverStatus({ ...BACK, guard: { ...guard, kind: 'other-chapter', count: 300, of: 300 } })]) },
    { name: 'restored', status: statusOf([serverStatus({ ...BACK, safeAt: null, setBack: { kind: 'restored', at: ago(5) }, clockMinutes: 95 })]) },
    ...SYNC_PROBLEMS.map((problem) => ({ name: `problem-${problem}`, status: statusOf([serverStatus({ ...BACK, problem })]) })),
  ];
}

/** A log of three weeks, with every step once. */
export function picturedLog(): readonly LogLine[] {
  const at = (hours: number, line: Omit<LogLine, 'at'>): LogLine => ({ at: ago(hours), ...line });
  return [
    at(504, { peer: 'server', step: 'done', sent: 12, received: 3, ms: 4_200 }),
    at(480, { peer: 'server', step: 'trouble', problem: 'no-network', ms: 15_000 }),
    at(50, { peer: 'server', step: 'restored' }),
    at(49, { peer: 'server', step: 'repaired', count: 31, ms: 61_000 }),
    at(48, { peer: 'server', step: 'verified', ms: 9_000 }),
    at(27, { peer: 'server', step: 'refused', count: 5 }),
    at(26, { peer: 'server', step: 'guard', guard: 'mass-deletion', count: 1204 }),
    at(25, { peer: 'server', step: 'decided', guard: 'mass-deletion' }),
    at(2, { peer: 'pc-abcdefghijklmnop', step: 'done', sent: 412, received: 0, ms: 7_800 }),
    at(1, { peer: 'here', step: 'done', sent: 412, ms: 2_100 }),
    at(0.5, { peer: 'server', step: 'trouble', problem: 'stalled', sent: 130, received: 22, ms: 63_000 }),
    at(0.1, { peer: 'server', step: 'done', sent: 282, received: 1730, ms: 183_000 }),
  ];
}
