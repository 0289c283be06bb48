import type { Lang } from '../domain/codes.ts';

/** Names of months as they stand in a date; Spanish ones are not capitalized (domain §6.7). */
export const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Short names of days, Sunday first. */
export const SHORT_DAYS: Readonly<Record<Lang, readonly string[]>> = {
  es: 'dom lun mar mié jue vie sáb'.split(' '),
  en: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
};

const LONG_DAYS: Readonly<Record<Lang, readonly string[]>> = {
  es: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};

/** Lower case without accents and points. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f.]/g, '').toLowerCase().trim();
}

const MONTH_BEGINNINGS = new Map<string, number>([['setiembre', 9], ['set', 9], ['sept', 9]]);
const DAY_BEGINNINGS = new Map<string, number>([['tues', 2], ['thur', 4], ['thurs', 4], ['miercs', 3]]);
for (const language of ['es', 'en'] as const) {
  MONTHS[language].forEach((name, index) => {
    MONTH_BEGINNINGS.set(plain(name), index + 1);
    MONTH_BEGINNINGS.set(plain(name).slice(0, 3), index + 1);
  });
  LONG_DAYS[language].forEach((name, index) => {
    DAY_BEGINNINGS.set(plain(name), index);
    DAY_BEGINNINGS.set(plain(name).slice(0, 3), index);
  });
}

/** 1–12 for a month's name or its first three letters in either language; null otherwise. */
export function monthOf(word: string): number | null {
  return MONTH_BEGINNINGS.get(plain(word)) ?? null;
}

/** 0–6, Sunday first, for a day's name or its first three letters in either language; null otherwise. */
export function weekdayOf(word: string): number | null {
  return DAY_BEGINNINGS.get(plain(word)) ?? null;
}
