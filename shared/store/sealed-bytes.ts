import type { Part } from './envelope.ts';
import type { KeyRing } from './key-ring.ts';

/** Whose bytes they are, and the keys. */
export interface BytesOwner {
  readonly chapter: string;
  readonly ring: KeyRing;
}

/** Sizes of what stands before the sealed bytes: the key's number as a 64-bit float, and the nonce of AES-GCM. */
const NUMBER = 8;
const NONCE = 12;
const ALGORITHM = 'AES-GCM';

/**
 * Seals bytes that only this chapter's PCs read, such as the snapshot or a frame of a stick's file, under the part's current key. `purpose` binds them to their
 * place: bytes that were put elsewhere do not open. Nothing needs equal bytes here, so the nonce is random. AES-256-GCM by
 * the browser, beside the main thread: a snapshot of a large chapter would hold up its first screen (ADR 13). Throws
 * when the key is not here. `number`: another key of the part than its current one.
 */
export async function sealBytes(
  owner: BytesOwner,
  purpose: string,
  part: Part,
  plain: Uint8Array,
  number = owner.ring.current(part),
): Promise<Uint8Array> {
  const key = number === undefined ? null : await importKey(owner, part, number, 'encrypt');
  if (!key || number === undefined) throw new Error(`No key for the part ${part}.`);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const cipher = await crypto.subtle.encrypt({ name: ALGORITHM, iv: nonce, additionalData: place(owner, purpose, part, number) }, key, own(plain));
  const sealed = new Uint8Array(NUMBER + NONCE + cipher.byteLength);
  new DataView(sealed.buffer).setFloat64(0, number);
  sealed.set(nonce, NUMBER);
  sealed.set(new Uint8Array(cipher), NUMBER + NONCE);
  return sealed;
}

/** What {@link sealBytes} sealed, or null when the key is not here or the bytes were altered, cut off or put elsewhere. */
export async function openBytes(owner: BytesOwner, purpose: string, part: Part, sealed: Uint8Array): Promise<Uint8Array | null> {
  if (sealed.length < NUMBER + NONCE) return null;
  const number = new DataView(sealed.buffer, sealed.byteOffset).getFloat64(0);
  const key = await importKey(owner, part, number, 'decrypt');
  if (!key) return null;
  const iv = own(sealed.subarray(NUMBER, NUMBER + NONCE));
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: ALGORITHM, iv, additionalData: place(owner, purpose, part, number) }, key, own(sealed.subarray(NUMBER + NONCE))));
  } catch {
    return null;
  }
}

/** The number of the key that {@link sealBytes} sealed these bytes under; null where they are too short to be any. */
export function sealedUnder(sealed: Uint8Array): number | null {
  return sealed.length < NUMBER + NONCE ? null : new DataView(sealed.buffer, sealed.byteOffset).getFloat64(0);
}

/** Imported anew each time, so that no copy of the key outlives the ring. */
async function importKey({ ring }: BytesOwner, part: Part, number: number, use: 'encrypt' | 'decrypt'): Promise<CryptoKey | null> {
  const derived = ring.derived(part, number);
  return derived && crypto.subtle.importKey('raw', own(derived.local), ALGORITHM, false, [use]);
}

function place({ chapter }: BytesOwner, purpose: string, part: Part, keyNumber: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['convoca-local', purpose, chapter, part, keyNumber]));
}

/** Web Crypto takes no shared memory; nothing here is. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
