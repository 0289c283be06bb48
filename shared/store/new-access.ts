import type { Access, KeyBox, KeyLock, OfficeRecord } from '../domain/office.ts';
import { partsOfRole } from '../domain/role.ts';
import type { Part } from './envelope.ts';
import type { KeyRing } from './key-ring.ts';
import { authorKeyNumber } from './keys.ts';
import { boxKey, makeLock, newKeyPair, type KeyPair } from './locks.ts';
import { readySodium } from './sodium.ts';
import { accessIdOf, type Card } from './vault-entry.ts';
import { completeRecord, type Author } from './writing.ts';

/** The fields of an access record that make it up. */
export type NewAccess = Pick<Access, 'id' | 'owner' | 'locks' | 'boxes'>;

/**
 * Access for one more user or recovery sheet: every key of these parts that the ring holds, boxed to the lock's public
 * key. A user also gets a key of their own for what only they read; nobody can give it again, not even an administrator.
 */
export async function newAccess(
  chapter: string,
  ring: KeyRing,
  id: string,
  owner: Access['owner'],
  parts: readonly Part[],
  lock: KeyLock,
): Promise<NewAccess> {
  const boxes = await boxesFor(chapter, ring, lock.p, parts);
  if (owner === 'user') boxes.push(await authorBox(chapter, lock.p));
  return { id, owner, locks: [lock], boxes };
}

async function boxesFor(chapter: string, ring: KeyRing, publicKey: string, parts: readonly Part[]): Promise<KeyBox[]> {
  const boxes: KeyBox[] = [];
  for (const part of parts) {
    for (const number of ring.numbers(part)) {
      const key = ring.raw(part, number);
      if (key) boxes.push(await boxKey(chapter, publicKey, part, number, key));
    }
  }
  return boxes;
}

async function authorBox(chapter: string, publicKey: string): Promise<KeyBox> {
  const sodium = await readySodium();
  const key = sodium.randombytes_buf(32);
  const box = await boxKey(chapter, publicKey, 'author', authorKeyNumber(), key);
  sodium.memzero(key);
  return box;
}

/** A new user's access, with a pair of keys that nobody had before. `secret`: their passphrase, stretched; it is overwritten. */
export async function admitUser(
  chapter: string,
  ring: KeyRing,
  card: Card,
  secret: Uint8Array,
): Promise<{ readonly made: NewAccess; readonly pair: KeyPair }> {
  const sodium = await readySodium();
  const pair = await newKeyPair();
  const id = accessIdOf(card.id);
  const lock = await makeLock(id, secret, pair);
  sodium.memzero(secret);
  return { made: await newAccess(chapter, ring, id, 'user', partsOfRole(card.role), lock), pair };
}

/** The two records of a user: who they are, and what opens their keys. */
export function recordsOfUser(card: Card, made: NewAccess, author: Author, at: string): readonly [OfficeRecord, OfficeRecord] {
  return [
    completeRecord('office', { kind: 'user', name: card.name, role: card.role }, author, at, card.id),
    completeRecord('office', { kind: 'access', owner: made.owner, locks: made.locks, boxes: made.boxes }, author, at, made.id),
  ];
}
