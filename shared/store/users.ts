import { chapterRole, managesUsers, type ChapterRole } from '../domain/role.ts';
import { randomToken } from '../domain/record.ts';
import type { ChapterAccess } from './chapter-access.ts';
import { StoreProblem } from './chapter-types.ts';
import { isTakenOut, ROTATED_PARTS } from './key-rotation.ts';
import { keyName } from './key-ring.ts';
import { makeLock, stretchFor } from './locks.ts';
import { admitUser, recordsOfUser } from './new-access.ts';
import { readySodium } from './sodium.ts';
import { openedPair } from './vault.ts';
import { accessIdOf, type Card } from './vault-entry.ts';

/** Why users were not changed; each has a sentence in namespace `office` under `users.problem.<code>`. */
export type UserProblemCode = 'passphrase-taken' | 'last-administrator' | 'wrong-passphrase' | 'not-administrator';

/** A change of users that was refused; nothing was written. */
export class UserProblem extends Error {
  readonly code: UserProblemCode;
  constructor(code: UserProblemCode) {
    super(`users: ${code}`);
    this.name = 'UserProblem';
    this.code = code;
  }
}

/** Someone new, with a passphrase that they have just typed. */
export interface NewUser {
  readonly name: string;
  readonly role: ChapterRole;
  readonly passphrase: string;
}

/**
 * Adds a user, who can open the chapter on this PC at once and on the others after an exchange. Throws
 * {@link UserProblem} `passphrase-taken`, or `not-administrator` for anyone but an administrator.
 */
export async function addUser(access: ChapterAccess, { name, role, passphrase }: NewUser): Promise<Card> {
  requireAdministrator(access);
  const card: Card = { id: `user:${randomToken(20)}`, name, role };
  await access.run(async () => {
    const { chapter } = access;
    const secret = await stretchFor(chapter.id, passphrase);
    if (await isTaken(access, secret)) throw new UserProblem('passphrase-taken');
    const { made, pair } = await admitUser(chapter.id, chapter.ring, card, secret);
    (await readySodium()).memzero(pair.privateKey);
    const records = recordsOfUser(card, made, { user: chapter.user.id }, new Date().toISOString());
    // One write for both: a user without access could not be told from one whose access is still on its way.
    const { error } = await chapter.collections.office.bulkInsert([...records]);
    if (error.length > 0) throw new StoreProblem('damaged');
  });
  return card;
}

/**
 * Gives a user another role. With fewer rights than before, the keys of what they may no longer read are changed for
 * all new writes. Throws {@link UserProblem} `last-administrator` or `not-administrator`.
 */
export async function changeRole(access: ChapterAccess, user: string, role: ChapterRole): Promise<void> {
  requireAdministrator(access);
  await access.run(async () => {
    if (!managesUsers(role)) await requireAnotherAdministrator(access, user);
    await access.chapter.change('office', user, { role });
  });
}

/**
 * Takes a user out: their passphrase opens nothing from now on (on other PCs after an exchange), and what is written from
 * now on is sealed under keys they never had. Throws as {@link changeRole} does.
 */
export async function removeUser(access: ChapterAccess, user: string): Promise<void> {
  requireAdministrator(access);
  await access.run(async () => {
    await requireAnotherAdministrator(access, user);
    // The access first: it is what counts. The rest follows from it, here or at the next opening.
    await access.chapter.change('office', accessIdOf(user), { removed: true, locks: [] });
    await access.chapter.change('office', user, { removed: true });
  });
}

/**
 * Takes a PC out: at its next exchange it forgets how to open the chapter, and what is written from now on is sealed under
 * new keys. Throws {@link UserProblem} `not-administrator`.
 */
export async function removeComputer(access: ChapterAccess, device: string): Promise<void> {
  requireAdministrator(access);
  await access.run(async () => {
    const { ring } = access.chapter;
    const revoked = ROTATED_PARTS.flatMap((part) => ring.numbers(part).map((number) => keyName(part, number)));
    await access.chapter.change('office', device, { removed: true, revoked });
  });
}

/** Puts another passphrase on the private key of who sits here. Throws {@link UserProblem} `wrong-passphrase` or `passphrase-taken`. */
export async function changePassphrase(access: ChapterAccess, before: string, passphrase: string): Promise<void> {
  await access.run(async () => {
    const sodium = await readySodium();
    const mine = (await access.holders()).accesses.find((one) => one.id === access.id);
    const old = await stretchFor(access.chapter.id, before);
    const pair = mine ? await openedPair(mine.id, mine.locks, old) : null;
    sodium.memzero(old);
    if (!pair) throw new UserProblem('wrong-passphrase');
    sodium.memzero(pair.privateKey);
    const secret = await stretchFor(access.chapter.id, passphrase);
    if (await isTaken(access, secret, access.id)) throw new UserProblem('passphrase-taken');
    const lock = await makeLock(access.id, secret, access.pair);
    sodium.memzero(secret);
    await access.chapter.change('office', access.id, { locks: [lock] });
  });
}

/** Nobody is told apart on the lock screen but by the passphrase, so that two users cannot have the same (here stretched). */
async function isTaken(access: ChapterAccess, secret: Uint8Array, besides?: string): Promise<boolean> {
  const sodium = await readySodium();
  for (const entry of access.entries) {
    if (entry.owner !== 'user' || entry.id === besides) continue;
    const pair = await openedPair(entry.id, entry.locks, secret);
    if (!pair) continue;
    sodium.memzero(pair.privateKey);
    sodium.memzero(secret);
    return true;
  }
  return false;
}

function requireAdministrator(access: ChapterAccess): void {
  if (!managesUsers(access.role)) throw new UserProblem('not-administrator');
}

async function requireAnotherAdministrator(access: ChapterAccess, user: string): Promise<void> {
  const holders = await access.holders();
  const others = holders.accesses.filter((one) => one.owner === 'user' && one.id !== accessIdOf(user) && !isTakenOut(holders, one));
  const roles = new Map(holders.users.map((known) => [accessIdOf(known.id), chapterRole(known.role)]));
  if (!others.some((one) => managesUsers(roles.get(one.id) ?? 'entry'))) throw new UserProblem('last-administrator');
}
