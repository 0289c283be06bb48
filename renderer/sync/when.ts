import { useLanguage } from '../app/language.tsx';
import { localeOf } from '../../shared/words/translate.ts';

/** A moment as people say it: the time when it was today, else day and time. `iso` is a UTC time. */
export function useWhen(): (iso: string) => string {
  const { lang } = useLanguage();
  return (iso) => {
    const moment = new Date(iso);
    const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
    const isToday = moment.toDateString() === new Date().toDateString();
    const style: Intl.DateTimeFormatOptions = isToday ? time : { ...time, weekday: 'short', day: 'numeric', month: 'short' };
    return new Intl.DateTimeFormat(localeOf(lang), style).format(moment);
  };
}
