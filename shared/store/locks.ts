import type { KeyBox, KeyLock } from '../domain/office.ts';
import type { Part } from './envelope.ts';
import { fromBase64, readySodium, stretch, toBase64 } from './sodium.ts';

/** A user's two keys; the private one is bytes that can be overwritten. */
export interface KeyPair {
  /** Base64url. */
  readonly publicKey: string;
  readonly privateKey: Uint8Array;
}

/** One key of the chapter out of its box. */
export interface UnboxedKey {
  readonly part: Part;
  readonly number: number;
  readonly key: Uint8Array;
}

const KEY_BYTES = 32;

/** A fresh pair. */
export async function newKeyPair(): Promise<KeyPair> {
  const sodium = await readySodium();
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey: toBase64(publicKey), privateKey };
}

/**
 * A passphrase slowly made into 32 bytes. The salt is the chapter's, made of its random id, so that unlocking costs one
 * Argon2id however many users there are; each lock then mixes in its own id, so that equal passphrases do not show.
 */
export async function stretchFor(chapter: string, passphrase: string): Promise<Uint8Array> {
  const sodium = await readySodium();
  return stretch(passphrase, sodium.crypto_generichash(sodium.crypto_pwhash_SALTBYTES, `convoca-passphrase:${chapter}`, null));
}

/** The private key under a secret of 32 bytes: a stretched passphrase or a recovery sheet's key. `id`: the access record's. */
export async function makeLock(id: string, secret: Uint8Array, pair: KeyPair): Promise<KeyLock> {
  const sodium = await readySodium();
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const cipher = sodium.crypto_secretbox_easy(pair.privateKey, nonce, await lockKey(id, secret));
  return { p: pair.publicKey, n: toBase64(nonce), c: toBase64(cipher) };
}

/** The private key in a lock, or null when the secret is another. */
export async function openLock(id: string, secret: Uint8Array, lock: KeyLock): Promise<Uint8Array | null> {
  const sodium = await readySodium();
  try {
    return sodium.crypto_secretbox_open_easy(fromBase64(lock.c), fromBase64(lock.n), await lockKey(id, secret));
  } catch {
    return null;
  }
}

async function lockKey(id: string, secret: Uint8Array): Promise<Uint8Array> {
  const sodium = await readySodium();
  return sodium.crypto_generichash(sodium.crypto_secretbox_KEYBYTES, `convoca-lock:${id}`, secret);
}

/** A key of the chapter for the holder of `publicKey`; chapter, part and number are in the box, so that it cannot pass for another. */
export async function boxKey(chapter: string, publicKey: string, part: Part, number: number, key: Uint8Array): Promise<KeyBox> {
  const sodium = await readySodium();
  const label = labelOf(chapter, part, number);
  const plain = new Uint8Array(KEY_BYTES + label.length);
  plain.set(key);
  plain.set(label, KEY_BYTES);
  const box = { p: publicKey, part, k: number, c: toBase64(sodium.crypto_box_seal(plain, fromBase64(publicKey))) };
  sodium.memzero(plain);
  return box;
}

/** The key in a box, or null for a box that is another's or was altered. */
export async function openBox(chapter: string, pair: KeyPair, box: KeyBox): Promise<UnboxedKey | null> {
  const sodium = await readySodium();
  if (box.p !== pair.publicKey) return null;
  try {
    const plain = sodium.crypto_box_seal_open(fromBase64(box.c), fromBase64(box.p), pair.privateKey);
    const label = labelOf(chapter, box.part, box.k);
    const said = plain.subarray(KEY_BYTES);
    const isRight = said.length === label.length && said.every((byte, at) => byte === label[at]);
    const key = plain.slice(0, KEY_BYTES);
    sodium.memzero(plain);
    return isRight ? { part: box.part, number: box.k, key } : null;
  } catch {
    return null;
  }
}

function labelOf(chapter: string, part: Part, number: number): Uint8Array {
  return new TextEncoder().encode(`${chapter}/${part}/${String(number)}`);
}
