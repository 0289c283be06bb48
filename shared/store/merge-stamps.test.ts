import { describe, expect, test } from 'vitest';
import { BASE_MERGE_RULES, type MergeRules } from '../domain/merging.ts';
import { disagreementsOf, mergeVersions, type Version } from './merge.ts';
import { firstStamps, type Stamps } from './stamps.ts';

const RULES: MergeRules = { ...BASE_MERGE_RULES, tags: { rule: 'union' }, contacts: { rule: 'union', key: 'key' }, notes: { rule: 'both-texts' }, rows: { rule: 'rows', key: 'n', blank: {} } };
const version = (fields: Record<string, unknown>, stamps: Partial<Stamps>): Version => ({ fields, stamps: { seen: {}, base: [], fields: {}, ...stamps } });

/** The merge, which is the same in either order. */
function merge(left: Version, right: Version, rules: MergeRules = RULES): Version {
  const merged = mergeVersions(left, right, rules);
  expect(mergeVersions(right, left, rules)).toEqual(merged);
  return merged;
}

const FIRST = { seen: { a: 1 }, base: [['a', 1]] } as const;

describe('the stamps after a merge', () => {
  test('name only what the base does not speak for', () => {
    const left = version({ name: 'Ana', area: 'Sur', tags: ['x'] }, FIRST);
    const right = version({ name: 'Ana', tags: ['x', 'y'] }, { seen: { a: 1, b: 2 }, base: [['a', 1]], fields: { area: [['b', 1]], 'tags\ny': [['b', 2]] } });
    expect(merge(left, right)).toEqual({
      fields: { name: 'Ana', tags: ['x', 'y'] },
      stamps: { seen: { a: 1, b: 2 }, base: [['a', 1]], fields: { area: [['b', 1]], 'tags\ny': [['b', 2]] } },
    });
  });

  test('of two that were made apart have both bases, and name what only one of them speaks for', () => {
    const left = version({ name: 'Ana', area: 'Sur' }, FIRST);
    const right = version({ name: 'Ana', place: 'Durham' }, { seen: { b: 1 }, base: [['b', 1]] });
    expect(merge(left, right)).toEqual({
      fields: { area: 'Sur', name: 'Ana', place: 'Durham' },
      stamps: { seen: { a: 1, b: 1 }, base: [['a', 1], ['b', 1]], fields: { area: [['a', 1]], place: [['b', 1]] } },
    });
  });

  test('have the values in question, which say what to ask; an item is asked by its key', () => {
    const contact = (value: string) => [{ key: 'p', value }];
    const base = version({ name: 'Ana', contacts: contact('+0') }, FIRST);
    const left = { ...base, fields: { name: 'Ani', contacts: contact('+1') }, stamps: { ...base.stamps, seen: { a: 2 }, fields: { name: [['a', 2] as const], 'contacts\np': [['a', 2] as const] } } };
    const right = { ...base, fields: { contacts: contact('+2') }, stamps: { ...base.stamps, seen: { a: 1, b: 1 }, fields: { name: [['b', 1] as const], 'contacts\np': [['b', 1] as const] } } };
    const merged = merge(left, right);
    expect(merged.stamps.values).toEqual({ name: ['Ani', null], 'contacts\np': [{ key: 'p', value: '+1' }, { key: 'p', value: '+2' }] });
    expect(disagreementsOf(merged, RULES)).toEqual([
      { field: 'contacts', item: 'p', values: [{ key: 'p', value: '+1' }, { key: 'p', value: '+2' }], variants: [{ dot: ['a', 2], value: { key: 'p', value: '+1' } }, { dot: ['b', 1], value: { key: 'p', value: '+2' } }] },
      { field: 'name', values: ['Ani', undefined], variants: [{ dot: ['a', 2], value: 'Ani' }, { dot: ['b', 1], value: undefined }] },
    ]);
    expect(disagreementsOf(merged, RULES)[1]).not.toHaveProperty('item');
    // Merged with what it knows it stays as it is.
    for (const side of [base, left, right]) expect(merge(merged, side)).toEqual(merged);
  });

  test('ask nobody where the rule does not; of values by the base the base’s changes are told', () => {
    const notes = version({ notes: 'canta\n\nmaneja' }, { base: [['a', 1], ['b', 1]], values: { notes: ['canta', 'maneja'], name: ['Ana', 'Ani'], area: ['Sur', null] } });
    expect(disagreementsOf(notes, RULES)).toEqual([
      { field: 'area', values: [undefined, 'Sur'], variants: [{ dot: ['a', 1], value: 'Sur' }, { dot: ['b', 1], value: undefined }] },
      { field: 'name', values: ['Ani', 'Ana'], variants: [{ dot: ['a', 1], value: 'Ana' }, { dot: ['b', 1], value: 'Ani' }] },
    ]);
    const rows = version({}, { fields: { 'rows\n1': [['a', 1], ['b', 1]] }, values: { 'rows\n1': [{ n: 1, asWritten: 'Luz' }, { n: 1, asWritten: '' }] } });
    expect(disagreementsOf(rows, RULES)).toEqual([]);
    expect(disagreementsOf(version({}, FIRST), RULES)).toEqual([]);
  });
});

