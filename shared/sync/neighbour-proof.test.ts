import { describe, expect, it } from 'vitest';
import { KeyRing } from '../store/key-ring.ts';
import { newChapterKeys } from '../store/keys.ts';
import { announcedTag, freshNonce, isProof, openSaid, proofKeyOf, proofOf, sealSaid, type Conversation } from './neighbour-proof.ts';

const KEY = 'A'.repeat(43);
const OTHER_KEY = 'B'.repeat(42) + 'A';
const CONVERSATION: Conversation = { hub: 'h', address: '10.0.0.1 5986', session: 's', askerNonce: 'a', answererNonce: 'b' };
/** The same conversation, other in one thing each. */
const OTHERS = Object.keys(CONVERSATION).map((name) => ({ ...CONVERSATION, [name]: 'x' }));

describe('the proof key', () => {
  it("is the same on every PC of the chapter, no other chapter's, and not the chapter's key itself", async () => {
    const keys = await newChapterKeys();
    const [one, other] = [await KeyRing.of(keys), await KeyRing.of(keys)];
    const key = await proofKeyOf(one, 'durham');
    expect(await proofKeyOf(other, 'durham')).toBe(key);
    expect(await proofKeyOf(one, 'raleigh')).not.toBe(key);
    expect(await proofKeyOf(await KeyRing.of(await newChapterKeys()), 'durham')).not.toBe(key);
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(keys)).not.toContain(key);
  });

  it('is another after a rotation, and none once the chapter is locked', async () => {
    const ring = await KeyRing.of(await newChapterKeys());
    const before = await proofKeyOf(ring, 'durham');
    ring.learn('chapter', 2 ** 31 + 5, new Uint8Array(32).fill(7));
    expect(await proofKeyOf(ring, 'durham')).not.toBe(before);
    ring.forget();
    expect(await proofKeyOf(ring, 'durham')).toBeNull();
  });
});

describe('a proof', () => {
  it('holds for its key, role, conversation and words, and for nothing else', async () => {
    const proof = await proofOf(KEY, 'asks', CONVERSATION, ['said']);
    expect(await isProof(proof, KEY, 'asks', CONVERSATION, ['said'])).toBe(true);
    expect(await isProof(proof, OTHER_KEY, 'asks', CONVERSATION, ['said'])).toBe(false);
    expect(await isProof(proof, KEY, 'answers', CONVERSATION, ['said'])).toBe(false);
    for (const words of [[], ['other'], ['said', '']]) expect(await isProof(proof, KEY, 'asks', CONVERSATION, words)).toBe(false);
    for (const other of OTHERS) expect(await isProof(proof, KEY, 'asks', other, ['said'])).toBe(false);
  });

  it.each(['', 'A', 'A'.repeat(43), 'A'.repeat(44), 'not base64!'])('is not %j', async (given) => {
    expect(await isProof(given, KEY, 'asks', CONVERSATION, [])).toBe(false);
  });
});

describe('what is said', () => {
  it('is read by its key, role and conversation only, and never changed', async () => {
    const said = { name: 'Mesa de Rosa', n: 1 };
    const sealed = await sealSaid(KEY, 'asks', CONVERSATION, said);
    expect(await openSaid(KEY, 'asks', CONVERSATION, sealed)).toEqual(said);
    expect(await sealSaid(KEY, 'asks', CONVERSATION, said)).not.toBe(sealed);
    expect(await openSaid(OTHER_KEY, 'asks', CONVERSATION, sealed)).toBeNull();
    expect(await openSaid(KEY, 'answers', CONVERSATION, sealed)).toBeNull();
    for (const other of OTHERS) expect(await openSaid(KEY, 'asks', other, sealed)).toBeNull();
    const letter = sealed.endsWith('A') ? 'Q' : 'A';
    for (const spoiled of ['', 'A', sealed.slice(0, -2), letter + sealed.slice(1), '!']) {
      if (spoiled !== sealed) expect(await openSaid(KEY, 'asks', CONVERSATION, spoiled)).toBeNull();
    }
  });

  it('goes under a nonce that does not come again', async () => {
    expect(new Set(await Promise.all(Array.from({ length: 100 }, freshNonce))).size).toBe(100);
  });
});

describe('what is announced', () => {
  it('depends on key, salt and what it is of', async () => {
    const tags = await Promise.all([announcedTag(KEY, 's', ''), announcedTag(OTHER_KEY, 's', ''), announcedTag(KEY, 't', ''), announcedTag(KEY, 's', 'pc')]);
    expect(new Set(tags).size).toBe(4);
    expect(await announcedTag(KEY, 's', '')).toBe(tags[0]);
    expect(tags[0]).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});
