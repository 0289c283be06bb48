import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { readySodium } from './sodium.ts';

/** Words on a recovery sheet: 256 bits and a check of 8. */
export const RECOVERY_WORDS = 24;

/** Letters of a word that suffice: no two words of a list begin with the same four (BIP-39). */
const LETTERS = 4;

/** A fresh key of 256 bits and its 24 words in that language (BIP-39), as they are printed. */
export async function newRecoveryWords(language: 'es' | 'en'): Promise<{ readonly key: Uint8Array; readonly words: readonly string[] }> {
  const sodium = await readySodium();
  const key = sodium.randombytes_buf(32);
  const words = entropyToMnemonic(key, language === 'es' ? spanish : english).normalize('NFC');
  return { key, words: words.split(/\s+/) };
}

/**
 * The key that 24 typed words stand for, or null when they are not a sheet's. Case, accents and commas do not matter, the
 * first four letters of a word suffice, and either language is read.
 */
export function readRecoveryWords(typed: string): Uint8Array | null {
  const words = plain(typed).split(/[^a-z]+/).filter(Boolean);
  if (words.length !== RECOVERY_WORDS) return null;
  for (const list of [spanish, english]) {
    const whole = words.map((word) => wholeWord(word, list));
    if (whole.some((word) => word === undefined)) continue;
    try {
      return mnemonicToEntropy(whole.join(' '), list);
    } catch {
      continue;
    }
  }
  return null;
}

/** True when someone typed that word of a sheet, by the same rules. */
export function isWord(typed: string, word: string): boolean {
  const bare = plain(typed).replace(/[^a-z]/g, '');
  const whole = plain(word);
  return bare === whole || (bare.length >= Math.min(LETTERS, whole.length) && whole.startsWith(bare));
}

function wholeWord(typed: string, list: readonly string[]): string | undefined {
  return list.find((word) => plain(word) === typed) ?? list.find((word) => isWord(typed, word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
