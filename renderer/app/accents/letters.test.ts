import { expect, test } from 'vitest';
import { ACCENTED, composed } from './letters.ts';

test('a sign and a letter make one, small or capital', () => {
  expect(["'a", "'e", "'i", "'o", "'u", '~n', ':u'].map(([sign = '', key = '']) => composed(sign, key)).join('')).toBe('áéíóúñü');
  expect(["'A", "'E", "'I", "'O", "'U", '~N', ':U'].map(([sign = '', key = '']) => composed(sign, key)).join('')).toBe('ÁÉÍÓÚÑÜ');
});

test('an apostrophe before a consonant, a colon before a space, and keys that are no letters stay as they are', () => {
  for (const [sign, key] of [["'", 'N'], ["'", 'n'], [':', ' '], [':', 'a'], ['~', 'a'], ["'", 'Enter'], ['a', 'e'], ['', 'a']] as const) expect(composed(sign, key)).toBeNull();
});

test('the row has every letter once', () => {
  expect(ACCENTED.join('')).toBe('áéíóúüñ¿¡');
});
