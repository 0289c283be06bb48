import { expect, test } from 'vitest';
import { rowBeginningWith } from './use-list-keys.ts';

const ROWS = ['Aguilar, Ana', 'Álvarez, Beto', 'Cruz, Eva', 'Cruz, Luis', 'Ñáñez, Sol'];

test('letters jump to the next row with them, accents aside, and around the end', () => {
  expect(rowBeginningWith(ROWS, 'c', 0)).toBe(2);
  expect(rowBeginningWith(ROWS, 'c', 2)).toBe(3);
  expect(rowBeginningWith(ROWS, 'c', 3)).toBe(2);
  expect(rowBeginningWith(ROWS, 'al', 4)).toBe(1);
  expect(rowBeginningWith(ROWS, 'n', 0)).toBe(4);
  expect(rowBeginningWith(ROWS, 'z', 0)).toBeNull();
});

test('a word that goes on stays on its row; one letter again goes to the next', () => {
  expect(rowBeginningWith(ROWS, 'cr', 2)).toBe(2);
  expect(rowBeginningWith(ROWS, 'cruz, l', 2)).toBe(3);
  expect(rowBeginningWith(ROWS, 'cc', 2)).toBe(3);
});
