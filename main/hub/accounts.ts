import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makePrivateFolder, readIfThere, writePrivately } from '../machine/private-file.ts';
import { HubProblem } from './hub-problem.ts';
import { keepPassword, keptPassword, newPassword, type KeptPassword } from './password.ts';

const keptAccount = z.strictObject({ name: z.string().min(1), password: keptPassword });
const accountsFile = z.strictObject({
  version: z.literal(1),
  admins: z.array(keptAccount),
  slots: z.array(z.strictObject({ slot: z.string().min(1), accounts: z.array(keptAccount) })),
});
type AccountsFile = z.infer<typeof accountsFile>;

/** Who may come in: an account with its kept password, and the chapter slot it belongs to (null: administrator). */
export interface Account {
  readonly name: string;
  readonly slot: string | null;
  readonly password: KeptPassword;
}

/** An account with its password in the clear, to be shown once to the person who set the hub up. */
export interface FreshAccount {
  readonly name: string;
  readonly password: string;
}

const FILE = 'accounts.json';
const ADMIN_NAME = 'admin';
export const MOST_DEVICES = 40;

/**
 * The accounts of a hub, in one private file of its data folder. The command line adds to it while the hub runs, so
 * it is read again whenever the file has changed.
 */
export class Accounts {
  readonly #path: string;
  #stamp = '';
  #byName = new Map<string, Account>();

  constructor(folder: string) {
    this.#path = join(folder, FILE);
  }

  /** The account of that name, or null. Rejects with `accounts-damaged` when the file was spoiled by hand. */
  async find(name: string): Promise<Account | null> {
    await this.#refresh();
    return this.#byName.get(name) ?? null;
  }

  /** A text that changes whenever the accounts do; what was remembered under another stamp is void. */
  async stamp(): Promise<string> {
    await this.#refresh();
    return this.#stamp;
  }

  async #refresh(): Promise<void> {
    const info = await stat(this.#path).catch(() => null);
    const stamp = info === null ? 'none' : `${info.mtimeMs}-${info.size}-${info.ino}`;
    if (stamp === this.#stamp) return;
    this.#byName = byName(await readAccounts(this.#path));
    this.#stamp = stamp;
  }
}

/** Makes the administrator's account when the data folder has no accounts yet; null when it has. */
export async function firstAdministrator(folder: string): Promise<FreshAccount | null> {
  await makePrivateFolder(folder);
  const path = join(folder, FILE);
  const kept = await readAccounts(path);
  if (kept.admins.length > 0) return null;
  const admin: FreshAccount = { name: ADMIN_NAME, password: newPassword() };
  await writeAccounts(path, { ...kept, admins: [{ name: admin.name, password: await keepPassword(admin.password) }] });
  return admin;
}

/**
 * Makes a chapter slot with one account for each device, `boston-1`, `boston-2`…; the running hub sees it at once.
 * Rejects with `slot-name` when nothing of the name can be used, `slot-exists` when it is taken.
 */
export async function addSlot(folder: string, title: string, devices: number): Promise<readonly FreshAccount[]> {
  const slot = slotName(title);
  if (slot === '' || slot === ADMIN_NAME) throw new HubProblem('slot-name');
  if (!Number.isInteger(devices) || devices < 1 || devices > MOST_DEVICES) throw new HubProblem('wrong-option');
  await makePrivateFolder(folder);
  const path = join(folder, FILE);
  const kept = await readAccounts(path);
  const fresh = Array.from({ length: devices }, (_, i) => ({ name: `${slot}-${i + 1}`, password: newPassword() }));
  const taken = byName(kept);
  if (kept.slots.some((s) => s.slot === slot) || fresh.some((f) => taken.has(f.name))) throw new HubProblem('slot-exists');
  const accounts = await Promise.all(fresh.map(async (f) => ({ name: f.name, password: await keepPassword(f.password) })));
  await writeAccounts(path, { ...kept, slots: [...kept.slots, { slot, accounts }] });
  return fresh;
}

/** "Boston Norte" → `boston-norte`: small letters without accents, digits and hyphens. */
function slotName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
}

async function readAccounts(path: string): Promise<AccountsFile> {
  const text = await readIfThere(path);
  if (text === null) return { version: 1, admins: [], slots: [] };
  try {
    return accountsFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new HubProblem('accounts-damaged', { cause });
  }
}

async function writeAccounts(path: string, accounts: AccountsFile): Promise<void> {
  await writePrivately(path, `${JSON.stringify(accounts, null, 2)}\n`);
}

function byName(file: AccountsFile): Map<string, Account> {
  const found = new Map<string, Account>();
  for (const admin of file.admins) found.set(admin.name, { ...admin, slot: null });
  for (const { slot, accounts } of file.slots) for (const account of accounts) found.set(account.name, { ...account, slot });
  return found;
}
