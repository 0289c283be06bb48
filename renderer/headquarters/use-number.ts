import { localeOf } from '../../shared/words/translate.ts';
import { useLanguage } from '../app/language.tsx';

/** A number as the screen's language writes it: 1,234 in both. */
export function useNumber(): (value: number) => string {
  const { lang } = useLanguage();
  return (value) => new Intl.NumberFormat(localeOf(lang)).format(value);
}
