/** How good a passphrase is, in the steps that people are told. */
export type PassphraseStrength = 'empty' | 'short' | 'good' | 'strong';

const ENOUGH_CHARACTERS = 12;
const ENOUGH_WORDS = 4;
/** Fewer different characters are one key held down. */
const DIFFERENT = 5;

/** Four words or more, or 12 characters or more; held-down keys do not count. Six words or 20 characters are strong. */
export function passphraseStrength(text: string): PassphraseStrength {
  const typed = text.trim();
  if (typed === '') return 'empty';
  const words = new Set(typed.toLowerCase().split(/\s+/).filter((word) => word.length >= 3)).size;
  const varied = new Set(typed.toLowerCase()).size >= DIFFERENT;
  if (!varied || (typed.length < ENOUGH_CHARACTERS && words < ENOUGH_WORDS)) return 'short';
  return words > ENOUGH_WORDS + 1 || typed.length >= 20 ? 'strong' : 'good';
}

/** True when a passphrase may lock a chapter. */
export function isGoodEnough(text: string): boolean {
  const strength = passphraseStrength(text);
  return strength === 'good' || strength === 'strong';
}
