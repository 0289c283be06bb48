import { useCallback } from 'react';
import { dateInWords, timeInWords } from '../../shared/words/date.ts';
import { useLanguage, useWords } from '../app/language.tsx';

/** A moment as people say it: "today, 10:42 a.m.", else "Tue, March 4, 2025, 10:42 a.m." (domain §6.7). `iso` is a UTC time. */
export function useMoment(): (iso: string | undefined) => string {
  const t = useWords('history');
  const { lang } = useLanguage();
  return useCallback(
    (iso) => {
      const moment = new Date(iso ?? '');
      if (Number.isNaN(moment.getTime())) return t('when.unknown');
      const time = timeInWords(`${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`);
      if (moment.toDateString() === new Date().toDateString()) return t('when.today', { time });
      return t('when.day', { date: dateInWords({ y: moment.getFullYear(), m: moment.getMonth() + 1, d: moment.getDate() }, lang), time });
    },
    [t, lang],
  );
}
