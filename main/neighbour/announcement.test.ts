import { expect, test } from 'vitest';
import { announce, announcement, recognises } from './announcement.ts';
import { proofOfChapter } from './testing.ts';

const ME = 'pc-abcdefghijklmn12';

test('only a holder of the key recognises the chapter, and the PC', async () => {
  const [one, other, stranger] = [proofOfChapter(), proofOfChapter(), proofOfChapter()];
  const said = await announce([one, other], ME, null);
  expect(announcement.parse(said)).toEqual(said);
  for (const { key } of [one, other]) {
    expect(await recognises(key, said)).toBe(true);
    expect(await recognises(key, said, ME)).toBe(true);
    expect(await recognises(key, said, 'pc-0000000000000000')).toBe(false);
  }
  expect(await recognises(stranger.key, said)).toBe(false);
  expect(await recognises(stranger.key, said, ME)).toBe(false);
});

test('two announcements of the same have nothing in common, and name nobody', async () => {
  const chapter = proofOfChapter();
  const [first, second] = [await announce([chapter], ME, 'A'.repeat(16)), await announce([chapter], ME, null)];
  expect(first.s).not.toBe(second.s);
  expect(first.t.split('.').some((tag) => second.t.includes(tag))).toBe(false);
  for (const secret of [chapter.database, chapter.name, chapter.device, chapter.key, ME]) expect(JSON.stringify([first, second])).not.toContain(secret);
  expect([first.o, second.o]).toEqual(['A'.repeat(16), undefined]);
});

test('a PC that only offers an invitation shares no chapter', async () => {
  const { t, ...arriving } = await announce([], ME, 'A'.repeat(16));
  expect(t).toBe('');
  expect(announcement.parse(arriving)).toMatchObject({ t: '', o: 'A'.repeat(16) });
});

test('a TXT record holds no more than DNS allows, however many chapters there are', async () => {
  const said = await announce(Array.from({ length: 9 }, () => proofOfChapter()), ME, null);
  expect(said.t.length).toBeLessThan(250);
  expect(said.t.split('.')).toHaveLength(8);
});

test.each([[{}], [{ v: '2', s: 'A'.repeat(22), t: '' }], [{ v: '1', s: 'short', t: '' }], [{ v: '1', s: 'A'.repeat(22), t: 'x'.repeat(300) }], [null]])(
  'what is no announcement is left out: %j',
  (given) => {
    expect(announcement.safeParse(given).success).toBe(false);
  },
);
