import { stat } from 'node:fs/promises';
import { Turns } from '../../shared/store/turns.ts';
import { accountsByName, accountsPath, boundPath, readAccounts, readBound, writeBound, type Account } from './accounts-file.ts';
import { HubProblem } from './hub-problem.ts';
import { keepPassword } from './password.ts';

/** An account that the program itself makes while the hub runs, for one database alone. */
export interface BoundAccount {
  /** Letters, digits, `.`, `_` and `-`, at most 64. */
  readonly name: string;
  readonly password: string;
  /** The only database that it may read, write and, while there is none, make. */
  readonly database: string;
}

const BOUND_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * The accounts of a hub, in private files of its data folder. The command line adds to them while the hub runs, so they
 * are read again whenever a file has changed.
 */
export class Accounts {
  readonly #folder: string;
  readonly #turns = new Turns();
  #stamp = '';
  #byName = new Map<string, Account>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The account of that name, or null. Rejects with `accounts-damaged` when a file was spoiled by hand. */
  async find(name: string): Promise<Account | null> {
    await this.#refresh();
    return this.#byName.get(name) ?? null;
  }

  /** A text that changes whenever the accounts do; what was remembered under another stamp is void. */
  async stamp(): Promise<string> {
    await this.#refresh();
    return this.#stamp;
  }

  /**
   * Makes an account for one database (it may come in at once), or gives the one of that name a new password and
   * database. Rejects with `account-name` when the name is no account's or belongs to an account of the command line.
   */
  add({ name, password, database }: BoundAccount): Promise<void> {
    return this.#turns.take(async () => {
      const taken = accountsByName(await readAccounts(this.#folder), { version: 1, accounts: [] });
      if (!BOUND_NAME.test(name) || taken.has(name) || password === '') throw new HubProblem('account-name');
      const kept = await readBound(this.#folder);
      const others = kept.accounts.filter((account) => account.name !== name);
      await writeBound(this.#folder, { ...kept, accounts: [...others, { name, database, password: await keepPassword(password) }] });
    });
  }

  /** Closes an account made by {@link add}: its password and its sessions end at once. Nothing happens when there is none. */
  remove(name: string): Promise<void> {
    return this.#turns.take(async () => {
      const kept = await readBound(this.#folder);
      const others = kept.accounts.filter((account) => account.name !== name);
      if (others.length < kept.accounts.length) await writeBound(this.#folder, { ...kept, accounts: others });
    });
  }

  /** The accounts made by {@link add}, without their passwords. */
  async bound(): Promise<readonly { readonly name: string; readonly database: string }[]> {
    return (await readBound(this.#folder)).accounts.map(({ name, database }) => ({ name, database }));
  }

  async #refresh(): Promise<void> {
    const stamp = (await Promise.all([accountsPath(this.#folder), boundPath(this.#folder)].map(stampOf))).join(' ');
    if (stamp === this.#stamp) return;
    this.#byName = accountsByName(await readAccounts(this.#folder), await readBound(this.#folder));
    this.#stamp = stamp;
  }
}

/** Files are replaced, never written over: another inode says so even within a clock tick. */
async function stampOf(path: string): Promise<string> {
  const info = await stat(path).catch(() => null);
  return info === null ? 'none' : `${info.mtimeMs}-${info.size}-${info.ino}`;
}
