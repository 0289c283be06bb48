import { canonicalJson } from './canonical-json.ts';
import type { Part, SealedPart } from './envelope.ts';
import { KeyRing, type ChapterKeys, type DerivedKeys } from './key-ring.ts';
import { fromBase64, readySodium, toBase64, type Sodium } from './sodium.ts';

export type { ChapterKeys } from './key-ring.ts';

/** What a sealed part is bound to; a body moved to another record, chapter or part does not open. */
export interface SealContext {
  readonly id: string;
  readonly chapter: string;
  readonly schema: number;
}

/** Seals and opens the parts of one chapter's records. */
export interface Sealer {
  readonly chapter: string;
  /** The keys; more may come while the chapter is open. */
  readonly ring: KeyRing;
  /** True when this PC's user may read that part. */
  holds(part: Part): boolean;
  /**
   * Seals `content` under the part's current key; equal content gives equal bytes. A merge gives `number`, the greatest
   * of the keys that its leaves are sealed under, so that PCs which know different keys still make the same bytes.
   * Throws when the key is not here.
   */
  seal(context: Omit<SealContext, 'chapter'>, part: Part, content: unknown, number?: number): SealedPart;
  /** The content, or null when the key is not here or the bytes were altered. */
  open(context: Omit<SealContext, 'chapter'>, part: Part, sealed: SealedPart): unknown;
  /** MAC of a tombstone of that kind (none in the oldest) under the first chapter key, so that every PC makes the same bytes. */
  tombstoneMac(id: string, schema: number, kind?: string): string;
  /** A 20-character token from a natural key, the same on every PC of the chapter and meaningless elsewhere. */
  naturalToken(naturalKey: string): string;
}

const TOKEN_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * True for records that open the keys. They are sealed under the first one, so that who has missed a rotation can read
 * them (ADR 12), and keep no history: what a replaced passphrase or a box that was taken back opened must be gone.
 */
export function opensKeys(id: string): boolean {
  return id.startsWith('access:');
}

/** A sealer over the keys of an opened chapter. */
export async function createSealer(chapter: string, keys: ChapterKeys | KeyRing): Promise<Sealer> {
  const sodium = await readySodium();
  const ring = keys instanceof KeyRing ? keys : await KeyRing.of(keys);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  function firstChapterKeys(): DerivedKeys {
    const found = ring.derived('chapter', ring.first());
    if (!found) throw new Error('A chapter has no key.');
    return found;
  }

  function numberFor(id: string, part: Part): number | undefined {
    return opensKeys(id) && part === 'chapter' ? ring.first() : ring.current(part);
  }

  function associated(context: Omit<SealContext, 'chapter'>, part: Part, keyNumber: number): Uint8Array {
    return encoder.encode(JSON.stringify(['convoca', context.id, chapter, context.schema, part, keyNumber]));
  }

  return {
    chapter,
    ring,
    holds: (part) => ring.holds(part),
    seal(context, part, content, asked) {
      const number = asked ?? numberFor(context.id, part);
      const pair = number === undefined ? null : ring.derived(part, number);
      if (!pair || number === undefined) throw new Error(`No key for the part ${part}.`);
      const ad = associated(context, part, number);
      const plain = encoder.encode(canonicalJson(content));
      const nonce = keyedNonce(sodium, pair.nonce, ad, plain);
      const cipher = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, pair.seal);
      return { k: number, n: toBase64(nonce), c: toBase64(cipher) };
    },
    open(context, part, sealed) {
      const pair = ring.derived(part, sealed.k);
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
    tombstoneMac(id, schema, kind) {
      const stone = ['convoca-tombstone', id, chapter, schema, ...(kind === undefined ? [] : [kind])];
      return toBase64(sodium.crypto_generichash(32, JSON.stringify(stone), firstChapterKeys().nonce));
    },
    naturalToken(naturalKey) {
      const hash = sodium.crypto_generichash(20, `convoca-natural:${naturalKey}`, firstChapterKeys().nonce);
      return Array.from(hash, (byte) => TOKEN_ALPHABET[byte % TOKEN_ALPHABET.length]).join('');
    },
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
