import { describe, expect, test } from 'vitest';
import type { MergeRules } from '../domain/merging.ts';
import { changesOf } from './part-changes.ts';
import { EMPTY_STAMPS, type Stamps } from './stamps.ts';

const RULES: MergeRules = { tags: { rule: 'union' }, contacts: { rule: 'union', key: 'key' } };
type Fields = Record<string, unknown>;
const changes = (before: Fields, after: Fields, stamps: Stamps = EMPTY_STAMPS, touched: readonly string[] = []) => changesOf(before, after, { rules: RULES }, stamps, touched);
const NOTHING = { changed: [], forgotten: [], told: [] };

describe('fields', () => {
  test('that were changed, added or removed are marked, with what stood there', () => {
    expect(changes({ called: 'Ana', area: 'Sur', same: { a: 1 } }, { called: 'Ani', same: { a: 1 }, place: 'Durham' })).toEqual({
      changed: ['called', 'area', 'place'],
      forgotten: [],
      told: [['called', 'Ana'], ['area', 'Sur'], ['place', null]],
    });
    expect(changes({ called: undefined }, { called: null })).toEqual(NOTHING);
  });

  test('of the store, and those that their family does not tell of, are marked but not told', () => {
    const before = { createdAt: '1', createdBy: 'a', updatedAt: '1', updatedBy: 'a', keys: 'x', called: 'Ana' };
    const after = { createdAt: '2', createdBy: 'b', updatedAt: '2', updatedBy: 'b', keys: 'y', called: 'Ani' };
    const change = changesOf(before, after, { rules: RULES, untold: ['keys'] }, EMPTY_STAMPS);
    expect(change.changed).toEqual(['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'keys', 'called']);
    expect(change.told).toEqual([['called', 'Ana']]);
    expect(changesOf(before, after, { rules: RULES }, EMPTY_STAMPS).told).toEqual([['keys', 'x'], ['called', 'Ana']]);
  });

  test('that hold lists of no such rule are marked as a whole', () => {
    expect(changes({ places: ['x'] }, { places: ['x', 'y'] })).toEqual({ changed: ['places'], forgotten: [], told: [['places', ['x']]] });
    expect(changes({}, { places: ['x'] }).changed).toEqual(['places']);
  });

  test('decided anew are marked once, and nothing is told of them', () => {
    expect(changes({ called: 'Ana', area: 'Sur' }, { called: 'Ani', area: 'Sur' }, EMPTY_STAMPS, ['called', 'area'])).toEqual({
      changed: ['called', 'area'],
      forgotten: [],
      told: [['called', 'Ana']],
    });
  });

  test('with a new whole value speak for the items that were stamped, and for no other field’s', () => {
    const stamps: Stamps = { ...EMPTY_STAMPS, fields: { 'tags\nx': [['a', 1]], 'tags\r': [['a', 1]], 'tagsToo\nx': [['a', 1]], 'tagsToo\r': [['a', 1]], tags: [['a', 1]] } };
    expect(changes({ tags: ['x'] }, { tags: 'x' }, stamps)).toEqual({ changed: ['tags'], forgotten: ['tags\nx', 'tags\r'], told: [['tags', ['x']]] });
    expect(changes({ tags: 'x' }, { tags: ['x'] }, stamps).changed).toEqual(['tags']);
  });
});

describe('items of a list', () => {
  test('with keys are marked one by one: changed, removed, added', () => {
    const [kept, old, now, gone, added] = [{ key: 'k' }, { key: 'c', value: 1 }, { key: 'c', value: 2 }, { key: 'g' }, { key: 'n' }];
    expect(changes({ contacts: [kept, old, gone] }, { contacts: [kept, now, added] })).toEqual({
      changed: ['contacts\nc', 'contacts\ng', 'contacts\nn'],
      forgotten: [],
      told: [['contacts', old, 'c'], ['contacts', gone, 'g'], ['contacts', null, 'n']],
    });
  });

  test('that are plain values need no mark when they are gone', () => {
    expect(changes({ tags: ['x', 'y'] }, { tags: ['y', 'z'] })).toEqual({ changed: ['tags\nz'], forgotten: ['tags\nx'], told: [['tags', 'x', 'x'], ['tags', null, 'z']] });
    expect(changes({}, { tags: ['x'] })).toEqual({ changed: ['tags\nx'], forgotten: [], told: [['tags', null, 'x']] });
  });

  test('that are nothing are marked too: no change goes without a mark', () => {
    expect(changes({ tags: ['x'] }, { tags: ['x', null] }).changed).toEqual(['tags\nnull']);
    expect(changes({ tags: ['x', null] }, { tags: ['x'] }).forgotten).toEqual(['tags\nnull']);
  });

  test('in another order change the order and nothing else', () => {
    expect(changes({ tags: ['x', 'y', 'z'] }, { tags: ['x', 'z', 'y'] })).toEqual({ changed: ['tags\r'], forgotten: [], told: [] });
    expect(changes({ tags: ['x', 'y', 'z'] }, { tags: ['w', 'y', 'z'] }).changed).toEqual(['tags\nw']);
    expect(changes({ tags: ['x', 'y', 'z'] }, { tags: ['z', 'y'] }).changed).toEqual(['tags\r']);
  });
});
