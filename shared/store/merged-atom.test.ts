import { expect, test } from 'vitest';
import { mergedAtom } from './merged-atom.ts';
import type { Variant } from './variants.ts';

const one = (device: string, value: unknown): Variant => ({ dot: [device, 1], value });
const asking = { value: 'x', ask: ['x', 'y'] };

test('values that differ stay with their changes until somebody decides', () => {
  expect(mergedAtom('name', [one('a', 'x'), one('b', undefined)], asking)).toEqual({ atom: 'name', there: true, dots: [['a', 1], ['b', 1]], values: ['x', null] });
  const twice = [one('a', 'x'), one('a', 'y')];
  expect(mergedAtom('name', twice, asking)).toMatchObject({ dots: [['a', 1], ['a', 1]], values: ['x', 'y'] });
});

test('equal values, and those of which the rule keeps one for good, are not in question; each change stands once', () => {
  expect(mergedAtom('name', [one('a', 'x'), one('b', 'x')], { value: 'x', ask: null })).toEqual({ atom: 'name', there: true, dots: [['a', 1], ['b', 1]] });
  expect(mergedAtom('at', [one('a', 'x'), one('a', 'y')], { value: 'y', ask: null, final: true })).toEqual({ atom: 'at', there: true, dots: [['a', 1]] });
});

test('nothing there is nothing, said in either way', () => {
  for (const value of [undefined, null]) expect(mergedAtom('name', [one('a', value)], { value, ask: null }).there).toBe(false);
});
