import type { Lang } from '../domain/codes.ts';
import type { Bilingual } from '../domain/record.ts';

/** A text in a language, or in the other one where it was written only there; empty when it was written in neither (domain §2.0). */
export function inLanguage(text: Bilingual, lang: Lang): string {
  return text[lang].trim() || text[lang === 'es' ? 'en' : 'es'].trim();
}
