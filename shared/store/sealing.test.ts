import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newChapterKeys } from './keys.ts';
import { KeyRing } from './key-ring.ts';
import { createSealer, opensKeys, type ChapterKeys } from './sealing.ts';
import { readySodium, toBase64 } from './sodium.ts';

const AT = { id: 'person:abcdefghijkmnpqrstuv', schema: 1 };

function otherKeyNumber(keys: ChapterKeys, fresh: ChapterKeys): ChapterKeys {
  const first = keys.chapter.keys[1];
  const second = fresh.chapter.keys[1];
  if (!first || !second) throw new Error('keys are missing');
  return { chapter: { current: 2, keys: { 1: first, 2: second } } };
}

describe('sealing', () => {
  test('whatever is sealed opens to the same and equal contents give equal bytes', async () => {
    const sealer = await createSealer('durham', await newChapterKeys());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const sealed = sealer.seal(AT, 'chapter', content);
        expect(sealer.seal(AT, 'chapter', content)).toEqual(sealed);
        expect(sealer.open(AT, 'chapter', sealed)).toEqual(JSON.parse(JSON.stringify(content)));
      }),
    );
  });

  test('equal contents in another order of keys seal to equal bytes', async () => {
    const sealer = await createSealer('durham', await newChapterKeys());
    expect(sealer.seal(AT, 'chapter', { a: 1, b: 2 })).toEqual(sealer.seal(AT, 'chapter', { b: 2, a: 1 }));
  });

  test('a part does not open elsewhere: other record, schema, part, chapter, key', async () => {
    const keys = await newChapterKeys();
    const sealer = await createSealer('durham', keys);
    const sealed = sealer.seal(AT, 'chapter', { name: 'Lupita' });
    expect(sealer.open({ ...AT, id: 'person:zzzzzzzzzzzzzzzzzzzz' }, 'chapter', sealed)).toBeNull();
    expect(sealer.open({ ...AT, schema: 2 }, 'chapter', sealed)).toBeNull();
    expect(sealer.open(AT, 'organizers', sealed)).toBeNull();
    expect((await createSealer('raleigh', keys)).open(AT, 'chapter', sealed)).toBeNull();
    expect((await createSealer('durham', await newChapterKeys())).open(AT, 'chapter', sealed)).toBeNull();
  });

  test('any altered character is noticed', async () => {
    const sealer = await createSealer('durham', await newChapterKeys());
    const sealed = sealer.seal(AT, 'chapter', { name: 'Lupita' });
    for (let at = 0; at < sealed.c.length - 1; at += 1) {
      const other = sealed.c[at] === 'A' ? 'B' : 'A';
      const altered = sealed.c.slice(0, at) + other + sealed.c.slice(at + 1);
      expect(sealer.open(AT, 'chapter', { ...sealed, c: altered })).toBeNull();
    }
  });

  test('after a rotation new writes use the new key and old ones still open', async () => {
    const keys = await newChapterKeys();
    const before = await createSealer('durham', keys);
    const old = before.seal(AT, 'chapter', { name: 'Lupita' });
    const after = await createSealer('durham', otherKeyNumber(keys, await newChapterKeys()));
    expect(after.open(AT, 'chapter', old)).toEqual({ name: 'Lupita' });
    const fresh = after.seal(AT, 'chapter', { name: 'Lupe' });
    expect(fresh.k).toBe(2);
    expect(before.open(AT, 'chapter', fresh)).toBeNull();
  });

  test('who lacks a part’s key can neither read nor write it', async () => {
    const { chapter } = await newChapterKeys();
    const sealer = await createSealer('durham', { chapter });
    expect(sealer.holds('organizers')).toBe(false);
    expect(() => sealer.seal(AT, 'organizers', {})).toThrow();
  });

  test('natural tokens are the same on every PC of the chapter and differ elsewhere', async () => {
    const keys = await newChapterKeys();
    const [here, there] = [await createSealer('durham', keys), await createSealer('durham', keys)];
    const elsewhere = await createSealer('durham', await newChapterKeys());
    expect(here.naturalToken('settings')).toBe(there.naturalToken('settings'));
    expect(here.naturalToken('settings')).not.toBe(elsewhere.naturalToken('settings'));
    expect(here.naturalToken('settings')).toMatch(/^[a-z0-9]{20}$/);
  });

  test('the bytes are those of every earlier build: what lies on disks, in backups and at peers opens for ever', async () => {
    await readySodium();
    const key = (fill: number): string => toBase64(new Uint8Array(32).fill(fill));
    const keys: ChapterKeys = { chapter: { current: 2, keys: { 1: key(1), 2: key(2) } } };
    const sealer = await createSealer('durham', keys);
    expect(sealer.seal(AT, 'chapter', { b: 'Lupita', a: 1 })).toEqual({ k: 2, n: 'ZNFpa8Ma1YHC0fOm3s9vZuClCgIy7oNU', c: '18dcpg6Ugjj-IC5rYgx-ybgHp5JhrWt4kqZtXGviD31Jn-QH' });
    expect(sealer.tombstoneMac(AT.id, 1)).toBe('gb6dD5xt2ZCWgY0LTkuM_0yIMBk-txN91lQTJJwtqbk');
    expect(sealer.tombstoneMac(AT.id, 1, 'erased')).toBe('h2RB22Grhe_5VOFtedYYF0sQlQ4BR6rymE172hDga4s');
    expect(sealer.naturalToken('settings')).toBe('pitzvp8pivkiw659us5p');
    expect(toBase64((await KeyRing.of(keys)).derived('chapter', 1)?.local ?? new Uint8Array())).toBe('jgYjmdIsDhsx0EyrLAKO9ZxwF7GqWszhyuzf-u31Oek');
  });

  test('records that open the keys are sealed under the chapter’s first key, and a merge’s under the key it names', async () => {
    const keys = await newChapterKeys();
    const ring = await KeyRing.of(keys);
    ring.learn('chapter', 2, new Uint8Array(32).fill(2));
    ring.learn('organizers', 7, new Uint8Array(32).fill(7));
    const sealer = await createSealer('durham', ring);
    const access = { ...AT, id: 'access:abc' };
    expect([opensKeys(access.id), opensKeys('person:access:')]).toEqual([true, false]);
    expect([sealer.seal(access, 'chapter', {}).k, sealer.seal(access, 'organizers', {}).k, sealer.seal(AT, 'chapter', {}).k]).toEqual([1, 7, 2]);
    const merged = sealer.seal(AT, 'chapter', { a: 1 }, 1);
    expect([merged.k, sealer.open(AT, 'chapter', merged)]).toEqual([1, { a: 1 }]);
    expect(() => sealer.seal(AT, 'chapter', {}, 9)).toThrow('No key for the part chapter');
    expect(sealer.open(AT, 'chapter', { ...merged, k: 9 })).toBeNull();
  });

  test('a deletion’s mark is bound to record, chapter, schema and kind, and to no later key', async () => {
    const keys = await newChapterKeys();
    const ring = await KeyRing.of(keys);
    const sealer = await createSealer('durham', ring);
    const [raleigh, stranger] = [await createSealer('raleigh', keys), await createSealer('durham', await newChapterKeys())];
    const macs = [sealer.tombstoneMac('a', 1), sealer.tombstoneMac('b', 1), sealer.tombstoneMac('a', 2), sealer.tombstoneMac('a', 1, 'merged'), sealer.tombstoneMac('a', 1, 'erased'), raleigh.tombstoneMac('a', 1), stranger.tombstoneMac('a', 1)];
    expect(new Set(macs).size).toBe(macs.length);
    ring.learn('chapter', 2, new Uint8Array(32).fill(2));
    expect(sealer.tombstoneMac('a', 1)).toBe(macs[0]);
    ring.forget();
    expect(() => sealer.tombstoneMac('a', 1)).toThrow('no key');
    expect(() => sealer.naturalToken('settings')).toThrow('no key');
    expect(() => sealer.seal(AT, 'chapter', {})).toThrow('No key');
  });

  test('altered nonces and bytes that are none are noticed, never an error', async () => {
    const sealer = await createSealer('durham', await newChapterKeys());
    const sealed = sealer.seal(AT, 'chapter', { name: 'Lupita' });
    for (const n of [sealed.n.replace(/^./, sealed.n.startsWith('A') ? 'B' : 'A'), '', 'AAAA', '!']) expect(sealer.open(AT, 'chapter', { ...sealed, n })).toBeNull();
    for (const c of ['', 'AAAA', '!']) expect(sealer.open(AT, 'chapter', { ...sealed, c })).toBeNull();
  });
});
