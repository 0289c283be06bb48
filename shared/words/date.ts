import { addDays, utcDay } from '../domain/calendar.ts';
import type { Lang } from '../domain/codes.ts';
import type { PartialDate } from '../domain/record.ts';
import { MONTHS, monthOf, plain, SHORT_DAYS, weekdayOf } from './calendar-words.ts';

export { compareDates } from '../domain/calendar.ts';
export { readTime, timeInWords } from './time.ts';

/** Which of two bare numbers is the month; a setting, the US order being the default (domain §6.7). */
export type DateOrder = 'month-first' | 'day-first';

/** How a typed date is read: the order of bare numbers, and which day "today" is. */
export interface DateReading {
  readonly order: DateOrder;
  readonly today: PartialDate;
}

/** The PC's day today as a full date. */
export function todayHere(now: Date = new Date()): PartialDate {
  return { y: now.getFullYear(), m: now.getMonth() + 1, d: now.getDate() };
}

/** The name of a month, 1 to 12; empty for any other number. */
export function monthName(month: number, language: Lang): string {
  return MONTHS[language][month - 1] ?? '';
}

/** The weekday of a full date, 0 for Sunday; null when the day or the month is not known. */
function weekday(date: PartialDate): number | null {
  if (date.m === undefined || date.d === undefined) return null;
  return utcDay(date.y, date.m, date.d).getUTCDay();
}

/**
 * A date in words: "mar 4 de marzo de 2025", "Tue, March 4, 2025", "marzo de 2025", "2014"; an uncertain one begins with
 * "hacia" or "around" (domain §6.7). Never figures only, which two countries would read differently.
 */
export function dateInWords(date: PartialDate, language: Lang): string {
  const spanish = language === 'es';
  const month = date.m === undefined ? '' : (MONTHS[language][date.m - 1] ?? '');
  const about = date.approx ? (spanish ? 'hacia ' : 'around ') : '';
  if (month === '') return `${about}${date.y}`;
  const day = weekday(date);
  if (day === null) return about + (spanish ? `${month} de ${date.y}` : `${month} ${date.y}`);
  if (about !== '') return about + (spanish ? `el ${date.d} de ${month} de ${date.y}` : `${month} ${date.d}, ${date.y}`);
  const name = SHORT_DAYS[language][day] ?? '';
  return spanish ? `${name} ${date.d} de ${month} de ${date.y}` : `${name}, ${month} ${date.d}, ${date.y}`;
}

/** A date that exists in the calendar, else null; the year of it may be anything from 1900 to 2199. */
function real(y: number, m?: number, d?: number): PartialDate | null {
  if (y < 1900 || y > 2199) return null;
  if (m === undefined) return { y };
  if (m < 1 || m > 12) return null;
  if (d === undefined) return { y, m };
  return d >= 1 && utcDay(y, m, d).getUTCMonth() === m - 1 ? { y, m, d } : null;
}

const DAYS_AWAY: Readonly<Record<string, number>> = {
  hoy: 0, today: 0, ayer: -1, yesterday: -1, manana: 1, tomorrow: 1, anteayer: -2, antier: -2, 'pasado manana': 2,
};

/** Two figures mean this century unless that lies more than ten years ahead. */
function fullYear(written: string, today: PartialDate): number {
  const figures = Number(written);
  if (written.length > 2) return figures;
  const year = Math.floor(today.y / 100) * 100 + figures;
  return year > today.y + 10 ? year - 100 : year;
}

/** The day of that name: this week's coming one, today included; with "pasado" or "last" the one before today. */
function namedDay(text: string, today: PartialDate): PartialDate | null {
  const last = /^(?:el )?(?:last )?(\S+?)( pasado)?$/.exec(text);
  const wanted = weekdayOf(last?.[1] ?? '');
  if (wanted === null) return null;
  const ahead = (wanted - (weekday(today) ?? 0) + 7) % 7;
  const gone = text.startsWith('last ') || last?.[2] !== undefined;
  return addDays(today, gone ? ahead - 7 : ahead);
}

