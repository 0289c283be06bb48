import { readySodium } from './sodium.ts';

/**
 * In tests a passphrase with its salt is made slow once: opening the same chapter for the twentieth time takes a third of a
 * second of Argon2id like the first time, and yields the same key. Only what was derived before is answered from memory.
 */
const sodium = await readySodium();
const derive = sodium.crypto_pwhash as (length: number, password: string | Uint8Array, salt: Uint8Array, passes: number, bytes: number, algorithm: number) => Uint8Array;
const derived = new Map<string, Uint8Array>();

const deriveOnce: typeof derive = (...asked) => {
  const question = JSON.stringify(asked.map((one) => (one instanceof Uint8Array ? [...one] : one)));
  const key = derived.get(question) ?? derive(...asked);
  derived.set(question, key);
  // Whoever asked may overwrite theirs.
  return key.slice();
};
Object.assign(sodium, { crypto_pwhash: deriveOnce });
