import { expect, test } from 'vitest';
import { SYNC_PROBLEMS, severityOf } from '../../shared/sync/problems.ts';
import { FIRST_STATUS, type SyncStatus } from '../../shared/sync/status.ts';
import { moodOf } from './mood.ts';
import { neighbourStatus, ownHubStatus, serverStatus } from './status-examples.ts';

const statusOf = (...peers: SyncStatus['peers']): SyncStatus => ({ ...FIRST_STATUS, peers });
const SAFE = serverStatus({});
const GUARD = { kind: 'mass-deletion', count: 40, of: 41, since: '2026-11-22T10:42:00Z', answer: null } as const;
const REFUSED = { id: 'person:x', rev: '1-x', reason: 'forbidden', since: '2026-11-22T10:42:00Z', direction: 'sending' } as const;

test('"safe" is said only of what a named peer elsewhere has confirmed, and while nothing waits', () => {
  expect(moodOf(statusOf(SAFE), false)).toBe('safe');
  expect(moodOf(statusOf(serverStatus({ waiting: 1 })), false)).toBe('waiting');
  expect(moodOf(statusOf(serverStatus({ safeAt: null })), false)).toBe('unconfirmed');
  expect(moodOf(statusOf(ownHubStatus({})), false)).toBe('notConnected');
  expect(moodOf(FIRST_STATUS, false)).toBe('notConnected');
  expect(moodOf(statusOf(SAFE), true)).toBe('practice');
});

test('a safe neighbour does not make the server safe, and stands for itself where there is no server', () => {
  expect(moodOf(statusOf(serverStatus({ waiting: 3 }), neighbourStatus({})), false)).toBe('waiting');
  expect(moodOf(statusOf(ownHubStatus({}), neighbourStatus({})), false)).toBe('safe');
});

test.each(SYNC_PROBLEMS)('%s needs a person only when nothing else helps', (problem) => {
  const isPersons = severityOf(problem) === 'needs-you';
  expect(moodOf(statusOf(serverStatus({ problem, waiting: 2 })), false)).toBe(isPersons ? 'needsYou' : 'waiting');
  // What passes by itself takes nothing away from what was confirmed.
  expect(moodOf(statusOf(serverStatus({ problem })), false)).toBe(isPersons ? 'needsYou' : 'safe');
});

test('a guard’s question, and a refused record, need a person', () => {
  expect(moodOf(statusOf(serverStatus({ guard: GUARD })), false)).toBe('needsYou');
  expect(moodOf(statusOf(serverStatus({ guard: { ...GUARD, answer: 'stop' } })), false)).toBe('needsYou');
  expect(moodOf(statusOf(SAFE, neighbourStatus({ guard: GUARD })), false)).toBe('needsYou');
  expect(moodOf(statusOf(SAFE, neighbourStatus({ guard: { ...GUARD, answer: 'stop' } })), false)).toBe('safe');
  expect(moodOf(statusOf(serverStatus({ denied: [REFUSED], waiting: 1 })), false)).toBe('needsYou');
  expect(moodOf(statusOf(serverStatus({ denied: [{ ...REFUSED, direction: 'receiving' }] })), false)).toBe('safe');
});

test('what is being done is said while it is done; a pause only while something is not safe', () => {
  for (const activity of ['sending', 'receiving', 'verifying'] as const) expect(moodOf({ ...statusOf(SAFE), activity }, false)).toBe(activity);
  expect(moodOf({ ...statusOf(serverStatus({ problem: 'busy', waiting: 1 })), activity: 'pausing' }, false)).toBe('pausing');
  expect(moodOf({ ...statusOf(serverStatus({ problem: 'busy' })), activity: 'pausing' }, false)).toBe('safe');
});
