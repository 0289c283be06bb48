import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../machine/private-file.ts';
import { HubProblem } from './hub-problem.ts';
import { keptPassword, type KeptPassword } from './password.ts';

const keptAccount = z.strictObject({ name: z.string().min(1), password: keptPassword });
const accountsFile = z.strictObject({
  version: z.literal(1),
  admins: z.array(keptAccount),
  slots: z.array(z.strictObject({ slot: z.string().min(1), accounts: z.array(keptAccount) })),
  coordinators: z.array(keptAccount).default([]),
});
export type AccountsFile = z.infer<typeof accountsFile>;

/** Accounts that the running hub makes by itself, each for one database (a neighbour PC's). */
const boundFile = z.strictObject({ version: z.literal(1), accounts: z.array(z.strictObject({ ...keptAccount.shape, database: z.string().min(1) })) });
export type BoundFile = z.infer<typeof boundFile>;

/** What an account is for: an administrator may do everything, a device belongs to a chapter, a coordinator reads. */
export type AccountKind = 'admin' | 'device' | 'coordinator';

/** Who may come in: an account with its kept password, and what it belongs to. */
export interface Account {
  readonly name: string;
  readonly kind: AccountKind;
  /** The chapter slot of a device, or null. */
  readonly slot: string | null;
  /** The one database of a device without a slot, or null. */
  readonly database: string | null;
  readonly password: KeptPassword;
}

/** The command line's file: it is written by `npm run hub -- add-chapter` while the hub runs. */
export const accountsPath = (folder: string): string => join(folder, 'accounts.json');
/** The running hub's own file; apart from the other, so that the two never write over each other. */
export const boundPath = (folder: string): string => join(folder, 'bound-accounts.json');

/** Rejects with `accounts-damaged` when the file was spoiled. */
export async function readAccounts(folder: string): Promise<AccountsFile> {
  return (await read(accountsPath(folder), accountsFile)) ?? { version: 1, admins: [], slots: [], coordinators: [] };
}

/** Rejects with `accounts-damaged` when the file was spoiled. */
export async function readBound(folder: string): Promise<BoundFile> {
  return (await read(boundPath(folder), boundFile)) ?? { version: 1, accounts: [] };
}

export async function writeAccounts(folder: string, accounts: AccountsFile): Promise<void> {
  await writePrivately(accountsPath(folder), `${JSON.stringify(accounts, null, 2)}\n`);
}

export async function writeBound(folder: string, bound: BoundFile): Promise<void> {
  await writePrivately(boundPath(folder), `${JSON.stringify(bound, null, 2)}\n`);
}

/** All accounts by name; the command line's come first where both files have one of a name. */
export function accountsByName(file: AccountsFile, bound: BoundFile): Map<string, Account> {
  const found = new Map<string, Account>();
  const nothing = { slot: null, database: null } as const;
  for (const account of bound.accounts) found.set(account.name, { ...nothing, ...account, kind: 'device' });
  for (const account of file.coordinators) found.set(account.name, { ...nothing, ...account, kind: 'coordinator' });
  for (const { slot, accounts } of file.slots) for (const account of accounts) found.set(account.name, { ...nothing, ...account, kind: 'device', slot });
  for (const account of file.admins) found.set(account.name, { ...nothing, ...account, kind: 'admin' });
  return found;
}

async function read<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new HubProblem('accounts-damaged', { cause });
  }
}