describe('fields', () => {
  test('that no rule names are asked, even one called like what every object has', () => {
    const left = version({ constructor: 'x' }, { seen: { a: 1 }, base: [['a', 1]] });
    const right = version({ constructor: 'y' }, { seen: { b: 1 }, base: [['b', 1]] });
    const merged = merge(left, right, {});
    expect(merged.fields).toEqual({ constructor: 'y' });
    expect(disagreementsOf(merged, {})).toMatchObject([{ field: 'constructor', values: ['y', 'x'] }]);
  });

  test('stand by name, in whatever order they came', () => {
    const left = version({ b: 1, a: 1 }, FIRST);
    expect(Object.keys(mergeVersions(left, left, {}).fields)).toEqual(['a', 'b']);
    const removed = version({ b: 1 }, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { a: [['b', 1]] } });
    expect(Object.keys(mergeVersions(left, removed, {}).fields)).toEqual(['b']);
  });

  test('a list that was emptied is an empty list, and one that never was is none', () => {
    const left = version({ tags: ['x'] }, FIRST);
    const right = version({ tags: [] }, { ...FIRST, seen: { a: 1, b: 1 } });
    expect(merge(left, right)).toEqual({ fields: { tags: [] }, stamps: { ...right.stamps, fields: {} } });
    const gone = { ...FIRST, seen: { a: 1, b: 1 }, fields: { 'tags\nx': [['b', 1] as const] } };
    expect(merge(version({}, gone), version({}, gone)).fields).toEqual({});
  });

  test('a list against a value of another kind is merged as a whole', () => {
    const left = version({ tags: ['x'] }, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { tags: [['b', 1]] } });
    const right = version({ tags: 'x' }, { seen: { a: 1, c: 1 }, base: [['a', 1]], fields: { tags: [['c', 1]] } });
    const merged = merge(left, right);
    expect(merged.fields).toEqual({ tags: 'x' });
    expect(disagreementsOf(merged, RULES)).toMatchObject([{ field: 'tags', values: ['x', ['x']] }]);
  });

  test('a list of no key’s items and of a keyed rule is told apart by the rule alone', () => {
    const contacts = [{ key: 'p' }, { key: 'q' }];
    const both = version({ contacts }, FIRST);
    expect(merge(both, version({ contacts: [contacts[1]] }, { ...FIRST, seen: { a: 1, b: 1 }, fields: { 'contacts\np': [['b', 1]] } })).fields).toEqual({ contacts: [contacts[1]] });
  });

  test('the bin against an edit that had not seen it: out, and asked; nothing else speaks for being wanted', () => {
    const base = firstStamps('a');
    const binned: Version = { fields: { name: 'Ana', deletedAt: '2026' }, stamps: { ...base, seen: { a: 2 }, fields: { deletedAt: [['a', 2]] } } };
    const edited: Version = { fields: { name: 'Ani' }, stamps: { ...base, seen: { a: 1, b: 1 }, fields: { name: [['b', 1]] } } };
    const merged = merge(binned, edited);
    expect(merged.fields).toEqual({ name: 'Ani' });
    expect(disagreementsOf(merged, RULES)).toMatchObject([{ field: 'deletedAt', values: [undefined, '2026'] }]);
    const known: Version = { fields: { name: 'Ani' }, stamps: { ...base, seen: { a: 1 }, fields: {} } };
    expect(merge(binned, known).fields).toHaveProperty('deletedAt', '2026');
    // Of another field an edit says nothing.
    const marked: Version = { fields: { name: 'Ana', place: 'Durham' }, stamps: { ...base, seen: { a: 2 }, fields: { place: [['a', 2]] } } };
    expect(disagreementsOf(merge(marked, edited), RULES)).toEqual([]);
  });
});

