import { z } from 'zod';

/** The endpoints that a neighbour's hub has beside replication. No database can have such a name. */
export const HELLO_PATH = '/_convoca/hello';
export const PROVE_PATH = '/_convoca/prove';
export const OFFER_PATH = '/_convoca/offer';

const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const sealed = z.string().max(4000).regex(/^[A-Za-z0-9_-]+$/);
const recordId = z.string().max(100);
const name = z.string().max(200);

export const hello = z.object({ v: z.literal(1), nonce: bytes32 });
export const helloAnswer = z.object({ v: z.literal(1), hub: z.string().regex(/^[0-9a-f]{32}$/), session: bytes32, nonce: bytes32 });
export const prove = z.object({ session: bytes32, proof: bytes32, sealed });
export const proveAnswer = z.object({ proof: bytes32, sealed });

/** What the one who asks says, sealed: for which chapter and as which PC. */
export const askerSays = z.object({ database: z.string(), device: recordId, name });
/** What the one who answers says, sealed: the account it made. */
export const answererSays = z.object({ database: z.string(), device: recordId, name, account: z.string(), password: z.string() });

/** The peer id by which others know a hub, from its id for life. */
export function peerIdOf(hub: string): string {
  return `pc-${hub.slice(0, 16)}`;
}

/** An address as both ends see it alike: no IPv4 in IPv6's clothes. */
export function socketAddress(address: string | undefined, port: number | undefined): string {
  return `${(address ?? '').replace(/^::ffff:/i, '')} ${String(port ?? 0)}`;
}
