import { expect, test } from 'vitest';
import { KeyRing } from './key-ring.ts';
import { authorKeyNumber, newChapterKeys, newKeyNumber } from './keys.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);

test('new writes use the greatest number that nobody knows who was taken out; without one, the greatest', async () => {
  const ring = await KeyRing.of({});
  expect(ring.current('chapter')).toBeUndefined();
  expect(() => ring.first()).toThrow();
  for (const number of [5, 1, 3]) expect(ring.learn('chapter', number, key(number))).toBe(true);
  expect(ring.learn('chapter', 3, key(9))).toBe(false);
  expect(ring.raw('chapter', 3)).toEqual(key(3));
  expect([ring.raw('chapter', 9), ring.derived('chapter', 9), ring.raw('organizers', 3)]).toEqual([null, null, null]);
  expect(ring.numbers('chapter')).toEqual([1, 3, 5]);
  expect([ring.first(), ring.current('chapter')]).toEqual([1, 5]);
  ring.setExposed(new Set(['chapter/5', 'organizers/3']));
  expect(ring.current('chapter')).toBe(3);
  ring.setExposed(new Set(['chapter/1', 'chapter/3', 'chapter/5']));
  expect(ring.current('chapter')).toBe(5);
  expect([ring.holds('chapter'), ring.holds('organizers')]).toEqual([true, false]);
});

test('keys travel as text and come back the same; a part that is not given stays behind', async () => {
  const keys = await newChapterKeys();
  const ring = await KeyRing.of(keys);
  expect(ring.toKeys(['chapter', 'organizers', 'author'])).toEqual(keys);
  expect(ring.toKeys(['chapter'])).toEqual({ chapter: keys.chapter });
});

test('forgetting overwrites every byte: keys, what is derived of them, and what was kept with them', async () => {
  const ring = await KeyRing.of(await newChapterKeys());
  const own = ring.keep(key(7));
  const derived = ring.derived('organizers', 1);
  const held = [own, ring.raw('chapter', 1), derived?.seal, derived?.nonce, derived?.local];
  ring.forget();
  for (const bytes of held) expect([...(bytes ?? [1])]).toEqual(Array(32).fill(0));
  expect([ring.raw('chapter', 1), ring.derived('chapter', 1), ring.numbers('chapter')]).toEqual([null, null, []]);
});

test('a number after a rotation is greater than all that were known, and no other PC chooses the same', () => {
  const numbers = Array.from({ length: 2_000 }, () => newKeyNumber([1]));
  expect(new Set(numbers).size).toBe(2_000);
  for (const number of numbers) {
    expect(Number.isSafeInteger(number)).toBe(true);
    expect(number).toBeGreaterThan(2 ** 31);
    expect(newKeyNumber([1, number])).toBeGreaterThan(number);
  }
  for (let run = 0; run < 1_000; run += 1) {
    const own = authorKeyNumber();
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThanOrEqual(2 ** 31);
  }
});
