import type { PeerWire } from '../../shared/sync/peer-fetch.ts';

/** The way from this page to its sync proxy (design §6). */
export function wireHere(): PeerWire {
  return { origin: window.location.origin, fetch: window.fetch.bind(window) };
}
