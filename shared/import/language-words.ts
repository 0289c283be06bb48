import { searchTokens } from '../names/normalize.ts';

const WORDS_BY_CODE = {
  es: 'es|esp|espanol|spanish|span|sp|spa|castellano|solo espanol|spanish only',
  en: 'en|ing|ingles|english|eng|solo ingles|english only',
  both:
    'both|ambos|los dos|las dos|dos|bilingue|bilingual|either|either one|cualquiera|cualquiera de los dos|es en|en es|esp ing|' +
    'ing esp|eng esp|esp eng|eng sp|sp eng|espanol ingles|ingles espanol|espanol y ingles|espanol e ingles|ingles y espanol|' +
    'english and spanish|spanish and english|english spanish|spanish english',
} as const;

const CODE_BY_WORDS = new Map(
  Object.entries(WORDS_BY_CODE).flatMap(([code, words]) => words.split('|').map((word) => [word, code] as const)),
);

/**
 * The code of `language_pref` that a cell says, in words or codes of either language. Another language gives `other` with
 * what was written; an empty cell gives nothing.
 */
export function languageOf(cell: string): { readonly language?: string; readonly languageOther?: string } {
  const words = searchTokens(cell).join(' ');
  if (words === '') return {};
  const code = CODE_BY_WORDS.get(words);
  return code === undefined ? { language: 'other', languageOther: cell.trim() } : { language: code };
}

/** True when a cell says one of the languages we have a code for. */
export function isLanguageWord(cell: string): boolean {
  return CODE_BY_WORDS.has(searchTokens(cell).join(' '));
}
