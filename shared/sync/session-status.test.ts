import { expect, test } from 'vitest';
import type { PeerKind } from '../host.ts';
import type { PeerBook } from './peer-book.ts';
import { waitingOf, withBooks } from './session-status.ts';
import { FIRST_STATUS, type PeerStatus } from './status.ts';

/** A book, as far as counting needs it. */
const book = (kind: PeerKind, count: number): PeerBook => ({ peer: { kind }, waiting: { count }, status: { waiting: count } as PeerStatus }) as unknown as PeerBook;

test('what waits is what the server lacks, wherever it stands in the list', () => {
  expect(waitingOf([book('server', 5), book('neighbour', 1)], 99)).toBe(5);
  expect(waitingOf([book('neighbour', 1), book('here', 0), book('server', 5)], 99)).toBe(5);
});

test('without a server it is the least that any PC elsewhere lacks, and never what the hub here lacks', () => {
  expect(waitingOf([book('here', 0), book('neighbour', 7), book('neighbour', 3)], 99)).toBe(3);
});

test('where nobody elsewhere has anything, everything waits', () => {
  expect([waitingOf([], 99), waitingOf([book('here', 0)], 99)]).toEqual([99, 99]);
});

test('a status says of each peer what its book says now, and keeps the rest', () => {
  const status = withBooks({ ...FIRST_STATUS, activity: 'sending', sent: 4 }, [book('server', 2), book('here', 0)], 99);
  expect(status).toEqual({ ...FIRST_STATUS, activity: 'sending', sent: 4, waiting: 2, peers: [{ waiting: 2 }, { waiting: 0 }] });
});
