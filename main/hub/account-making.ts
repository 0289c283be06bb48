import { makePrivateFolder } from '../machine/private-file.ts';
import { accountsByName, readAccounts, readBound, writeAccounts, type AccountsFile } from './accounts-file.ts';
import { HubProblem } from './hub-problem.ts';
import { keepPassword, newPassword, type KeptPassword } from './password.ts';

/** An account with its password in the clear, to be shown once to the person who set the hub up. */
export interface FreshAccount {
  readonly name: string;
  readonly password: string;
}

const ADMIN_NAME = 'admin';
export const MOST_DEVICES = 40;

/** Makes the administrator's account when the data folder has no accounts yet; null when it has. */
export async function firstAdministrator(folder: string): Promise<FreshAccount | null> {
  await makePrivateFolder(folder);
  const kept = await readAccounts(folder);
  if (kept.admins.length > 0) return null;
  const admin: FreshAccount = { name: ADMIN_NAME, password: newPassword() };
  await writeAccounts(folder, { ...kept, admins: [await keptAccount(admin)] });
  return admin;
}

/**
 * Makes a chapter slot with one account for each device, `boston-1`, `boston-2`…; the running hub sees it at once.
 * Rejects with `slot-name` when nothing of the name can be used, `slot-exists` when it is taken.
 */
export async function addSlot(folder: string, title: string, devices: number): Promise<readonly FreshAccount[]> {
  const slot = plainName(title);
  if (slot === '' || slot === ADMIN_NAME) throw new HubProblem('slot-name');
  if (!Number.isInteger(devices) || devices < 1 || devices > MOST_DEVICES) throw new HubProblem('wrong-option');
  const fresh = Array.from({ length: devices }, (_, i) => ({ name: `${slot}-${i + 1}`, password: newPassword() }));
  return extend(folder, fresh, (kept, accounts) => {
    if (kept.slots.some((one) => one.slot === slot)) throw new HubProblem('slot-exists');
    return { ...kept, slots: [...kept.slots, { slot, accounts }] };
  });
}

/**
 * Makes the account of a coordinator at headquarters, `coordinator-rosa`: it reads every chapter's sealed records and
 * the network's figures. Rejects with `slot-name` or, when there is one of that name, `slot-exists`.
 */
export async function addCoordinator(folder: string, title: string): Promise<FreshAccount> {
  const name = plainName(title);
  if (name === '') throw new HubProblem('slot-name');
  const fresh = { name: `coordinator-${name}`, password: newPassword() };
  await extend(folder, [fresh], (kept, accounts) => ({ ...kept, coordinators: [...kept.coordinators, ...accounts] }));
  return fresh;
}

type KeptAccount = { name: string; password: KeptPassword };

async function extend(
  folder: string,
  fresh: readonly FreshAccount[],
  extended: (kept: AccountsFile, accounts: KeptAccount[]) => AccountsFile,
): Promise<readonly FreshAccount[]> {
  await makePrivateFolder(folder);
  const kept = await readAccounts(folder);
  const taken = accountsByName(kept, await readBound(folder));
  if (fresh.some(({ name }) => taken.has(name))) throw new HubProblem('slot-exists');
  await writeAccounts(folder, extended(kept, await Promise.all(fresh.map(keptAccount))));
  return fresh;
}

async function keptAccount({ name, password }: FreshAccount): Promise<KeptAccount> {
  return { name, password: await keepPassword(password) };
}

/** "Boston Norte" → `boston-norte`: small letters without accents, digits and hyphens. */
export function plainName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
}
