import { describe, expect, test } from 'vitest';
import { dotsOf, fieldOfAtom, itemAtom, itemsOf, keyMember, keyOfAtom, keyOfItem, orderAtom, sameValue } from './atoms.ts';
import type { Stamps } from './stamps.ts';

describe('names of atoms', () => {
  test('tell the field and the item, whatever the item’s key holds', () => {
    for (const field of ['tags', '']) {
      for (const key of ['', 'k1', 'a\nb', 'a\rb']) {
        expect(fieldOfAtom(itemAtom(field, key))).toBe(field);
        expect(keyOfAtom(itemAtom(field, key))).toBe(key);
      }
    }
    expect(fieldOfAtom('tags')).toBe('tags');
    expect(fieldOfAtom(orderAtom('tags'))).toBe('tags');
  });

  test('a field and an order are of no item', () => {
    expect(keyOfAtom('tags')).toBeNull();
    expect(keyOfAtom(orderAtom('tags'))).toBeNull();
  });
});

test('only lists that are united or of rows are merged item by item', () => {
  expect(keyMember({ rule: 'union' })).toBeNull();
  expect(keyMember({ rule: 'union', key: 'key' })).toBe('key');
  expect(keyMember({ rule: 'rows', key: 'n', blank: {} })).toBe('n');
  for (const rule of ['ask', 'both-texts', 'greatest', 'bin'] as const) expect(keyMember({ rule })).toBeUndefined();
});

describe('items of a list', () => {
  test('stand by key in the list’s order; no list has none', () => {
    expect([...(itemsOf([{ key: 'b' }, { key: 'a' }], 'key') ?? [])]).toEqual([['b', { key: 'b' }], ['a', { key: 'a' }]]);
    expect([...(itemsOf(['y', 'x', 'y'], null) ?? [])]).toEqual([['y', 'y'], ['x', 'x']]);
    expect(itemsOf(undefined, null)).toEqual(new Map());
    expect(itemsOf(null, 'key')).toEqual(new Map());
  });

  test('another kind of value, or two different items of one key, cannot be told apart', () => {
    expect(itemsOf('x', null)).toBeNull();
    expect(itemsOf({ key: 'a' }, 'key')).toBeNull();
    expect(itemsOf([{ key: 'a', value: 1 }, { key: 'a', value: 2 }], 'key')).toBeNull();
    expect(itemsOf([{ key: 'a', value: 1 }, { value: 1, key: 'a' }], 'key')?.size).toBe(1);
  });

  test('a key is the member of that name, or the whole value', () => {
    expect(keyOfItem({ n: 3 }, 'n')).toBe('3');
    expect(keyOfItem({ n: 'c' }, 'n')).toBe('c');
    expect(keyOfItem({}, 'constructor')).toBe('null');
    expect(keyOfItem('x', 'key')).toBe('x');
    expect(keyOfItem(null, 'key')).toBe('null');
    expect(keyOfItem({ b: 1, a: 2 }, null)).toBe('{"a":2,"b":1}');
    expect(keyOfItem(true, null)).toBe('true');
  });
});

test('values are the same by content, and nothing is nothing', () => {
  expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameValue(undefined, null)).toBe(true);
  expect(sameValue(Number.NaN, Number.NaN)).toBe(true);
  expect(sameValue(0, null)).toBe(false);
  expect(sameValue('1', 1)).toBe(false);
});

test('the changes of an item are its own, else its field’s, else those of the whole part where it is there', () => {
  const stamps: Stamps = { seen: { a: 9 }, base: [['a', 1]], fields: { 'tags\nx': [['a', 2]], tags: [['a', 3]], 'rows\r': [['a', 4]] } };
  expect(dotsOf(stamps, 'tags\nx', undefined)).toEqual([['a', 2]]);
  expect(dotsOf(stamps, 'tags\ny', undefined)).toEqual([['a', 3]]);
  expect(dotsOf(stamps, 'rows\n1', { n: 1 })).toEqual([['a', 1]]);
  expect(dotsOf(stamps, 'rows\n1', undefined)).toEqual([]);
  expect(dotsOf(stamps, 'rows\n1', null)).toEqual([]);
  expect(dotsOf(stamps, 'tags\r', ['x'])).toEqual([['a', 1]]);
});
