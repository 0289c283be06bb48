import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldRule } from '../domain/merging.ts';
import { itemsOf, keyMember } from './atoms.ts';
import { mergeItems, type ListSide } from './merge-lists.ts';
import { EMPTY_STAMPS, type Stamps } from './stamps.ts';

const TAGS: FieldRule = { rule: 'union' };
const ROWS: FieldRule = { rule: 'rows', key: 'n', blank: { asWritten: '' } };

function side(rule: FieldRule, list: readonly unknown[], stamps: Partial<Stamps>): ListSide {
  return { items: itemsOf(list, keyMember(rule) ?? null) ?? new Map(), stamps: { ...EMPTY_STAMPS, ...stamps } };
}
/** The merged list, which is the same in either order. */
function merged(rule: FieldRule, left: ListSide, right: ListSide): readonly unknown[] {
  const result = mergeItems('l', rule, left, right);
  expect(mergeItems('l', rule, right, left)).toEqual(result);
  return result.list;
}
const tags = (list: readonly string[], stamps: Partial<Stamps>): ListSide => side(TAGS, list, stamps);

describe('plain values', () => {
  test('added anywhere are there; removed by who had seen them they are gone', () => {
    const left = tags(['x', 'y'], { seen: { a: 2 }, fields: { 'l\nx': [['a', 1]], 'l\ny': [['a', 2]] } });
    const right = tags(['z'], { seen: { a: 1, b: 1 }, fields: { 'l\nz': [['b', 1]] } });
    expect([...merged(TAGS, left, right)].sort()).toEqual(['y', 'z']);
  });

  test('that are not there say nothing, even where they are named', () => {
    const left = tags(['x'], { seen: { a: 1 }, fields: { 'l\nx': [['a', 1]] } });
    const right = tags([], { seen: { b: 1 }, fields: { 'l\nx': [['b', 1]] } });
    expect(mergeItems('l', TAGS, left, right)).toEqual({ list: ['x'], atoms: [{ atom: 'l\nx', there: true, dots: [['a', 1]] }] });
  });
});

test('nothing is no item', () => {
  expect(merged(TAGS, side(TAGS, [null, 'x'], { seen: { a: 1 }, base: [['a', 1]] }), tags(['x'], { seen: { b: 1 }, base: [['b', 1]] }))).toEqual(['x']);
});

test('an item with a key that was removed is remembered as removed', () => {
  const rule: FieldRule = { rule: 'union', key: 'key' };
  const left = side(rule, [], { seen: { a: 1, b: 1 }, fields: { 'l\np': [['b', 1]], 'lo\nq': [['b', 1]] } });
  const right = side(rule, [{ key: 'p' }], { seen: { a: 1 }, base: [['a', 1]] });
  const removed = { list: [], atoms: [{ atom: 'l\np', there: false, dots: [['b', 1]] }] };
  expect(mergeItems('l', rule, left, right)).toEqual(removed);
  expect(mergeItems('l', rule, left, side(rule, [], { seen: { a: 1 } }))).toEqual(removed);
});

