import { expect, test } from 'vitest';
import { FIRST_STATUS, type PeerStatus, type SyncStatus } from '../../shared/sync/status.ts';
import { readAddress } from './Connection.tsx';
import { moodOf } from './SyncStatus.tsx';

const PEER: PeerStatus = {
  peer: { id: 'server', kind: 'server', address: 'https://records.example.org', account: 'office', label: 'headquarters' },
  safeAt: '2026-11-22T10:42:00Z',
  waiting: 0,
  waitingSince: null,
  denied: [],
  problem: null,
  contactAt: '2026-11-22T10:42:00Z',
  verifiedAt: null,
  clockMinutes: 0,
  guard: null,
  setBack: null,
};
const statusOf = (changed: Partial<PeerStatus>): SyncStatus => ({ ...FIRST_STATUS, peers: [{ ...PEER, ...changed }] });
const SAFE = statusOf({});

test('"safe" is said only of what a peer has confirmed and while nothing waits', () => {
  expect(moodOf(SAFE, false)).toBe('safe');
  expect(moodOf(statusOf({ waiting: 1 }), false)).toBe('waiting');
  expect(moodOf(statusOf({ safeAt: null }), false)).toBe('waiting');
  expect(moodOf(statusOf({ problem: 'no-network' }), false)).toBe('problem');
  expect(moodOf({ ...SAFE, activity: 'sending' }, false)).toBe('busy');
  expect(moodOf({ ...statusOf({ problem: 'busy' }), activity: 'pausing' }, false)).toBe('problem');
  expect(moodOf(statusOf({ guard: { kind: 'mass-deletion', count: 40, of: 41, since: '2026-11-22T10:42:00Z', answer: null } }), false)).toBe('problem');
  expect(moodOf(statusOf({ peer: { ...PEER.peer, kind: 'here' } }), false)).toBe('notConnected');
  expect(moodOf(FIRST_STATUS, false)).toBe('notConnected');
  expect(moodOf(SAFE, true)).toBe('practice');
});

test('an address is read as people paste it, and refused when it is none or carries a password', () => {
  expect(readAddress(' https://records.example.org/ ')).toBe('https://records.example.org');
  expect(readAddress('http://127.0.0.1:5985')).toBe('http://127.0.0.1:5985');
  expect(readAddress('https://example.org/couch/')).toBe('https://example.org/couch');
  for (const wrong of ['records.example.org', 'ftp://example.org', 'https://', 'https://rosa:secret@example.org', 'https://example.org/?a=1', '']) {
    expect(readAddress(wrong), wrong).toBeNull();
  }
});