/** The year of a day written without one: the one that brings it nearest to today. */
function nearest(m: number, d: number, today: PartialDate): PartialDate | null {
  const here = utcDay(today.y, today.m ?? 1, today.d ?? 1).getTime();
  const days = [today.y - 1, today.y, today.y + 1].map((y) => real(y, m, d)).filter((day) => day !== null);
  const away = (day: PartialDate): number => Math.abs(utcDay(day.y, m, d).getTime() - here);
  return days.sort((one, other) => away(one) - away(other))[0] ?? null;
}

function fromFigures(text: string, { order, today }: DateReading): PartialDate | null {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  if (/^\d{4}$/.test(text)) return real(Number(text));
  const monthAndYear = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (monthAndYear) return real(Number(monthAndYear[2]), Number(monthAndYear[1]));
  const bare = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text);
  if (!bare) return null;
  const [first, second] = [Number(bare[1]), Number(bare[2])];
  // 25/12 can only be one thing, whatever the setting.
  const dayFirst = order === 'day-first' ? second <= 12 : first > 12;
  const [m, d] = dayFirst ? [second, first] : [first, second];
  return bare[3] === undefined ? nearest(m, d, today) : real(fullYear(bare[3], today), m, d);
}

function fromWords(text: string, today: PartialDate): PartialDate | null {
  const words = text.split(/[\s,/-]+/).filter((word) => !['de', 'del', 'el', 'of', 'the', 'la', ''].includes(word));
  // "mar 4 de marzo": a day's name goes before another month's name or is no month at all.
  const months = words.filter((word) => monthOf(word) !== null);
  const first = words[0] ?? '';
  if (weekdayOf(first) !== null && (monthOf(first) === null || months.length > 1)) words.shift();
  const month = monthOf(words.find((word) => monthOf(word) !== null) ?? '');
  const figures = words.filter((word) => monthOf(word) === null).map((word) => word.replace(/^(\d+)(st|nd|rd|th|o|ro|º)$/, '$1'));
  if (month === null || figures.length > 2 || figures.some((figure) => !/^\d{1,4}$/.test(figure))) return null;
  const [one, two] = figures;
  if (one === undefined) return nearestMonth(month, today);
  if (two !== undefined) return one.length > 2 ? null : real(fullYear(two, today), month, Number(one));
  return one.length > 2 ? real(Number(one), month) : nearest(month, Number(one), today);
}

function nearestMonth(m: number, today: PartialDate): PartialDate | null {
  const day = nearest(m, 15, today);
  return day && { y: day.y, m };
}

/**
 * Reads a date as typed, in either language: 3/4, 3/4/25, 4 mar, mar 4, 4 de marzo 2025, hoy, yesterday, lunes, March 2025,
 * 2014, hacia 2014; also everything that {@link dateInWords} writes. Without a year the nearest one is meant; a weekday
 * is the coming one. Null when it is no date or no day of the calendar (domain §6.7).
 */
export function readDate(text: string, reading: DateReading): PartialDate | null {
  const written = plain(text.replace(/(\d)\.(?=\d)/g, '$1/')).replace(/\s+/g, ' ');
  const about = /^(?:hacia|around|about|circa|ca?|como en|como|approx|aprox|~)\s*(?:el |en |in )?(.+)$/.exec(written);
  if (about && !/^[a-z]/.test(written.slice(written.length - (about[1]?.length ?? 0) - 1))) {
    const date = readDate(about[1] ?? '', reading);
    return date && { ...date, approx: true };
  }
  const away = DAYS_AWAY[written];
  if (away !== undefined) return addDays(reading.today, away);
  return fromFigures(written, reading) ?? namedDay(written, reading.today) ?? fromWords(written, reading.today);
}
