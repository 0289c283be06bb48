import { useCallback } from 'react';
import { useLanguage } from '../app/language.tsx';
import { localeOf } from '../../shared/words/translate.ts';

const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };

/**
 * A moment as people say it: the time when it was today, else day and time, with the year when it was another. `iso` is
 * a UTC time. 'short' leaves out the time of another day.
 */
export function useWhen(length: 'full' | 'short' = 'full'): (iso: string) => string {
  const { lang } = useLanguage();
  return useCallback(
    (iso) => {
      const moment = new Date(iso);
      const now = new Date();
      const format = (style: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(localeOf(lang), style).format(moment);
      if (moment.toDateString() === now.toDateString()) return format(TIME);
      const day = moment.getFullYear() === now.getFullYear() ? DAY : { ...DAY, year: 'numeric' as const };
      return format(length === 'short' ? day : { ...day, ...TIME });
    },
    [lang, length],
  );
}
