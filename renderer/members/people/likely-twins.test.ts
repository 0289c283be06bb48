import { expect, test } from 'vitest';
import { likelyTwins } from './likely-twins.ts';

const ROSA = { id: 'person:rosa', possibleDuplicates: ['person:rosita'] };

test('the mark counts on both pages', () => {
  expect(likelyTwins(ROSA, [], (id) => id)).toEqual(['person:rosita']);
  expect(likelyTwins({ id: 'person:rosita' }, [ROSA], (id) => id)).toEqual(['person:rosa']);
});

test('"not the same person" counts on both pages, whichever said it', () => {
  expect(likelyTwins({ ...ROSA, notSameAs: ['person:rosita'] }, [], (id) => id)).toEqual([]);
  expect(likelyTwins({ id: 'person:rosita', notSameAs: ['person:rosa'] }, [ROSA], (id) => id)).toEqual([]);
  expect(likelyTwins({ id: 'person:rosita' }, [{ ...ROSA, notSameAs: ['person:rosita'] }], (id) => id)).toEqual([]);
});

test('nobody is their own twin', () => {
  expect(likelyTwins({ id: 'a', possibleDuplicates: ['a'] }, [], (id) => id)).toEqual([]);
});
