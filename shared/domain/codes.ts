import lists from './codelists.json' with { type: 'json' };

/** The two languages of the app; neither comes first (design §8). */
export type Lang = 'es' | 'en';

/** Name of a value list of domain §2.23, such as `meeting_type`. */
export type CodeList = keyof typeof lists;

/** One value of a list: the code that records keep, and its words. */
export interface Code {
  readonly code: string;
  readonly es: string;
  readonly en: string;
  readonly note?: string;
}

/** The values of a list in the order in which people choose them (domain §2.23). */
export function codesOf(list: CodeList): readonly Code[] {
  return lists[list].values;
}

/**
 * The words for a code. A code this version does not know (written by a newer Convoca) is shown as it is,
 * so that nothing disappears from the screen; no code gives an empty text.
 */
export function codeLabel(list: CodeList, code: string | undefined, lang: Lang): string {
  if (code === undefined || code === '') return '';
  return codesOf(list).find((value) => value.code === code)?.[lang] ?? code;
}

/** The name of a list itself, as the label of its field. */
export function listLabel(list: CodeList, lang: Lang): string {
  return lists[list][lang];
}
