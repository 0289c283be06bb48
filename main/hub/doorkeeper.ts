import { createHmac, randomBytes } from 'node:crypto';
import type { Accounts } from './accounts.ts';
import type { Account } from './accounts-file.ts';
import { wrongPassword } from './couch-error.ts';
import { isPassword, NOBODYS_PASSWORD } from './password.ts';
import { judgeSession, sessionClaim, sessionCookie } from './session-cookie.ts';
import { NOBODY, visitorOfAccount, type Visitor } from './visitor.ts';
import { WrongPasswords } from './wrong-passwords.ts';

const REMEMBER_MS = 10 * 60 * 1000;
const MOST_REMEMBERED = 1000;

/** Checks names and passwords (Basic and cookie), remembering right ones for ten minutes because PouchDB sends them with every request. */
export class Doorkeeper {
  readonly #accounts: Accounts;
  readonly #secret: string;
  readonly #wrong = new WrongPasswords();
  readonly #rememberKey = randomBytes(32).toString('hex');
  readonly #remembered = new Map<string, number>();
  readonly #checking = new Map<string, Promise<boolean>>();
  #stamp = '';

  constructor(accounts: Accounts, secret: string) {
    this.#accounts = accounts;
    this.#secret = secret;
  }

  /** Who sends these headers; {@link NOBODY} without credentials. Rejects with 401 when name or password is wrong. */
  async visitor(authorization: string | undefined, cookie: string | undefined, address: string): Promise<Visitor> {
    const basic = basicCredentials(authorization);
    if (basic !== null) return visitorOfAccount(await this.signIn(basic.name, basic.password, address));
    const claim = sessionClaim(cookie);
    if (claim === null) return NOBODY;
    const account = await this.#accounts.find(claim.name);
    if (account === null) return NOBODY;
    const judgment = judgeSession(claim, account, this.#secret, Date.now());
    if (judgment === 'no') return NOBODY;
    const visitor = visitorOfAccount(account);
    return judgment === 'renew' ? { ...visitor, renewal: this.cookieOf(account) } : visitor;
  }

  /** The account of a name and password; rejects with 401, later and later, when they are wrong. */
  async signIn(name: string, password: string, address: string): Promise<Account> {
    const account = await this.#accounts.find(name);
    await this.#forgetWhenChanged();
    const memory = createHmac('sha256', this.#rememberKey).update(JSON.stringify([name, password, account?.password.salt])).digest('hex');
    const until = this.#remembered.get(memory);
    if (account !== null && until !== undefined && until > Date.now()) return account;
    const right = await this.#checkOnce(memory, name, address, () => isPassword(password, account?.password ?? NOBODYS_PASSWORD));
    if (account === null || !right) throw wrongPassword();
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(memory, Date.now() + REMEMBER_MS);
    return account;
  }

  /** A fresh session for an account. */
  cookieOf(account: Account): string {
    return sessionCookie(account, this.#secret, Date.now());
  }

  /** A PC that opens five connections at once with the same password has it checked once. */
  #checkOnce(memory: string, name: string, address: string, check: () => Promise<boolean>): Promise<boolean> {
    const running = this.#checking.get(memory);
    if (running !== undefined) return running;
    const checking = this.#wrong.check(address, name, check).finally(() => this.#checking.delete(memory));
    this.#checking.set(memory, checking);
    return checking;
  }

  async #forgetWhenChanged(): Promise<void> {
    const stamp = await this.#accounts.stamp();
    if (stamp === this.#stamp) return;
    this.#remembered.clear();
    this.#stamp = stamp;
  }
}

function basicCredentials(header: string | undefined): { name: string; password: string } | null {
  const encoded = /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) {
    if (header === undefined || header === '') return null;
    throw wrongPassword();
  }
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw wrongPassword();
  return { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
