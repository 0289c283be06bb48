import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWord, newRecoveryWords, readRecoveryWords, RECOVERY_WORDS } from './recovery-words.ts';

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('the words of a recovery sheet', () => {
  test('come back as the same key, however they are typed', async () => {
    for (const language of ['es', 'en'] as const) {
      const { key, words } = await newRecoveryWords(language);
      expect(words).toHaveLength(RECOVERY_WORDS);
      const ways = [
        words.join(' '),
        words.join(', ').toUpperCase(),
        words.map((word, at) => `${String(at + 1)}. ${word}`).join('\n'),
        words.map(bare).join('  '),
        words.map((word) => bare(word).slice(0, 4)).join(' '),
        words.join(' ').normalize('NFD'),
      ];
      for (const typed of ways) expect(readRecoveryWords(typed), typed).toEqual(key);
    }
  });

  test('four letters without accents tell every word of a list apart', () => {
    for (const list of [english, spanish]) expect(new Set(list.map((word) => bare(word).slice(0, 4))).size).toBe(list.length);
  });

  test('with a word wrong, missing or exchanged they are nobody’s', async () => {
    const { words } = await newRecoveryWords('es');
    expect(readRecoveryWords(words.slice(1).join(' '))).toBeNull();
    expect(readRecoveryWords([...words.slice(0, 23), 'wxyz99'].join(' '))).toBeNull();
    expect(readRecoveryWords('')).toBeNull();
    expect(readRecoveryWords([...words.slice(0, 23), 'zzzz'].join(' '))).toBeNull();
  });

  test('one exchanged pair of words is noticed by the check, 255 times of 256', async () => {
    let noticed = 0;
    for (let run = 0; run < 40; run += 1) {
      const { words } = await newRecoveryWords('en');
      const [first = '', second = '', ...rest] = words;
      if (first === second || readRecoveryWords([second, first, ...rest].join(' ')) === null) noticed += 1;
    }
    expect(noticed).toBeGreaterThan(36);
  });

  test('whatever is typed is either a key of 32 bytes or nothing, never an error', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...english), fc.string()), { maxLength: 30 }), (typed) => {
      const key = readRecoveryWords(typed.join(' '));
      expect(key === null || key.length === 32).toBe(true);
    }));
  });

  test('a word is known by its first four letters, not by fewer or by others', () => {
    expect(isWord('ÁBAC', 'ábaco')).toBe(true);
    expect(isWord(' abaco ', 'ábaco')).toBe(true);
    expect(isWord('aba', 'ábaco')).toBe(false);
    expect(isWord('abax', 'ábaco')).toBe(false);
    expect(isWord('abacos', 'ábaco')).toBe(false);
    expect(isWord('', 'ábaco')).toBe(false);
    expect(isWord('act', 'act')).toBe(true);
  });
});
