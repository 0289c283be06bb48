import sodium from 'libsodium-wrappers-sumo';

/** libsodium, ready for use. Await it once before sealing; afterwards its functions are synchronous. */
export async function readySodium(): Promise<typeof sodium> {
  await sodium.ready;
  return sodium;
}

export type Sodium = typeof sodium;

/** Bytes to base64url without padding. */
export function toBase64(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);
}

/** Base64url without padding to bytes; throws on anything else. */
export function fromBase64(text: string): Uint8Array {
  return sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING);
}

/**
 * Argon2id (RFC 9106) of a passphrase or an invitation's words to a 32-byte key. 3 passes over 128 MiB: about a third of
 * a second on a current PC, some two seconds on the office's old one; slow on purpose, for whoever takes the disk.
 */
export function stretch(secret: string, salt: Uint8Array): Uint8Array {
  return sodium.crypto_pwhash(
    sodium.crypto_secretbox_KEYBYTES,
    secret.normalize('NFKC').trim(),
    salt,
    3,
    128 * 1024 * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}
