import { canonicalJson } from './canonical-json.ts';
import type { Part, SealedPart } from './envelope.ts';
import { fromBase64, readySodium, toBase64, type Sodium } from './sodium.ts';

/** The keys of one part by number; new writes use `current`, older numbers stay to read with (design §5). */
export interface PartKeys {
  readonly current: number;
  /** Number → 32 bytes, base64url. */
  readonly keys: Readonly<Record<number, string>>;
}

/** The keys that an opened chapter holds in memory; a part that is missing here is carried along untouched. */
export type ChapterKeys = { readonly chapter: PartKeys } & Partial<Readonly<Record<Exclude<Part, 'chapter'>, PartKeys>>>;

/** What a sealed part is bound to; a body moved to another record, chapter or part does not open. */
export interface SealContext {
  readonly id: string;
  readonly chapter: string;
  readonly schema: number;
}

/** Seals and opens the parts of one chapter's records. */
export interface Sealer {
  readonly chapter: string;
  /** True when this PC's user may read that part. */
  holds(part: Part): boolean;
  /** Seals `content` under the part's current key; equal content gives equal bytes. */
  seal(context: Omit<SealContext, 'chapter'>, part: Part, content: unknown): SealedPart;
  /** The content, or null when the key is not here or the bytes were altered. */
  open(context: Omit<SealContext, 'chapter'>, part: Part, sealed: SealedPart): unknown;
  /**
   * Seals bytes that stay on this PC, such as the snapshot, under the part's current key. `purpose` binds them to their
   * place: bytes that were put elsewhere do not open. Nothing needs equal bytes here, so the nonce is random.
   */
  sealBytes(purpose: string, part: Part, plain: Uint8Array): Uint8Array;
  /** What {@link Sealer.sealBytes} sealed, or null when the key is not here or the bytes were altered or put elsewhere. */
  openBytes(purpose: string, part: Part, sealed: Uint8Array): Uint8Array | null;
  /** MAC of a tombstone under the first chapter key, so that every PC makes the same bytes. */
  tombstoneMac(id: string, schema: number): string;
  /** A 20-character token from a natural key, the same on every PC of the chapter and meaningless elsewhere. */
  naturalToken(naturalKey: string): string;
}

interface DerivedKeys {
  readonly seal: Uint8Array;
  readonly nonce: Uint8Array;
  readonly local: Uint8Array;
}

const KDF_CONTEXT = 'cvseal01';
/** Sizes of what stands before sealed bytes: the key's number and the nonce of XChaCha20. */
const NUMBER = 4;
const NONCE = 24;
const TOKEN_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A sealer over the keys of an opened chapter. */
export async function createSealer(chapter: string, keys: ChapterKeys): Promise<Sealer> {
  const sodium = await readySodium();
  const derived = new Map<string, DerivedKeys>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  function keysOf(part: Part, number: number): DerivedKeys | null {
    const name = `${part}/${number}`;
    const known = derived.get(name);
    if (known) return known;
    const encoded = keys[part]?.keys[number];
    if (!encoded) return null;
    const fresh = derive(sodium, fromBase64(encoded));
    derived.set(name, fresh);
    return fresh;
  }

  function firstChapterKeys(): DerivedKeys {
    const numbers = Object.keys(keys.chapter.keys).map(Number);
    const found = keysOf('chapter', Math.min(...numbers));
    if (!found) throw new Error('A chapter has no key.');
    return found;
  }

  function associated(context: Omit<SealContext, 'chapter'>, part: Part, keyNumber: number): Uint8Array {
    return encoder.encode(JSON.stringify(['convoca', context.id, chapter, context.schema, part, keyNumber]));
  }

  function place(purpose: string, part: Part, keyNumber: number): Uint8Array {
    return encoder.encode(JSON.stringify(['convoca-local', purpose, chapter, part, keyNumber]));
  }

  return {
    chapter,
    holds: (part) => keys[part] !== undefined,
    seal(context, part, content) {
      const number = keys[part]?.current;
      const pair = number === undefined ? null : keysOf(part, number);
      if (!pair || number === undefined) throw new Error(`No key for the part ${part}.`);
      const ad = associated(context, part, number);
      const plain = encoder.encode(canonicalJson(content));
      const nonce = keyedNonce(sodium, pair.nonce, ad, plain);
      const cipher = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, pair.seal);
      return { k: number, n: toBase64(nonce), c: toBase64(cipher) };
    },
    open(context, part, sealed) {
      const pair = keysOf(part, sealed.k);
      if (!pair) return null;
      try {
        const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
          null,
          fromBase64(sealed.c),
          associated(context, part, sealed.k),
          fromBase64(sealed.n),
          pair.seal,
        );
        return JSON.parse(decoder.decode(plain)) as unknown;
      } catch {
        return null;
      }
    },
    sealBytes(purpose, part, plain) {
      const number = keys[part]?.current;
      const pair = number === undefined ? null : keysOf(part, number);
      if (!pair || number === undefined) throw new Error(`No key for the part ${part}.`);
      const nonce = sodium.randombytes_buf(NONCE);
      const cipher = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, place(purpose, part, number), null, nonce, pair.local);
      const sealed = new Uint8Array(NUMBER + NONCE + cipher.length);
      new DataView(sealed.buffer).setUint32(0, number);
      sealed.set(nonce, NUMBER);
      sealed.set(cipher, NUMBER + NONCE);
      return sealed;
    },
    openBytes(purpose, part, sealed) {
      if (sealed.length < NUMBER + NONCE) return null;
      const number = new DataView(sealed.buffer, sealed.byteOffset).getUint32(0);
      const pair = keysOf(part, number);
      if (!pair) return null;
      try {
        const nonce = sealed.subarray(NUMBER, NUMBER + NONCE);
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.subarray(NUMBER + NONCE), place(purpose, part, number), nonce, pair.local);
      } catch {
        return null;
      }
    },
    tombstoneMac: (id, schema) =>
      toBase64(
        sodium.crypto_generichash(32, JSON.stringify(['convoca-tombstone', id, chapter, schema]), firstChapterKeys().nonce),
      ),
    naturalToken(naturalKey) {
      const hash = sodium.crypto_generichash(20, `convoca-natural:${naturalKey}`, firstChapterKeys().nonce);
      return Array.from(hash, (byte) => TOKEN_ALPHABET[byte % TOKEN_ALPHABET.length]).join('');
    },
  };
}

function derive(sodium: Sodium, key: Uint8Array): DerivedKeys {
  return {
    seal: sodium.crypto_kdf_derive_from_key(32, 1, KDF_CONTEXT, key),
    nonce: sodium.crypto_kdf_derive_from_key(32, 2, KDF_CONTEXT, key),
    local: sodium.crypto_kdf_derive_from_key(32, 3, KDF_CONTEXT, key),
  };
}

/** Keyed BLAKE2b of associated data (with its length, so that the border cannot move) and plaintext. */
function keyedNonce(sodium: Sodium, key: Uint8Array, ad: Uint8Array, plain: Uint8Array): Uint8Array {
  const all = new Uint8Array(4 + ad.length + plain.length);
  new DataView(all.buffer).setUint32(0, ad.length);
  all.set(ad, 4);
  all.set(plain, 4 + ad.length);
  return sodium.crypto_generichash(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, all, key);
}
