import type { PeerBook } from './peer-book.ts';
import type { SyncStatus } from './status.ts';

/**
 * How many records wait: for the server where there is one, else the least for any PC elsewhere; all records here where
 * nobody else has any. A hub on this same disk counts for nothing.
 */
export function waitingOf(books: readonly PeerBook[], allHere: number): number {
  const elsewhere = books.filter(({ peer }) => peer.kind !== 'here');
  const server = elsewhere.find(({ peer }) => peer.kind === 'server');
  if (server) return server.waiting.count;
  return elsewhere.length === 0 ? allHere : Math.min(...elsewhere.map(({ waiting }) => waiting.count));
}

/** The status with what the books say now. */
export function withBooks(status: SyncStatus, books: readonly PeerBook[], allHere: number): SyncStatus {
  return { ...status, peers: books.map((book) => book.status), waiting: waitingOf(books, allHere) };
}
