import { z } from 'zod';
import type { Access, KeyBox, KeyLock } from '../domain/office.ts';
import { OpeningProblem, StoreProblem } from './chapter-types.ts';
import { liftVault, oneUserVault } from './first-vault.ts';
import { KeyRing } from './key-ring.ts';
import { openBox, openLock, stretchFor, type KeyPair } from './locks.ts';
import { readySodium } from './sodium.ts';
import { cardOf, vaultFile, type Card, type VaultEntry, type VaultFile } from './vault-entry.ts';

/** A vault as it may lie on a PC: today's, or that of the first Convoca. */
export type KeptVault = VaultFile | z.infer<typeof oneUserVault>;

/** What a passphrase or a recovery sheet gives access to. The ring holds the private key too and forgets both. */
export interface Unlocked {
  /** In today's format, whatever was read. */
  readonly vault: VaultFile;
  readonly entry: VaultEntry;
  readonly pair: KeyPair;
  readonly ring: KeyRing;
  /** Null for a recovery sheet. */
  readonly card: Card | null;
}

/** Opens for whichever user has this passphrase; throws {@link OpeningProblem} `wrong-passphrase`. */
export async function openVault(kept: KeptVault, passphrase: string): Promise<Unlocked> {
  const vault = kept.format === 2 ? kept : await liftVault(kept, passphrase);
  const secret = await stretchFor(vault.chapter, passphrase);
  return openEntry(vault, 'user', secret, 'wrong-passphrase');
}

/** Opens with the key of a recovery sheet; throws {@link OpeningProblem} `wrong-sheet`. */
export async function openVaultWithSheet(kept: KeptVault, key: Uint8Array): Promise<Unlocked> {
  // A vault of one user is older than recovery sheets are.
  if (kept.format !== 2) throw new OpeningProblem('wrong-sheet');
  return openEntry(kept, 'recovery', key, 'wrong-sheet');
}

async function openEntry(vault: VaultFile, owner: Access['owner'], secret: Uint8Array, otherwise: 'wrong-passphrase' | 'wrong-sheet'): Promise<Unlocked> {
  const sodium = await readySodium();
  for (const entry of vault.entries.filter((one) => one.owner === owner)) {
    const pair = await openedPair(entry.id, entry.locks, secret);
    if (!pair) continue;
    sodium.memzero(secret);
    const ring = await ringFrom(vault.chapter, pair, entry.boxes);
    if (!ring.holds('chapter')) throw new StoreProblem('damaged');
    ring.setExposed(new Set(vault.exposed));
    return { vault, entry, pair, ring, card: await cardOf(vault.chapter, ring, entry) };
  }
  sodium.memzero(secret);
  throw new OpeningProblem(otherwise);
}

/** The pair whose private key one of these locks gives up to the secret, or null. */
export async function openedPair(id: string, locks: readonly KeyLock[], secret: Uint8Array): Promise<KeyPair | null> {
  for (const lock of locks) {
    const privateKey = await openLock(id, secret, lock);
    if (privateKey) return { publicKey: lock.p, privateKey };
  }
  return null;
}

async function ringFrom(chapter: string, pair: KeyPair, boxes: readonly KeyBox[]): Promise<KeyRing> {
  const ring = await KeyRing.of({});
  ring.keep(pair.privateKey);
  for (const box of boxes) {
    const opened = await openBox(chapter, pair, box);
    if (opened) ring.learn(opened.part, opened.number, opened.key);
  }
  return ring;
}

/** A vault from its kept text. Throws {@link StoreProblem} `newer-schema` or `damaged`. */
export function readVault(text: string): KeptVault {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new StoreProblem('damaged', { cause });
  }
  const parsed = z.union([vaultFile, oneUserVault]).safeParse(json);
  if (parsed.success) return parsed.data;
  const format = (json as { format?: unknown } | null)?.format;
  throw new StoreProblem(typeof format === 'number' && format > 2 ? 'newer-schema' : 'damaged');
}
