import type { Access, Device, User } from '../domain/office.ts';
import { chapterRole, partsOfRole } from '../domain/role.ts';
import { keyName } from './key-ring.ts';
import { userIdOf } from './vault-entry.ts';

/** The records that say who holds which keys. */
export interface KeyHolders {
  readonly users: readonly User[];
  readonly accesses: readonly Access[];
  readonly devices: readonly Device[];
}

/** The parts that are rotated; everyone's own part never is. */
export const ROTATED_PARTS = ['chapter', 'organizers'] as const;
export type RotatedPart = (typeof ROTATED_PARTS)[number];
export type KeyNumbers = Readonly<Record<RotatedPart, readonly number[]>>;

/** A box that someone who may read a part is still without. */
export interface MissingBox {
  readonly access: string;
  readonly publicKey: string;
  readonly part: RotatedPart;
  readonly number: number;
}

/** True when a user or sheet was taken out; either of a user's two records says so, whichever arrives first. */
export function isTakenOut(holders: KeyHolders, one: Access): boolean {
  return one.removed === true || holders.users.some((user) => user.id === userIdOf(one.id) && user.removed === true);
}

/** The parts that an access may open, or null while the user's record, which says the role, has not arrived. */
export function partsOf(holders: KeyHolders, one: Access): readonly RotatedPart[] | null {
  if (isTakenOut(holders, one)) return [];
  if (one.owner === 'recovery') return ROTATED_PARTS;
  const user = holders.users.find((known) => known.id === userIdOf(one.id));
  return user ? partsOfRole(chapterRole(user.role)) : null;
}

/** The keys that someone knows who may not read what is written from now on, as `part/number` ({@link keyName}). */
export function exposedKeys(holders: KeyHolders): ReadonlySet<string> {
  const exposed = new Set<string>();
  for (const { removed, revoked } of holders.devices) if (removed) for (const name of revoked ?? []) exposed.add(name);
  for (const one of holders.accesses) {
    for (const name of one.revoked ?? []) exposed.add(name);
    if (isTakenOut(holders, one)) for (const box of one.boxes) exposed.add(keyName(box.part, box.k));
  }
  return exposed;
}

/** The names of the keys in an access that its holder may not have, by role or because they were taken out. */
export function excessKeys(holders: KeyHolders, one: Access): readonly string[] {
  const parts = partsOf(holders, one);
  if (parts === null) return [];
  const mayHold = (part: string): boolean => (part === 'author' ? !isTakenOut(holders, one) : (parts as readonly string[]).includes(part));
  return [...new Set(one.boxes.filter((box) => !mayHold(box.part)).map((box) => keyName(box.part, box.k)))].sort();
}

/** The boxes still to be made, so that everyone reads all that their role may read. */
export function missingBoxes(holders: KeyHolders, numbers: KeyNumbers): readonly MissingBox[] {
  return holders.accesses.flatMap((one) => {
    const publicKeys = [...new Set(one.locks.map((lock) => lock.p))];
    return (partsOf(holders, one) ?? []).flatMap((part) =>
      numbers[part].flatMap((number) =>
        publicKeys
          .filter((publicKey) => !one.boxes.some((box) => box.p === publicKey && box.part === part && box.k === number))
          .map((publicKey) => ({ access: one.id, publicKey, part, number })),
      ),
    );
  });
}

/** The parts of which every key is known to someone who was taken out: they need a new one. */
export function partsToRotate(holders: KeyHolders, numbers: KeyNumbers): readonly RotatedPart[] {
  const exposed = exposedKeys(holders);
  return ROTATED_PARTS.filter((part) => numbers[part].every((number) => exposed.has(keyName(part, number))));
}
