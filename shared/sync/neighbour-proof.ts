import type { KeyRing } from '../store/key-ring.ts';
import { fromBase64, readySodium, toBase64 } from '../store/sodium.ts';

/**
 * How two PCs of one chapter prove to each other, on a network that anybody may listen to, that both hold the chapter's
 * key (design §7). The key itself never leaves the renderer: what is used here is derived from it and opens no record.
 */
const PURPOSE = 'convoca-neighbour-1';
const KEY_BYTES = 32;

/** The key that proves membership, of the chapter's current key; null when the ring is empty (a locked chapter). */
export async function proofKeyOf(ring: Pick<KeyRing, 'current' | 'raw'>, chapter: string): Promise<string | null> {
  const sodium = await readySodium();
  const number = ring.current('chapter');
  const raw = number === undefined ? null : ring.raw('chapter', number);
  if (raw === null) return null;
  return toBase64(sodium.crypto_generichash(KEY_BYTES, JSON.stringify([PURPOSE, 'key', chapter, number]), raw));
}

/** Random bytes for one conversation, base64url. */
export async function freshNonce(): Promise<string> {
  return toBase64((await readySodium()).randombytes_buf(KEY_BYTES));
}

/**
 * What both sides must have seen alike for a proof to hold: the hub, the very address and port at which the one asked
 * and the other answered (somebody in between has another), and the nonces of both.
 */
export interface Conversation {
  readonly hub: string;
  readonly address: string;
  readonly session: string;
  readonly askerNonce: string;
  readonly answererNonce: string;
}
export type Role = 'asks' | 'answers';

function bound(purpose: string, role: Role, { hub, address, session, askerNonce, answererNonce }: Conversation, more: readonly string[]): string {
  return JSON.stringify([PURPOSE, purpose, role, hub, address, session, askerNonce, answererNonce, ...more]);
}

/** The proof of one side over the conversation and over what it says (and answers to). */
export async function proofOf(key: string, role: Role, conversation: Conversation, said: readonly string[]): Promise<string> {
  const sodium = await readySodium();
  return toBase64(sodium.crypto_generichash(KEY_BYTES, bound('proof', role, conversation, said), fromBase64(key)));
}

/** Whether a proof is the one expected; takes as long for a wrong one as for a right one. */
export async function isProof(given: string, key: string, role: Role, conversation: Conversation, said: readonly string[]): Promise<boolean> {
  const sodium = await readySodium();
  const expected = fromBase64(await proofOf(key, role, conversation, said));
  const bytes = bytesOf(given);
  return bytes?.length === expected.length && sodium.memcmp(bytes, expected);
}

/** Seals what one side tells the other in this conversation, and in no other. */
export async function sealSaid(key: string, role: Role, conversation: Conversation, said: unknown): Promise<string> {
  const sodium = await readySodium();
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const secret = sodium.crypto_generichash(KEY_BYTES, bound('seal', role, conversation, []), fromBase64(key));
  const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(JSON.stringify(said), PURPOSE, null, nonce, secret);
  return toBase64(new Uint8Array([...nonce, ...box]));
}

/** Opens what {@link sealSaid} made; null when the key, the conversation or a bit is another. */
export async function openSaid(key: string, role: Role, conversation: Conversation, sealed: string): Promise<unknown> {
  const sodium = await readySodium();
  const bytes = bytesOf(sealed);
  const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  if (bytes === null || bytes.length <= nonceBytes) return null;
  const secret = sodium.crypto_generichash(KEY_BYTES, bound('seal', role, conversation, []), fromBase64(key));
  try {
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, bytes.slice(nonceBytes), PURPOSE, bytes.slice(0, nonceBytes), secret);
    return JSON.parse(sodium.to_string(plain)) as unknown;
  } catch {
    return null;
  }
}

/** What a PC announces of a chapter (`what` empty) or of itself (its peer id): only holders of the key recognise it. */
export async function announcedTag(key: string, salt: string, what: string): Promise<string> {
  const sodium = await readySodium();
  return toBase64(sodium.crypto_generichash(16, JSON.stringify([PURPOSE, 'announced', salt, what]), fromBase64(key)));
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}
