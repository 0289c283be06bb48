import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newChapterKeys } from './keys.ts';
import { createSealer, type ChapterKeys } from './sealing.ts';

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
});
