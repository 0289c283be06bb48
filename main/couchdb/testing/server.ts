import { randomBytes } from 'node:crypto';
import { call, type Answer } from '../../hub/testing/peer.ts';
import type { FreshAccount } from '../../hub/account-making.ts';
import { CouchAdmin } from '../admin-client.ts';
import { startStandIn, type StandIn } from './stand-in.ts';

/** A CouchDB to set up: the one that `COUCHDB_URL` names, or the stand-in. */
export interface TriedServer {
  readonly couch: CouchAdmin;
  /** Null with `COUCHDB_URL`. */
  readonly standIn: StandIn | null;
  readonly admin: FreshAccount;
  readonly address: string;
  /** A raw request as that account; null is nobody. */
  as(account: FreshAccount | null, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Removes what the tests made and stops what was started. */
  stop(): Promise<void>;
}

/** The network's name in tests; a real server that belongs to another network is left alone. */
export const TEST_NETWORK = 'Convoca tests';

/** A chapter's name that no other run has. */
export function freshTitle(): string {
  return `Tested ${randomBytes(5).toString('hex')}`;
}

/** The server of this test run. */
export async function openServer(): Promise<TriedServer> {
  const given = process.env.COUCHDB_URL;
  const standIn = given === undefined ? await startStandIn() : null;
  const url = new URL(given ?? standIn?.address ?? '');
  const admin = standIn?.admin ?? { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const couch = new CouchAdmin({ address: url.origin, ...admin });
  const as: TriedServer['as'] = (account, method, path, body) => call(url.origin, account, method, path, body);
  const about = (await as(admin, 'GET', '/network/network%3Aabout')).json as { title?: string };
  if (about.title !== undefined && about.title !== TEST_NETWORK) throw new Error(`COUCHDB_URL is the server of “${about.title}”; tests need one of their own.`);
  const stop = async (): Promise<void> => {
    if (standIn !== null) return standIn.stop();
    const { rows } = (await as(admin, 'GET', '/network/_all_docs?include_docs=true')).json as { rows: { id: string; doc: { chapter?: string } }[] };
    for (const { doc } of rows) if (doc.chapter !== undefined) await as(admin, 'DELETE', `/chapter-${doc.chapter}`);
    for (const name of ['network', 'delegates']) await as(admin, 'DELETE', `/${name}`);
    const users = (await as(admin, 'GET', '/_users/_all_docs')).json as { rows: { id: string; value: { rev: string } }[] };
    const made = users.rows.filter(({ id }) => /^org\.couchdb\.user:(tested-|coordinator-tested-)/.test(id));
    for (const { id, value } of made) await as(admin, 'DELETE', `/_users/${encodeURIComponent(id)}?rev=${value.rev}`);
  };
  return { couch, standIn, admin, address: url.origin, as, stop };
}
