import { fromBase64, readySodium, toBase64 } from '../../shared/store/sodium.ts';

/**
 * Seals a peer's JSON for an invitation file: XChaCha20-Poly1305 under `key` (32 bytes, base64url), a random nonce in
 * front, and the database's name in the associated data so that an invitation cannot be used for another chapter.
 */
export async function sealPeer(json: string, database: string, key: string): Promise<string> {
  const sodium = await readySodium();
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(json, `convoca-peer${database}`, null, nonce, fromBase64(key));
  return toBase64(new Uint8Array([...nonce, ...box]));
}

/** Opens what {@link sealPeer} made. Throws when the key, the database or a single bit is another. */
export async function openPeer(sealed: string, database: string, key: string): Promise<string> {
  const sodium = await readySodium();
  const bytes = fromBase64(sealed);
  const nonceLength = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
    null,
    bytes.subarray(nonceLength),
    `convoca-peer${database}`,
    bytes.subarray(0, nonceLength),
    fromBase64(key),
  );
  return sodium.to_string(plain);
}
