import { expect, test } from 'vitest';
import { passphraseStrength } from './passphrase.ts';

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['durham', 'short'],
  ['aaaaaaaaaaaaaaaa', 'short'],
  ['a b c d e', 'short'],
  ['sol mar sol mar', 'good'],
  ['sol mar pan luz', 'good'],
  ['x7!kQ29mv#pL', 'good'],
  ['mesa taza libro lápiz vela flor', 'strong'],
] as const)('%j is %s', (text, strength) => expect(passphraseStrength(text)).toBe(strength));
