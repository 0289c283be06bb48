import { isJoiningWord } from './normalize.ts';

function capitalized(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’(“"«])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_all, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^(Ii|Iii|Iv)$/, (numeral) => numeral.toUpperCase());
}

/**
 * A name written all in capitals or all without them, in ordinary ones: "ROSA DE LA CRUZ" → "Rosa de la Cruz",
 * "o'neill-mckoy" → "O'Neill-Mckoy". Any other name comes back as it is. Used for suggestions only; what was written stays.
 */
export function inNameCase(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || (letters !== letters.toUpperCase() && letters !== letters.toLowerCase())) return name;
  return name
    .split(/(\s+|,)/)
    .map((word) => (isJoiningWord(word) ? word.toLowerCase() : capitalized(word)))
    .join('');
}
