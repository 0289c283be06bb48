import { expect, test } from 'vitest';
import { mayPass, mustGoOn, type Outcome } from './persistence.ts';
import { waitingOf, withBooks } from './session-status.ts';
import type { PeerBook } from './peer-book.ts';
import { FIRST_STATUS, isSafeAt, mainPeer, type PeerStatus } from './status.ts';

const server = (problem: Outcome['problem'], isGuarded = false): Outcome => ({ kind: 'server', problem, isGuarded });
const neighbour = (problem: Outcome['problem'], isGuarded = false): Outcome => ({ kind: 'neighbour', problem, isGuarded });

test('what passes by itself may be tried again; what a guard stopped or a person must do may not', () => {
  expect([server(null), server('no-network'), server('wrong-password'), server('no-network', true)].map(mayPass)).toEqual([false, true, false, false]);
});

test('an exchange goes on for the server alone where there is one', () => {
  expect(mustGoOn([server('no-network'), neighbour(null)])).toBe(true);
  expect(mustGoOn([server(null), neighbour('no-network')])).toBe(false);
  expect(mustGoOn([server('not-allowed'), neighbour('busy')])).toBe(false);
});

test('without a server it goes on until one neighbour was there', () => {
  expect(mustGoOn([neighbour('no-network'), neighbour('stalled')])).toBe(true);
  expect(mustGoOn([neighbour('no-network'), neighbour(null)])).toBe(false);
  expect(mustGoOn([neighbour('no-network'), neighbour(null, true)])).toBe(true);
  expect(mustGoOn([neighbour('wrong-password')])).toBe(false);
  expect(mustGoOn([{ kind: 'here', problem: 'no-network', isGuarded: false }])).toBe(false);
  expect(mustGoOn([])).toBe(false);
});

const status = (id: string, kind: PeerStatus['peer']['kind'], waiting: number): PeerStatus => ({
  peer: { id, kind, address: '', account: '', label: id },
  safeAt: '2026-11-22T10:00:00.000Z',
  waiting,
  waitingSince: null,
  denied: [],
  problem: null,
  contactAt: null,
  verifiedAt: null,
  clockMinutes: 0,
  guard: null,
  setBack: null,
});
const book = (kind: PeerStatus['peer']['kind'], count: number): PeerBook => ({ peer: { kind }, waiting: { count }, status: status(kind, kind, count) }) as unknown as PeerBook;

test('what waits is what the server lacks, else what every neighbour lacks, else everything', () => {
  expect(waitingOf([book('neighbour', 1), book('server', 5)], 99)).toBe(5);
  expect(waitingOf([book('neighbour', 4), book('neighbour', 3), book('here', 0)], 99)).toBe(3);
  expect(waitingOf([book('here', 0)], 99)).toBe(99);
  expect(waitingOf([], 7)).toBe(7);
  expect(withBooks(FIRST_STATUS, [book('server', 5)], 99)).toMatchObject({ waiting: 5, peers: [{ waiting: 5 }] });
});

test('the peer to speak of is the server, else the first elsewhere', () => {
  const [own, near, far] = [status('here', 'here', 0), status('pc-1', 'neighbour', 0), status('server', 'server', 0)];
  expect(mainPeer({ peers: [own, near, far] })?.peer.id).toBe('server');
  expect(mainPeer({ peers: [own, near] })?.peer.id).toBe('pc-1');
  expect(mainPeer({ peers: [own] })).toBeNull();
});

test('safe is only what was confirmed elsewhere, while nothing waits, is refused or stopped', () => {
  const safe = status('server', 'server', 0);
  const denied = { id: 'person:a', rev: '1-a', reason: 'forbidden', since: '', direction: 'sending' } as const;
  expect(isSafeAt(safe)).toBe(true);
  expect(isSafeAt({ ...safe, denied: [{ ...denied, direction: 'receiving' }] })).toBe(true);
  const unsafe: Partial<PeerStatus>[] = [
    { safeAt: null },
    { waiting: 1 },
    { denied: [denied] },
    { guard: { kind: 'mass-deletion', count: 1, of: 1, since: '', answer: 'stop' } },
    { peer: { ...safe.peer, kind: 'here' } },
  ];
  for (const one of unsafe) expect(isSafeAt({ ...safe, ...one })).toBe(false);
});
