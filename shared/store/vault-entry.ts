import { z } from 'zod';
import { access, keyBox, keyLock, type Access } from '../domain/office.ts';
import { bilingual } from '../domain/record.ts';
import { chapterRole, type ChapterRole } from '../domain/role.ts';
import { sealedPart, type SealedPart } from './envelope.ts';
import type { KeyRing } from './key-ring.ts';
import { createSealer } from './sealing.ts';

/** Name under which the host keeps a chapter's vault, before the chapter's id. */
export const VAULT_PREFIX = 'vault-';

/**
 * What this PC keeps of a chapter outside IndexedDB. In the clear stand only the chapter's public name and random ids;
 * the keys are wrapped for each user: passphrase → Argon2id → the user's private key → the chapter's keys (design §5).
 */
const vaultEntry = z.object({
  /** Id of the access record that this is a copy of. */
  id: z.string(),
  owner: access.shape.owner,
  locks: z.array(keyLock),
  boxes: z.array(keyBox),
  /** Whose it is ({@link Card}), sealed under the chapter's first key; a recovery sheet has none. */
  card: sealedPart.optional(),
});
export type VaultEntry = z.infer<typeof vaultEntry>;

/** The whole file of a chapter. */
export const vaultFile = z.object({
  format: z.literal(2),
  chapter: z.string(),
  name: bilingual,
  practice: z.boolean(),
  device: z.string(),
  entries: z.array(vaultEntry),
  /** Keys that nothing new is sealed under, as the records said last; so it holds before they are read again. */
  exposed: z.array(z.string()).default([]),
});
export type VaultFile = z.infer<typeof vaultFile>;

/** Who a user is, as far as the lock screen and the first moment after it need to know. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly role: ChapterRole;
}

/** The user's id that an access record's belongs to, and back: they share the token. */
export function userIdOf(accessId: string): string {
  return accessId.replace(/^access:/, 'user:');
}
export function accessIdOf(userId: string): string {
  return userId.replace(/^user:/, 'access:');
}

/** The entry of an access record, with whose it is. */
export async function vaultEntryOf(
  chapter: string,
  ring: KeyRing,
  from: Pick<Access, 'id' | 'owner' | 'locks' | 'boxes'>,
  card: Card | null,
): Promise<VaultEntry> {
  const { id, owner, locks, boxes } = from;
  return { id, owner, locks: [...locks], boxes: [...boxes], ...(card && { card: await sealCard(chapter, ring, id, card) }) };
}

async function sealCard(chapter: string, ring: KeyRing, id: string, card: Card): Promise<SealedPart> {
  return (await createSealer(chapter, ring)).seal({ id, schema: 1 }, 'chapter', { id: card.id, name: card.name, role: card.role });
}

/** Whose an entry is; null for a recovery sheet's, and for what cannot be read. */
export async function cardOf(chapter: string, ring: KeyRing, entry: VaultEntry): Promise<Card | null> {
  if (!entry.card) return null;
  const card = (await createSealer(chapter, ring)).open({ id: entry.id, schema: 1 }, 'chapter', entry.card) as Partial<Card> | null;
  return card && { id: String(card.id), name: String(card.name), role: chapterRole(String(card.role)) };
}
