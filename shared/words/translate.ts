import i18next, { type TFunction } from 'i18next';
import type { Lang } from '../domain/codes.ts';
import { locales, type Namespace } from './locales/index.ts';

export type { Lang } from '../domain/codes.ts';
export type { Namespace } from './locales/index.ts';

export const LANGUAGES: readonly Lang[] = ['es', 'en'];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof locales)['en'];
  }
}

/** The locale whose numbers and dates a language uses: 1,234.50 and 12 hours in both (domain §6.1). */
export function localeOf(lang: string): 'es-US' | 'en-US' {
  return lang.startsWith('es') ? 'es-US' : 'en-US';
}

/** The one instance of i18next: screens, papers and tests read the same words. Nothing is loaded later. */
export const words = i18next.createInstance();
/** A time ends with a period of its own in Spanish ("10:42 a.m."), and so may the sentence around it: one is enough. */
words.use({ type: 'postProcessor', name: 'onePeriod', process: (text: string) => text.replace(/([ap]\.\s?m\.)\.(?!\.)/g, '$1') });
void words.init({
  lng: 'es',
  fallbackLng: false,
  supportedLngs: [...LANGUAGES],
  resources: locales,
  ns: Object.keys(locales.en),
  defaultNS: 'common',
  initAsync: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false },
  postProcess: ['onePeriod'],
  react: { useSuspense: false },
});
words.services.formatter?.addCached('number', (language) => {
  const format = new Intl.NumberFormat(localeOf(language ?? 'es'));
  return (value: number) => format.format(value);
});

/** The words of one namespace in one language, whatever language the screen shows: for papers and for tests. */
export function translator<N extends Namespace>(lang: Lang, namespace: N): TFunction<N> {
  // i18next widens the namespace's type for null, which a Namespace never is.
  return words.getFixedT(lang, namespace) as unknown as TFunction<N>;
}
