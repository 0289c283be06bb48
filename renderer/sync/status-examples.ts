import type { PeerStatus } from '../../shared/sync/status.ts';

/** For tests and pictures: headquarters with everything there, changed as said. */
export function serverStatus(changed: Partial<PeerStatus>): PeerStatus {
  return {
    peer: { id: 'server', kind: 'server', address: 'https://records.example.org', account: 'durham-1', label: 'headquarters' },
    safeAt: '2026-11-22T15:42:00Z',
    waiting: 0,
    waitingSince: null,
    denied: [],
    problem: null,
    contactAt: '2026-11-22T15:42:00Z',
    verifiedAt: null,
    clockMinutes: 0,
    guard: null,
    setBack: null,
    ...changed,
  };
}

/** For tests and pictures: another PC of the chapter with everything there, changed as said. */
export function neighbourStatus(changed: Partial<PeerStatus>): PeerStatus {
  const peer = { id: 'pc-abcdefghijklmnop', kind: 'neighbour', address: 'http://192.168.1.20:5986', account: 'pc-x', label: 'Oficina 2' } as const;
  return { ...serverStatus({}), peer, ...changed };
}

/** For tests and pictures: the hub on this PC's own disk. */
export function ownHubStatus(changed: Partial<PeerStatus>): PeerStatus {
  return { ...serverStatus({}), peer: { id: 'here', kind: 'here', address: 'http://127.0.0.1:5986', account: 'x', label: '' }, ...changed };
}
