import { useCallback } from 'react';
import { clockTime, dayAndTime, dayInWords } from '../../shared/words/moment.ts';
import { useLanguage } from '../app/language.tsx';

/**
 * A moment as people say it: the time when it was today, else day and time. `iso` is a UTC time. 'short' leaves out the
 * time of another day.
 */
export function useWhen(length: 'full' | 'short' = 'full'): (iso: string) => string {
  const { lang } = useLanguage();
  return useCallback(
    (iso) => {
      const moment = new Date(iso);
      if (moment.toDateString() === new Date().toDateString()) return clockTime(moment);
      return length === 'short' ? dayInWords(moment, lang) : dayAndTime(moment, lang);
    },
    [lang, length],
  );
}
