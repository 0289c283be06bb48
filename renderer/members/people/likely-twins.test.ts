import { expect, test } from 'vitest';
import { likelyTwins } from './likely-twins.ts';

const ROSA = { id: 'person:rosa', possibleDuplicates: ['person:rosita'] };

test('the mark counts on both pages', () => {
  expect(likelyTwins(ROSA, [])).toEqual(['person:rosita']);
  expect(likelyTwins({ id: 'person:rosita' }, [ROSA])).toEqual(['person:rosa']);
});

test('"not the same person" counts on both pages, whichever said it', () => {
  expect(likelyTwins({ ...ROSA, notSameAs: ['person:rosita'] }, [])).toEqual([]);
  expect(likelyTwins({ id: 'person:rosita', notSameAs: ['person:rosa'] }, [ROSA])).toEqual([]);
  expect(likelyTwins({ id: 'person:rosita' }, [{ ...ROSA, notSameAs: ['person:rosita'] }])).toEqual([]);
});

test('nobody is their own twin', () => {
  expect(likelyTwins({ id: 'a', possibleDuplicates: ['a'] }, [])).toEqual([]);
});
