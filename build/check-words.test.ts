import { expect, test } from 'vitest';
import { compareLanguages } from './check-words.ts';

test('equal keys and placeholders are no problem', () => {
  const en = { a: { b_one: '{{count, number}} person', b_other: '{{count, number}} people' } };
  const es = { a: { b_one: '{{count, number}} persona', b_other: '{{count, number}} personas' } };
  expect(compareLanguages('x', en, es)).toEqual([]);
});

test('a missing, an empty and a differently filled text are found', () => {
  expect(compareLanguages('x', { a: 'A', b: 'B' }, { a: 'A' })).toEqual(['x:b has no Spanish text']);
  expect(compareLanguages('x', { a: 'A' }, { a: 'A', b: { c: 'C' } })).toEqual(['x:b.c has no English text']);
  expect(compareLanguages('x', { a: 'A' }, { a: ' ' })).toEqual(['x:a is empty']);
  expect(compareLanguages('x', { a: '{{name}}' }, { a: '{{nombre}}' })).toEqual(['x:a has other placeholders in Spanish']);
});
