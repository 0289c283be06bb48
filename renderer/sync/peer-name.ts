import { LANGUAGES, translator } from '../../shared/words/translate.ts';
import { useWords } from '../app/language.tsx';

/** "Headquarters" in every language: what stands in the field when nobody wrote another name. */
const UNNAMED: ReadonlySet<string> = new Set(LANGUAGES.map((lang) => translator(lang, 'sync')('connection.labelDefault')));

/** How to call the peer here: the name that people gave it, or "headquarters" in the language of who looks. */
export function usePeerName(): (label: string | null) => string {
  const t = useWords('sync');
  return (label) => (label === null || UNNAMED.has(label) ? t('connection.labelDefault') : label);
}
