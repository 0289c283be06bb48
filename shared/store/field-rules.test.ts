import { describe, expect, test } from 'vitest';
import type { FieldRule } from '../domain/merging.ts';
import { decideField, decideItem } from './field-rules.ts';
import type { Variant } from './variants.ts';

/** Variants of these values, the last one the latest. */
const of = (...values: readonly unknown[]): readonly Variant[] => values.map((value, at) => ({ dot: ['a', at + 1], value }));
const field = (rule: FieldRule, ...values: readonly unknown[]) => decideField(rule, of(...values));
const item = (rule: FieldRule, ...values: readonly unknown[]) => decideItem(rule, of(...values));

describe('a field', () => {
  test.each<FieldRule>([{ rule: 'ask' }, { rule: 'greatest' }, { rule: 'bin' }, { rule: 'protective', safe: true }, { rule: 'both-texts' }])('whose value is the same everywhere asks nobody: %o', (rule) => {
    expect(field(rule, 'x', 'x')).toEqual({ value: 'x', ask: null });
    expect(field(rule)).toEqual({ value: undefined, ask: null });
  });

  test.each<FieldRule>([{ rule: 'ask' }, { rule: 'union' }, { rule: 'rows', key: 'n', blank: {} }])('that asks keeps the latest for now: %o', (rule) => {
    expect(field(rule, 'x', 'y', 'z')).toEqual({ value: 'z', ask: ['z', 'y', 'x'] });
    expect(field(rule, 'x', undefined)).toEqual({ value: undefined, ask: [undefined, 'x'] });
  });

  test('of which the greatest stays: numbers as numbers, texts as texts, nothing is the least', () => {
    const greatest = (...values: readonly unknown[]) => field({ rule: 'greatest' }, ...values);
    expect(greatest(10, 9)).toEqual({ value: 10, ask: null, final: true });
    expect(greatest(9, 10).value).toBe(10);
    expect(greatest('2026-03-04', '2026-03-05', '2026-02-28').value).toBe('2026-03-05');
    expect(greatest(-1, undefined).value).toBe(-1);
    expect(greatest(null, -1).value).toBe(-1);
    // As text a number comes after a quotation mark; the same from either side.
    for (const values of [[9, 'x'], ['x', 9]]) expect(greatest(...values).value).toBe(9);
    for (const values of [[9, true], [true, 9]]) expect(greatest(...values).value).toBe(true);
  });

  test('of which the protective value stands, whoever wrote later, and what gave way is shown', () => {
    expect(field({ rule: 'protective', safe: true }, true, false)).toEqual({ value: true, ask: [true, false] });
    const consent: FieldRule = { rule: 'protective', safe: ['no', 'unknown'] };
    expect(field(consent, 'unknown', 'no', 'yes')).toEqual({ value: 'no', ask: ['no', 'yes', 'unknown'] });
    expect(field(consent, 'unknown', 'yes').value).toBe('unknown');
    expect(field(consent, 'yes', 'maybe')).toEqual({ value: 'maybe', ask: ['maybe', 'yes'] });
  });

  test('that says since when the record is in the bin: out while anyone disagrees, else the later day', () => {
    expect(field({ rule: 'bin' }, undefined, '2026-03-04')).toEqual({ value: undefined, ask: [undefined, '2026-03-04'] });
    expect(field({ rule: 'bin' }, '2026-03-04', null).value).toBeUndefined();
    expect(field({ rule: 'bin' }, '2026-03-05', '2026-03-04')).toEqual({ value: '2026-03-05', ask: null });
  });
});

