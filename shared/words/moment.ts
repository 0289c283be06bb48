import type { Lang } from '../domain/codes.ts';
import { dateInWords, timeInWords, todayHere } from './date.ts';

/** The time of day here at a moment, "10:42 a.m." (domain §6.7). */
export function clockTime(moment: Date): string {
  return timeInWords(`${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`);
}

/** The day here at a moment, "Tue, March 4, 2025" (domain §6.7). */
export function dayInWords(moment: Date, language: Lang): string {
  return dateInWords(todayHere(moment), language);
}

/** Day and time here at a moment, "Tue, March 4, 2025, 10:42 a.m." */
export function dayAndTime(moment: Date, language: Lang): string {
  return `${dayInWords(moment, language)}, ${clockTime(moment)}`;
}
