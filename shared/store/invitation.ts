import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { z } from 'zod';
import { bilingual } from '../domain/record.ts';
import { CHAPTER_ROLES } from '../domain/role.ts';
import { OpeningProblem } from './chapter-types.ts';
import { readySodium, stretch } from './sodium.ts';

/**
 * An invitation file: what a second PC needs to join a chapter, sealed under six words that travel another way, by
 * voice or on paper. Six words of a list of 2,048 are 66 bits, behind Argon2id.
 */
const partKeys = z.object({ current: z.number(), keys: z.record(z.string(), z.string()) });
const invitation = z.object({
  chapter: z.string(),
  name: bilingual,
  keys: z.object({ chapter: partKeys, organizers: partKeys.optional(), author: partKeys.optional() }),
  /** What the PC's first user may do. Invitations of format 1 had no role: whoever joined was an administrator. */
  role: z.enum(CHAPTER_ROLES).default('chapter_admin'),
  /** Record id of the invited PC; its letter is in that record, which is among `documents`. */
  device: z.string(),
  /** Stored documents (with `_revisions`) that the PC needs before its first exchange: settings and its device. */
  documents: z.array(z.record(z.string(), z.unknown())),
  /** The peer and its password as the host sealed them, and the key that opens them; null when no peer is set. */
  peer: z.object({ sealed: z.string(), key: z.string() }).nullable(),
  expires: z.string(),
});
export type Invitation = z.infer<typeof invitation>;

/** What a file begins with, by format. All are read; the last is written. */
const MAGICS = ['CONVOCA-INVITATION-1\n', 'CONVOCA-INVITATION-2\n'].map((text) => new TextEncoder().encode(text));
const MAGIC = MAGICS.at(-1) ?? new Uint8Array();
const WORDS = 6;
/** How long an invitation may lie in a drawer. */
export const INVITATION_DAYS = 14;

/** Six random words in that language, to be spoken or written on paper. */
export async function sixWords(language: 'es' | 'en'): Promise<readonly string[]> {
  const sodium = await readySodium();
  const list = language === 'es' ? spanish : english;
  return Array.from({ length: WORDS }, () => (list[sodium.randombytes_uniform(list.length)] ?? '').normalize('NFC'));
}

/** The file's bytes. */
export async function sealInvitation(content: Invitation, words: readonly string[]): Promise<Uint8Array> {
  const sodium = await readySodium();
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const key = stretch(plainWords(words.join(' ')), salt);
  const cipher = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(JSON.stringify(content), MAGIC, null, nonce, key);
  const bytes = new Uint8Array(MAGIC.length + salt.length + nonce.length + cipher.length);
  let at = 0;
  for (const piece of [MAGIC, salt, nonce, cipher]) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The invitation. Throws {@link OpeningProblem} `not-an-invitation`, `wrong-words` or `invitation-expired`. */
export async function openInvitation(bytes: Uint8Array, words: string, now: Date): Promise<Invitation> {
  const sodium = await readySodium();
  const magic = MAGICS.find((known) => known.every((byte, index) => bytes[index] === byte));
  if (!magic) throw new OpeningProblem('not-an-invitation');
  const saltEnd = magic.length + sodium.crypto_pwhash_SALTBYTES;
  const nonceEnd = saltEnd + sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  if (bytes.length <= nonceEnd) throw new OpeningProblem('not-an-invitation');
  const key = stretch(plainWords(words), bytes.slice(magic.length, saltEnd));
  const content = openWith(key, magic);
  if (new Date(content.expires) < now) throw new OpeningProblem('invitation-expired');
  return content;

  function openWith(secret: Uint8Array, head: Uint8Array): Invitation {
    try {
      const nonce = bytes.slice(saltEnd, nonceEnd);
      const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, bytes.slice(nonceEnd), head, nonce, secret);
      return invitation.parse(JSON.parse(sodium.to_string(plain)));
    } catch (cause) {
      throw new OpeningProblem('wrong-words', { cause });
    }
  }
}

/** Words as people type them: case, accents, commas and extra spaces do not matter. */
function plainWords(typed: string): string {
  const bare = typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.split(/[^a-z]+/).filter(Boolean).join(' ');
}