describe('the order of a list', () => {
  const seen = (a: number, b: number): Partial<Stamps> => ({ seen: { a, b }, base: [['a', 1]] });

  test('is that of who had seen all of the other side', () => {
    expect(merged(TAGS, tags(['x', 'y'], seen(1, 0)), tags(['y', 'x'], seen(1, 1)))).toEqual(['y', 'x']);
    expect(merged(TAGS, tags(['y', 'x'], seen(1, 0)), tags(['x', 'y'], seen(1, 1)))).toEqual(['x', 'y']);
  });

  test('is that of who changed it, and the change of it is kept', () => {
    const moved = tags(['y', 'x'], { ...seen(1, 1), fields: { 'l\r': [['b', 1]] } });
    const added = tags(['x', 'y', 'z'], { ...seen(2, 0), fields: { 'l\nz': [['a', 2]] } });
    expect(merged(TAGS, moved, added)).toEqual(['y', 'x', 'z']);
    expect(mergeItems('l', TAGS, moved, added).atoms).toContainEqual({ atom: 'l\r', there: false, dots: [['b', 1]] });
    expect(mergeItems('l', TAGS, added, added).atoms.map(({ atom }) => atom)).toEqual(['l\nx', 'l\ny', 'l\nz']);
  });

  test('is that of who has just these items', () => {
    const later = (...list: string[]) => tags(list, { ...seen(1, 5), fields: { 'l\nx': [['b', 5]] } });
    expect(merged(TAGS, tags(['z', 'y', 'x'], { ...seen(2, 0), fields: { 'l\nz': [['a', 2]] } }), later('x', 'y'))).toEqual(['z', 'y', 'x']);
    // Not of who has as many, but another, nor of who has one more, which the other removed.
    expect(merged(TAGS, tags(['y', 'x'], { ...seen(2, 0), fields: { 'l\ny': [['a', 2]] } }), later('x', 'w'))).toEqual(['y', 'x']);
    expect(merged(TAGS, tags(['y', 'x'], seen(2, 0)), later('x', 'y', 'w'))).toEqual(['y', 'x']);
  });

  test('is that of the later change, of an item or of the order, and of no other field', () => {
    const fields = (name: string, counter: number, device = 'a') => ({ [name]: [[device, counter]] as [string, number][] });
    const early = (...list: string[]) => tags(list, { ...seen(4, 0), fields: { ...fields('l\nx', 2), ...fields('lo\nx', 9), ...fields('lo\r', 9), ...fields('l', 9) } });
    const late = (...list: string[]) => tags(list, { ...seen(1, 3), fields: { ...fields('l\ny', 3, 'b'), ...fields('l\nx', 1) } });
    expect(merged(TAGS, early('x', 'y'), late('y', 'x'))).toEqual(['y', 'x']);
    expect(merged(TAGS, early('y', 'x'), late('x', 'y'))).toEqual(['x', 'y']);
    const moved = (...list: string[]) => tags(list, { ...seen(1, 5), fields: fields('l\r', 5, 'b') });
    const movedToo = (...list: string[]) => tags(list, { ...seen(3, 0), fields: { ...fields('l\nx', 2), ...fields('l\r', 3) } });
    expect(merged(TAGS, moved('x', 'y'), movedToo('y', 'x'))).toEqual(['x', 'y']);
    expect(merged(TAGS, moved('y', 'x'), movedToo('x', 'y'))).toEqual(['y', 'x']);
  });

  test('is that of who changed anything at all, else the greater', () => {
    const changed = (...list: string[]) => tags(list, { ...seen(2, 0), fields: { 'l\nx': [['a', 1]] } });
    const untouched = (...list: string[]) => tags(list, seen(1, 1));
    expect(merged(TAGS, changed('x', 'y'), untouched('y', 'x'))).toEqual(['x', 'y']);
    expect(merged(TAGS, changed('y', 'x'), untouched('x', 'y'))).toEqual(['y', 'x']);
    expect(merged(TAGS, tags(['x', 'y'], seen(2, 0)), untouched('y', 'x'))).toEqual(['y', 'x']);
    expect(merged(TAGS, tags(['y', 'x'], seen(2, 0)), untouched('x', 'y'))).toEqual(['y', 'x']);
  });

  test('does not depend on who comes first, however the keys are mixed of numbers and texts', () => {
    const keys = fc.uniqueArray(fc.constantFrom('', '-1', '01', '1', '1a', '2', '10', '9', '9x', 'a'), { maxLength: 6 });
    const named = (device: string, list: readonly string[]) => tags(list, { seen: { [device]: 1 }, base: [[device, 1]] });
    fc.assert(fc.property(keys, keys, (mine, theirs) => void merged(TAGS, named('a', mine), named('b', theirs))));
  });

  test('has what only the other side holds behind, by key: numbers as numbers, then texts', () => {
    const rule: FieldRule = { rule: 'union', key: 'key' };
    const keyed = (keys: readonly string[], stamps: Partial<Stamps>) => side(rule, keys.map((key) => ({ key })), stamps);
    const left = keyed(['x'], { ...seen(2, 0), fields: { 'l\nx': [['a', 2]] } });
    const keys = ['1', 'b', '10', 'a', '01', '9'];
    const right = keyed(keys, { seen: { a: 1, b: 1 }, fields: Object.fromEntries(keys.map((key) => [`l\n${key}`, [['b', 1] as const]])) });
    expect(merged(rule, left, right).map((one) => (one as { key: string }).key)).toEqual(['x', '01', '1', '9', '10', 'a', 'b']);
  });
});

describe('sheet rows', () => {
  const row = (n: number) => ({ n, asWritten: `row ${String(n)}` });
  const rows = (numbers: readonly number[], stamps: Partial<Stamps>) => side(ROWS, numbers.map(row), stamps);

  test('stand by their numbers where the two lists differ', () => {
    const left = rows([10, 2], { seen: { a: 1 }, base: [['a', 1]] });
    const right = rows([1], { seen: { b: 1 }, base: [['b', 1]] });
    expect(merged(ROWS, left, right)).toEqual([row(1), row(2), row(10)]);
  });

  test('stay in their order where one side has them all', () => {
    const left = rows([10, 2], { seen: { a: 2 }, base: [['a', 1]], fields: { 'l\n10': [['a', 2]] } });
    const right = rows([2], { seen: { a: 1, b: 1 }, base: [['a', 1]] });
    expect(merged(ROWS, left, right)).toEqual([row(10), row(2)]);
  });

  test('stand by their numbers, too, where the leading order has as many, but others', () => {
    const left = rows([10, 2], { seen: { a: 2 }, base: [['a', 1]], fields: { 'l\r': [['a', 2]] } });
    const right = rows([10, 5], { seen: { a: 1, b: 2 }, base: [['a', 1]], fields: { 'l\n5': [['b', 1]], 'l\n2': [['b', 2]] } });
    expect(merged(ROWS, left, right)).toEqual([row(5), row(10)]);
  });

  test('stand by their numbers, too, where one was removed from the leading order', () => {
    const left = rows([10, 2, 5], { seen: { a: 2 }, base: [['a', 1]], fields: { 'l\r': [['a', 2]] } });
    const right = rows([2, 10], { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { 'l\n5': [['b', 1]] } });
    expect(merged(ROWS, left, right)).toEqual([row(2), row(10)]);
  });
});
