import type { TFunction } from 'i18next';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { setI18n, useTranslation } from 'react-i18next';
import { LANGUAGES, localeOf, words, type Lang, type Namespace } from '../../shared/words/translate.ts';
import { useHost } from './host.tsx';

setI18n(words);

/** Name under which this PC keeps its language. */
const KEPT_AS = 'language';

interface LanguageChoice {
  readonly lang: Lang;
  /** Switches every text at once and remembers it on this PC; nothing that is typed is lost (domain §6.1). */
  readonly setLang: (lang: Lang) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

function isLang(text: string | null): text is Lang {
  return text !== null && (LANGUAGES as readonly string[]).includes(text);
}

/** The language kept on this PC, else the browser's, else Spanish. */
export async function keptLanguage(keep: { read(name: string): Promise<string | null> }, preferred: string): Promise<Lang> {
  const kept = await keep.read(KEPT_AS).catch(() => null);
  if (isLang(kept)) return kept;
  return preferred.toLowerCase().startsWith('en') ? 'en' : 'es';
}

/** Holds the language; `first` is what {@link keptLanguage} found before the first paint. */
export function LanguageProvider({ first, children }: { first: Lang; children: ReactNode }) {
  const host = useHost();
  const [lang, show] = useState<Lang>(() => {
    void words.changeLanguage(first);
    return first;
  });
  useEffect(() => {
    document.documentElement.lang = localeOf(lang);
  }, [lang]);
  const setLang = useCallback(
    (next: Lang) => {
      void words.changeLanguage(next);
      show(next);
      // A PC that cannot write keeps working in the language chosen; it only asks again next time.
      host.keep.write(KEPT_AS, next).catch(() => undefined);
    },
    [host],
  );
  const choice = useMemo(() => ({ lang, setLang }), [lang, setLang]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The language of the screen and the way to change it. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('useLanguage outside of LanguageProvider');
  return choice;
}

/**
 * The words of a namespace (or several: keys of the others are written `common:save`) in the screen's language.
 * Follows the language switch.
 */
export function useWords<const N extends Namespace | readonly [Namespace, ...Namespace[]]>(namespace: N): TFunction<N> {
  const { t } = useTranslation(namespace);
  return t as unknown as TFunction<N>;
}
