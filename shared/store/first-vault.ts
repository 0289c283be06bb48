import { z } from 'zod';
import { bilingual } from '../domain/record.ts';
import { partsOfRole } from '../domain/role.ts';
import { OpeningProblem } from './chapter-types.ts';
import { newAccess } from './new-access.ts';
import { KeyRing, type ChapterKeys } from './key-ring.ts';
import { makeLock, stretchFor, type KeyPair } from './locks.ts';
import { fromBase64, readySodium, stretch } from './sodium.ts';
import { accessIdOf, vaultEntryOf, type VaultFile } from './vault-entry.ts';

/** The vault of the first Convoca: one user, a salt of their own, the keys as JSON in one box. Read, never written again. */
export const oneUserVault = z.object({
  format: z.literal(1),
  chapter: z.string(),
  name: bilingual,
  practice: z.boolean(),
  users: z
    .array(
      z.object({
        id: z.string(),
        salt: z.string(),
        publicKey: z.string(),
        privateKey: z.object({ n: z.string(), c: z.string() }),
        contents: z.string(),
      }),
    )
    .min(1),
});

interface OldContents {
  readonly user: { readonly id: string; readonly name: string };
  readonly device: string;
  readonly keys: ChapterKeys;
}

/**
 * The vault in today's format, with the same pair of keys under the same passphrase; its user is an administrator, as
 * everyone was. Throws {@link OpeningProblem} `wrong-passphrase`.
 */
export async function liftVault(vault: z.infer<typeof oneUserVault>, passphrase: string): Promise<VaultFile> {
  const sodium = await readySodium();
  for (const user of vault.users) {
    const kek = stretch(passphrase, fromBase64(user.salt));
    let pair: KeyPair;
    let contents: OldContents;
    try {
      const privateKey = sodium.crypto_secretbox_open_easy(fromBase64(user.privateKey.c), fromBase64(user.privateKey.n), kek);
      pair = { publicKey: user.publicKey, privateKey };
      const opened = sodium.crypto_box_seal_open(fromBase64(user.contents), fromBase64(user.publicKey), privateKey);
      contents = JSON.parse(sodium.to_string(opened)) as OldContents;
    } catch {
      continue;
    }
    const ring = await KeyRing.of(contents.keys);
    const id = accessIdOf(contents.user.id);
    const lock = await makeLock(id, await stretchFor(vault.chapter, passphrase), pair);
    const made = await newAccess(vault.chapter, ring, id, 'user', partsOfRole('chapter_admin'), lock);
    const entry = await vaultEntryOf(vault.chapter, ring, made, { ...contents.user, role: 'chapter_admin' });
    ring.forget();
    sodium.memzero(pair.privateKey);
    return { format: 2, chapter: vault.chapter, name: vault.name, practice: vault.practice, device: contents.device, entries: [entry], exposed: [] };
  }
  throw new OpeningProblem('wrong-passphrase');
}
