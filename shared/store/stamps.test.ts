import { describe, expect, test } from 'vitest';
import { compareDots, EMPTY_STAMPS, firstStamps, hasSeen, isWithin, joinVectors, nextStamps, own, stampsOf, toStampedPart, withValues, type Stamps } from './stamps.ts';

describe('what a side has seen', () => {
  test('a change counts as seen up to its counter, and all of several must be', () => {
    expect(hasSeen({ a: 2 }, [['a', 2]])).toBe(true);
    expect(hasSeen({ a: 2 }, [['a', 3]])).toBe(false);
    expect(hasSeen({ a: 2 }, [['a', 1], ['b', 1]])).toBe(false);
    expect(hasSeen({}, [])).toBe(true);
    expect(hasSeen({}, [['constructor', 1]])).toBe(false);
  });

  test('a vector is within another that knows as much of each device', () => {
    expect(isWithin({ a: 1, b: 2 }, { a: 1, b: 3 })).toBe(true);
    expect(isWithin({ a: 1, c: 1 }, { a: 1, b: 3 })).toBe(false);
    expect(isWithin({}, {})).toBe(true);
  });

  test('both together know the more of each device', () => {
    expect(joinVectors({ a: 3, b: 1 }, { a: 2, b: 4, c: 1 })).toEqual({ a: 3, b: 4, c: 1 });
  });

  test('members that every object has are none of a record', () => {
    expect(own({}, 'constructor')).toBeUndefined();
    expect(own(undefined, 'a')).toBeUndefined();
    expect(own({ a: 1 }, 'a')).toBe(1);
  });
});

test('of two changes the one with the greater counter is the later, then the greater device', () => {
  expect(compareDots(['a', 2], ['b', 1])).toBeGreaterThan(0);
  expect(compareDots(['b', 1], ['a', 2])).toBeLessThan(0);
  expect(compareDots(['a', 1], ['b', 1])).toBeLessThan(0);
  expect(compareDots(['b', 1], ['a', 1])).toBeGreaterThan(0);
  expect(compareDots(['a', 1], ['a', 1])).toBe(0);
});

describe('the stamps after an edit', () => {
  const BEFORE: Stamps = {
    seen: { a: 4, b: 7 },
    base: [['a', 1]],
    fields: { name: [['a', 2], ['b', 3]], area: [['a', 4]], 'tags\nx': [['b', 7]] },
    values: { name: ['Ana', 'Ani'], area: ['Norte', null] },
    inner: { organizers: { a: 1 } },
  };

  test('bear the device’s next number where it changed something; what it replaced is no longer in question', () => {
    expect(nextStamps(BEFORE, 'a', { changed: ['name', 'called'], forgotten: ['tags\nx'] })).toEqual({
      seen: { a: 5, b: 7 },
      base: [['a', 1]],
      fields: { area: [['a', 4]], name: [['a', 5]], called: [['a', 5]] },
      values: { area: ['Norte', null] },
      inner: { organizers: { a: 1 } },
    });
  });

  test('begin with one for a device that never changed it', () => {
    expect(nextStamps(EMPTY_STAMPS, 'c', { changed: ['name'] })).toEqual({ seen: { c: 1 }, base: [], fields: { name: [['c', 1]] } });
    expect(firstStamps('c')).toEqual({ seen: { c: 1 }, base: [['c', 1]], fields: {} });
  });

  test('go on under another name where changes of the same PC are in another revision, and count none of those as seen', () => {
    const after = (floor: Record<string, number>, before = BEFORE) => nextStamps(before, 'a', { changed: ['name'] }, floor);
    expect(after({ a: 9 }).seen).toEqual({ ...BEFORE.seen, 'a~9': 10 });
    expect(after({ a: 9 }).fields['name']).toEqual([['a~9', 10]]);
    expect(after({ a: 9 }, after({ a: 9 })).seen).toEqual({ ...BEFORE.seen, 'a~9': 11 });
    expect(after({ a: 9, 'a~9': 12 }, after({ a: 9 })).seen).toEqual({ ...BEFORE.seen, 'a~9': 10, 'a~9~12': 13 });
    expect(after({ a: 2, b: 20 }).seen).toEqual({ a: 5, b: 7 });
  });

  test('have no member for values when none are in question', () => {
    expect(withValues(BEFORE, {})).not.toHaveProperty('values');
    expect(withValues(BEFORE, { area: [1, 2] }).values).toEqual({ area: [1, 2] });
  });
});

describe('a part for sealing', () => {
  const BARE: Stamps = { seen: { a: 1 }, base: [['a', 1]], fields: {} };

  test('carries nothing that is empty', () => {
    expect(toStampedPart({ name: 'Ana' }, { ...BARE, inner: {}, floors: {} }, [])).toEqual({ f: { name: 'Ana' }, v: { a: 1 }, d: [['a', 1]] });
  });

  test('carries all of the stamps, which come out of it as they went in', () => {
    const full: Stamps = {
      ...BARE,
      fields: { name: [['a', 1], ['b', 2]] },
      values: { name: ['Ana', null] },
      inner: { organizers: { a: 1 } },
      floors: { chapter: { b: 3 } },
    };
    const part = toStampedPart({ name: 'Ana' }, full, [{ t: 1 }]);
    expect(part).toMatchObject({ x: full.fields, w: full.values, p: full.inner, g: full.floors, h: [{ t: 1 }] });
    expect(stampsOf(part)).toEqual(full);
    expect(stampsOf(toStampedPart({}, BARE, []))).toEqual(BARE);
  });
});
