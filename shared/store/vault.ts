import { z } from 'zod';
import { bilingual } from '../domain/record.ts';
import { OpeningProblem, StoreProblem } from './chapter-types.ts';
import type { ChapterKeys } from './sealing.ts';
import { fromBase64, readySodium, stretch, toBase64, type Sodium } from './sodium.ts';

/**
 * What this PC keeps of a chapter outside IndexedDB. In the clear stand only the chapter's public name and random ids;
 * the keys are wrapped for each user: passphrase → Argon2id → the user's private key → the chapter's keys (design §5).
 */
const vaultUser = z.object({
  id: z.string(),
  salt: z.string(),
  publicKey: z.string(),
  privateKey: z.object({ n: z.string(), c: z.string() }),
  /** A sealed box to `publicKey` with {@link VaultContents} as JSON. */
  contents: z.string(),
});
const vaultFile = z.object({
  format: z.literal(1),
  chapter: z.string(),
  name: bilingual,
  practice: z.boolean(),
  users: z.array(vaultUser).min(1),
});
export type VaultFile = z.infer<typeof vaultFile>;

/** What a user's passphrase gives access to. */
export interface VaultContents {
  readonly user: { readonly id: string; readonly name: string };
  readonly device: string;
  readonly keys: ChapterKeys;
}

/** A vault with one user. `contents.user.name` and the keys are readable only with the passphrase. */
export async function sealVault(
  about: Pick<VaultFile, 'chapter' | 'name' | 'practice'>,
  passphrase: string,
  contents: VaultContents,
): Promise<VaultFile> {
  const sodium = await readySodium();
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const pair = sodium.crypto_box_keypair();
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const wrapped = sodium.crypto_secretbox_easy(pair.privateKey, nonce, stretch(passphrase, salt));
  const user = {
    id: contents.user.id,
    salt: toBase64(salt),
    publicKey: toBase64(pair.publicKey),
    privateKey: { n: toBase64(nonce), c: toBase64(wrapped) },
    contents: toBase64(sodium.crypto_box_seal(JSON.stringify(contents), pair.publicKey)),
  };
  return { format: 1, ...about, users: [user] };
}

/** The contents for whichever user has this passphrase; throws {@link OpeningProblem} `wrong-passphrase`. */
export async function openVault(vault: VaultFile, passphrase: string): Promise<VaultContents> {
  const sodium = await readySodium();
  for (const user of vault.users) {
    const contents = openFor(sodium, user, passphrase);
    if (contents) return contents;
  }
  throw new OpeningProblem('wrong-passphrase');
}

function openFor(sodium: Sodium, user: VaultFile['users'][number], passphrase: string): VaultContents | null {
  const kek = stretch(passphrase, fromBase64(user.salt));
  try {
    const privateKey = sodium.crypto_secretbox_open_easy(fromBase64(user.privateKey.c), fromBase64(user.privateKey.n), kek);
    const opened = sodium.crypto_box_seal_open(fromBase64(user.contents), fromBase64(user.publicKey), privateKey);
    return JSON.parse(sodium.to_string(opened)) as VaultContents;
  } catch {
    return null;
  }
}

/** A vault from its kept text. Throws {@link StoreProblem} `newer-schema` or `damaged`. */
export function readVault(text: string): VaultFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new StoreProblem('damaged', { cause });
  }
  const parsed = vaultFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const format = (json as { format?: unknown } | null)?.format;
  throw new StoreProblem(typeof format === 'number' && format > 1 ? 'newer-schema' : 'damaged');
}
