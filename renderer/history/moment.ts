import { useCallback } from 'react';
import { clockTime, dayAndTime } from '../../shared/words/moment.ts';
import { useLanguage, useWords } from '../app/language.tsx';

/** A moment as people say it: "today, 10:42 a.m.", else "Tue, March 4, 2025, 10:42 a.m." (domain §6.7). `iso` is a UTC time. */
export function useMoment(): (iso: string | undefined) => string {
  const t = useWords('history');
  const { lang } = useLanguage();
  return useCallback(
    (iso) => {
      const moment = new Date(iso ?? '');
      if (Number.isNaN(moment.getTime())) return t('when.unknown');
      return moment.toDateString() === new Date().toDateString() ? t('when.today', { time: clockTime(moment) }) : dayAndTime(moment, lang);
    },
    [t, lang],
  );
}