describe('a long text', () => {
  const texts = (...values: readonly unknown[]) => field({ rule: 'both-texts' }, ...values);

  test('is kept from all sides, in one order, and nobody is asked', () => {
    expect(texts('maneja', 'canta', 'cose')).toEqual({ value: 'canta\n\ncose\n\nmaneja', ask: null });
  });

  test('that another holds already is not repeated', () => {
    expect(texts('canta y maneja', 'canta')).toEqual({ value: 'canta y maneja', ask: null });
    expect(texts('canta', 'maneja', 'canta y cose')).toEqual({ value: 'canta y cose\n\nmaneja', ask: null });
  });

  test('that one side emptied stays, and that is asked', () => {
    expect(texts('canta', '  ')).toEqual({ value: 'canta', ask: ['canta', '  '] });
    expect(texts('canta', undefined)).toEqual({ value: 'canta', ask: ['canta', undefined] });
  });

  test('that all sides emptied in their ways is empty for good', () => {
    expect(texts('', ' ')).toEqual({ value: ' ', ask: null, final: true });
    expect(texts('', undefined)).toEqual({ value: undefined, ask: null, final: true });
  });

  test('beside a value of another kind is asked', () => {
    expect(texts('canta', 7)).toEqual({ value: 7, ask: [7, 'canta'] });
  });
});

describe('an item of a list', () => {
  const union: FieldRule = { rule: 'union', key: 'key', items: { doNotCall: { rule: 'protective', safe: true }, kind: { rule: 'protective', safe: 'safe' } } };

  test('that nobody contests stands, or is gone', () => {
    expect(item(union, { key: 'p' })).toEqual({ value: { key: 'p' }, ask: null });
    expect(item(union, undefined, undefined)).toEqual({ value: undefined, ask: null });
    expect(item(union)).toEqual({ value: undefined, ask: null });
  });

  test('removed at one PC and changed at another stays as it was changed, and is asked', () => {
    expect(item(union, { key: 'p', value: '+1' }, undefined)).toEqual({ value: { key: 'p', value: '+1' }, ask: [{ key: 'p', value: '+1' }, undefined] });
  });

  test('changed in two ways has the latest, with the protective members of any', () => {
    const [safe, late] = [{ key: 'p', value: '+1', kind: 'home', doNotCall: true }, { key: 'p', value: '+2', kind: 'work' }];
    const both = { key: 'p', value: '+2', kind: 'work', doNotCall: true };
    expect(item(union, safe, late)).toEqual({ value: both, ask: [both, late, safe] });
    expect(item(union, safe, late, undefined)).toEqual({ value: both, ask: [both, undefined, late, safe] });
    expect(item({ rule: 'union', key: 'key' }, safe, late)).toEqual({ value: late, ask: [late, safe] });
    expect(item({ rule: 'ask' }, safe, late).value).toEqual(late);
  });

  test('of another kind than was foreseen is left as it is', () => {
    expect(item(union, { key: 'p', doNotCall: true }, 'p')).toMatchObject({ value: 'p' });
  });

  const rows: FieldRule = { rule: 'rows', key: 'n', blank: { asWritten: '', here: false } };

  test('a blank row gives way to a filled one, in either order', () => {
    const [blank, filled] = [{ n: 1, asWritten: '', here: false, phone: null, note: '' }, { n: 1, asWritten: 'Luz', here: false }];
    expect(item(rows, filled, blank)).toEqual({ value: filled, ask: null });
    expect(item(rows, blank, filled)).toEqual({ value: filled, ask: null });
    expect(item(rows, filled, { n: 1, here: true }).ask).toHaveLength(2);
  });

  test('a blank row against a removed one is gone; two blank ones ask, since they differ', () => {
    for (const removed of [undefined, null]) expect(item(rows, { n: 1, asWritten: '' }, removed)).toEqual({ value: removed, ask: null });
    expect(item(rows, { n: 1, asWritten: '' }, { n: 1 }).ask).toEqual([{ n: 1 }, { n: 1, asWritten: '' }]);
  });

  test('only rows are ever blank', () => {
    expect(item(rows, 'x', { n: 1, asWritten: 'Luz' }).ask).toHaveLength(2);
    expect(item({ rule: 'union', key: 'n' }, { n: 1, value: '' }, { n: 1, value: 'Luz' }).ask).toHaveLength(2);
  });
});
