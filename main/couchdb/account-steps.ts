import { isDeepStrictEqual } from 'node:util';
import type { FreshAccount } from '../hub/account-making.ts';
import { newPassword } from '../hub/password.ts';
import { COORDINATOR } from '../../shared/sync/validation/refusal.ts';
import { type CouchAdmin, membersOf, textsIn } from './admin-client.ts';
import { CouchProblem } from './couch-problem.ts';
import { DEVICE } from './database-steps.ts';
import { standingOf, type Step } from './step.ts';

/** An account as it must be. */
export interface WantedAccount {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Every account that provisioning makes has one of these. */
const OURS: readonly string[] = [DEVICE, COORDINATOR];
const PREFIX = 'org.couchdb.user:';
const pathOf = (name: string): string => `/_users/${encodeURIComponent(PREFIX + name)}`;

/**
 * An account that is there with its roles. Making one gives `hand` its password, which exists nowhere else; mending the
 * roles keeps the password.
 */
export function accountStep(couch: CouchAdmin, { name, roles }: WantedAccount, hand: (account: FreshAccount) => void): Step {
  const wanted = [...roles].sort();
  return {
    about: { en: `account ${name}`, es: `cuenta ${name}` },
    look: async () => {
      const found = await couch.find(pathOf(name));
      const held = [...textsIn(membersOf(found).roles)].sort();
      // Somebody made it by hand for something else: its rights are not ours to change.
      if (found !== null && !held.some((role) => OURS.includes(role))) throw new CouchProblem('account-taken', name);
      return standingOf(found, () => isDeepStrictEqual(held, wanted));
    },
    mend: async () => {
      const found = await couch.find(pathOf(name));
      if (found !== null) return couch.put(pathOf(name), { ...membersOf(found), roles: wanted });
      const password = newPassword();
      await couch.put(pathOf(name), { _id: PREFIX + name, type: 'user', name, roles: wanted, password });
      hand({ name, password });
    },
  };
}

/** Gives an account a new password; the old one, and sessions that were opened with it, are void at once. */
export async function renewPassword(couch: CouchAdmin, name: string): Promise<FreshAccount> {
  const found = await requireAccount(couch, name);
  const password = newPassword();
  // Without what CouchDB derived from the old one, so that it derives anew.
  const { _id, _rev, type, roles } = found;
  await couch.put(pathOf(name), { _id, _rev, type, name, roles, password });
  return { name, password };
}

/** Takes an account away for ever. */
export async function removeAccount(couch: CouchAdmin, name: string): Promise<void> {
  const found = await requireAccount(couch, name);
  const { status } = await couch.ask('DELETE', `${pathOf(name)}?rev=${encodeURIComponent(String(found._rev))}`);
  if (status >= 400) throw new CouchProblem('server-trouble', `DELETE ${name}: ${status}`);
}

async function requireAccount(couch: CouchAdmin, name: string): Promise<Readonly<Record<string, unknown>>> {
  const found = await couch.find(pathOf(name));
  if (found === null) throw new CouchProblem('account-unknown', name);
  return membersOf(found);
}

/** The accounts that provisioning made, with their roles. */
export async function ourAccounts(couch: CouchAdmin): Promise<readonly WantedAccount[]> {
  const range = `startkey=${encodeURIComponent(JSON.stringify(PREFIX))}&endkey=${encodeURIComponent(JSON.stringify(`${PREFIX}~`))}`;
  const rows = membersOf(await couch.find(`/_users/_all_docs?include_docs=true&${range}`)).rows;
  const accounts = (Array.isArray(rows) ? rows : []).map((row) => membersOf(membersOf(row).doc));
  return accounts.map(({ name, roles }) => ({ name: String(name), roles: textsIn(roles) })).filter(({ roles }) => roles.some((role) => OURS.includes(role)));
}