describe('a list that a newer Convoca merges item by item, and this one does not know', () => {
  const old = version({ skills: ['s1'] }, { seen: { a: 1 }, base: [['a', 1]], fields: { 'skills\ns1': [['a', 1]] } });
  const added = (device: string, item: string): Version =>
    version({ skills: ['s1', item] }, { seen: { a: 1, [device]: 1 }, base: [['a', 1]], fields: { 'skills\ns1': [['a', 1]], [`skills\n${item}`]: [[device, 1]], 'skills\r': [[device, 1]] } });

  test('stays as it is, stamps and all, where one side knew the other', () => {
    const later = added('b', 's2');
    expect(merge(old, later)).toEqual(later);
    expect(merge(later, later)).toEqual(later);
  });

  test('stays as it is when only its order was changed', () => {
    const two = version({ skills: ['s1', 's2'] }, { seen: { a: 1 }, base: [['a', 1]] });
    const moved = version({ skills: ['s2', 's1'] }, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { 'skills\r': [['b', 1]] } });
    expect(merge(two, moved)).toEqual(moved);
  });

  test('stays with the values in question that it had', () => {
    const asked = { ...added('b', 's2'), stamps: { ...added('b', 's2').stamps, values: { 'skills\ns2': ['s2', 's3'] } } };
    expect(merge(old, asked)).toEqual(asked);
  });

  test('stays as it was removed', () => {
    const removed = version({}, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { skills: [['b', 1]], 'skills\ns1': [['a', 1]] } });
    expect(merge(old, removed)).toEqual(removed);
    const byItem = version({}, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { 'skills\ns1': [['b', 1]] } });
    expect(merge(old, byItem)).toEqual(byItem);
  });

  test('is asked as a whole where both were changed apart', () => {
    const merged = merge(added('b', 's2'), added('c', 's3'));
    expect(merged.fields).toEqual({ skills: ['s1', 's3'] });
    expect(disagreementsOf(merged, RULES)).toMatchObject([{ field: 'skills', values: [['s1', 's3'], ['s1', 's2']] }]);
    expect(Object.keys(merged.stamps.fields)).toEqual(['skills']);
  });

  test('is asked where each knew the other’s changes and they differ all the same', () => {
    const one = version({ skills: ['s1', 's2'] }, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { 'skills\ns2': [['b', 1]] } });
    const other = version({ skills: ['s2', 's1'] }, one.stamps);
    expect(disagreementsOf(merge(one, other), RULES)).toMatchObject([{ field: 'skills', values: [['s2', 's1'], ['s1', 's2']] }]);
    const unstamped = version({ skills: ['s1', 's2'] }, { seen: { a: 1, b: 1 }, base: [['a', 1]] });
    expect(merge(one, unstamped).fields).toEqual({ skills: ['s1', 's2'] });
    expect(merge(one, unstamped).stamps.fields).toEqual({});
  });

  test('has its own changes, not those of a field whose name begins like it', () => {
    const left = version({ skill: 'x' }, { seen: { a: 2 }, base: [['a', 1]], fields: { skill: [['a', 2]], 'skills\ns1': [['a', 2]], 'skills\r': [['a', 2]] } });
    const right = version({ skill: 'y' }, { seen: { a: 1, b: 1 }, base: [['a', 1]], fields: { skill: [['b', 1]] } });
    expect(disagreementsOf(merge(left, right), RULES)).toMatchObject([{ field: 'skill', values: ['x', 'y'] }]);
    expect(merge(left, right).stamps.fields['skill']).toEqual([['a', 2], ['b', 1]]);
  });
});
