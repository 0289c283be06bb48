import type { Part } from './envelope.ts';
import { fromBase64, readySodium, toBase64, type Sodium } from './sodium.ts';

/** The keys of one part by number; new writes use a new one, older numbers stay to read with (design §5). */
interface PartKeys {
  readonly current: number;
  /** Number → 32 bytes, base64url. */
  readonly keys: Readonly<Record<number, string>>;
}

/** Keys on their way: in an invitation, in a test. An opened chapter holds a {@link KeyRing}, which can be forgotten. */
export type ChapterKeys = { readonly chapter: PartKeys } & Partial<Readonly<Record<Exclude<Part, 'chapter'>, PartKeys>>>;

/** What is derived from a key: one to encrypt with, one that makes nonces, one for bytes that stay on this PC. */
export interface DerivedKeys {
  readonly seal: Uint8Array;
  readonly nonce: Uint8Array;
  readonly local: Uint8Array;
}

interface HeldKey extends DerivedKeys {
  readonly raw: Uint8Array;
}

const KDF_CONTEXT = 'cvseal01';

/** How a key is called in the lists of what is no longer written under: part and number. */
export function keyName(part: Part, number: number): string {
  return `${part}/${String(number)}`;
}

/**
 * The keys that an opened chapter holds in memory, as bytes that {@link KeyRing.forget} overwrites. It learns more while
 * the chapter is open: a rotation that arrives brings new numbers.
 */
export class KeyRing {
  readonly #sodium: Sodium;
  readonly #held = new Map<Part, Map<number, HeldKey>>();
  readonly #secrets = new Set<Uint8Array>();
  #exposed: ReadonlySet<string> = new Set();

  private constructor(sodium: Sodium) {
    this.#sodium = sodium;
  }

  /** A ring with these keys. Await it once; everything after is synchronous. */
  static async of(keys: Partial<ChapterKeys>): Promise<KeyRing> {
    const ring = new KeyRing(await readySodium());
    for (const [part, { keys: numbered }] of Object.entries(keys) as [Part, PartKeys][]) {
      for (const [number, key] of Object.entries(numbered)) ring.learn(part, Number(number), fromBase64(key));
    }
    return ring;
  }

  /** Takes in a key of 32 bytes, which are the ring's from then on; false when that number is known already. */
  learn(part: Part, number: number, raw: Uint8Array): boolean {
    const numbers = this.#held.get(part) ?? new Map<number, HeldKey>();
    this.#held.set(part, numbers);
    if (numbers.has(number)) return false;
    const derive = (id: number): Uint8Array => this.#sodium.crypto_kdf_derive_from_key(32, id, KDF_CONTEXT, raw);
    numbers.set(number, { raw: this.keep(raw), seal: this.keep(derive(1)), nonce: this.keep(derive(2)), local: this.keep(derive(3)) });
    return true;
  }

  /** Bytes that must go when the chapter is locked, such as the private key of who sits here. Gives them back. */
  keep(secret: Uint8Array): Uint8Array {
    this.#secrets.add(secret);
    return secret;
  }

  /** True when the keys of that part are here. */
  holds(part: Part): boolean {
    return (this.#held.get(part)?.size ?? 0) > 0;
  }

  /** The numbers of a part, lowest first. */
  numbers(part: Part): readonly number[] {
    return [...(this.#held.get(part)?.keys() ?? [])].sort((a, b) => a - b);
  }

  /** Says which keys ({@link keyName}) someone knows who may not read what is written from now on. */
  setExposed(names: ReadonlySet<string>): void {
    this.#exposed = names;
  }

  /**
   * The number that new writes use: the greatest that nobody who was taken out knows. Until an administrator's PC has
   * made such a key it is the greatest of all. Every PC with the same keys and the same lists finds the same.
   */
  current(part: Part): number | undefined {
    const numbers = this.numbers(part);
    return numbers.filter((number) => !this.#exposed.has(keyName(part, number))).at(-1) ?? numbers.at(-1);
  }

  /** The chapter's first key: what every PC must compute alike is made with it. Throws when there is none. */
  first(): number {
    const [number] = this.numbers('chapter');
    if (number === undefined) throw new Error('A chapter has no key.');
    return number;
  }

  /** What is derived from that key, or null when it is not here. */
  derived(part: Part, number: number): DerivedKeys | null {
    return this.#held.get(part)?.get(number) ?? null;
  }

  /** The key itself, to be boxed for someone; null when it is not here. The bytes stay the ring's. */
  raw(part: Part, number: number): Uint8Array | null {
    return this.#held.get(part)?.get(number)?.raw ?? null;
  }

  /** The keys of these parts as text, for an invitation. Text cannot be overwritten: only for what leaves at once. */
  toKeys(parts: readonly Part[]): ChapterKeys {
    const texts = parts.flatMap((part) => {
      const current = this.current(part);
      const keys = [...(this.#held.get(part) ?? [])].map(([number, { raw }]) => [number, toBase64(raw)] as const);
      return current === undefined ? [] : [[part, { current, keys: Object.fromEntries(keys) }] as const];
    });
    return Object.fromEntries(texts) as unknown as ChapterKeys;
  }

  /** Overwrites every key and forgets it. Afterwards nothing opens and nothing can be sealed. */
  forget(): void {
    for (const secret of this.#secrets) this.#sodium.memzero(secret);
    this.#secrets.clear();
    this.#held.clear();
  }
}
