import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateInWords, readDate, todayHere } from './date.ts';

/** A Tuesday. */
const today = { y: 2025, m: 3, d: 4 };
const us = { order: 'month-first', today } as const;

describe('dateInWords', () => {
  it('names the weekday and the month in both languages', () => {
    expect(dateInWords(today, 'es')).toBe('mar 4 de marzo de 2025');
    expect(dateInWords(today, 'en')).toBe('Tue, March 4, 2025');
  });

  it('says only what is known', () => {
    expect(dateInWords({ y: 2025, m: 3 }, 'es')).toBe('marzo de 2025');
    expect(dateInWords({ y: 2025, m: 3 }, 'en')).toBe('March 2025');
    expect(dateInWords({ y: 2014, approx: true }, 'es')).toBe('hacia 2014');
    expect(dateInWords({ y: 2014, approx: true }, 'en')).toBe('around 2014');
  });
});

describe('readDate', () => {
  it.each([
    ['3/4', { y: 2025, m: 3, d: 4 }],
    ['3/4/25', { y: 2025, m: 3, d: 4 }],
    ['3-4-1998', { y: 1998, m: 3, d: 4 }],
    ['3.4.98', { y: 1998, m: 3, d: 4 }],
    ['25/12/24', { y: 2024, m: 12, d: 25 }],
    ['2025-03-04', { y: 2025, m: 3, d: 4 }],
    ['4 mar', { y: 2025, m: 3, d: 4 }],
    ['mar 4', { y: 2025, m: 3, d: 4 }],
    ['MAR. 4', { y: 2025, m: 3, d: 4 }],
    ['4 de marzo 2025', { y: 2025, m: 3, d: 4 }],
    ['1º de mayo', { y: 2025, m: 5, d: 1 }],
    ['March 4th, 2025', { y: 2025, m: 3, d: 4 }],
    ['mar 4 de marzo de 2025', { y: 2025, m: 3, d: 4 }],
    ['hoy', today],
    ['Today', today],
    ['ayer', { y: 2025, m: 3, d: 3 }],
    ['mañana', { y: 2025, m: 3, d: 5 }],
    ['pasado mañana', { y: 2025, m: 3, d: 6 }],
    ['lunes', { y: 2025, m: 3, d: 10 }],
    ['Monday', { y: 2025, m: 3, d: 10 }],
    ['martes', today],
    ['el lunes pasado', { y: 2025, m: 3, d: 3 }],
    ['last monday', { y: 2025, m: 3, d: 3 }],
    ['2014', { y: 2014 }],
    ['hacia 2014', { y: 2014, approx: true }],
    ['around March 2014', { y: 2014, m: 3, approx: true }],
    ['c. 2014', { y: 2014, approx: true }],
    ['~2014', { y: 2014, approx: true }],
    ['marzo 2025', { y: 2025, m: 3 }],
    ['3/2025', { y: 2025, m: 3 }],
    ['20 dic', { y: 2024, m: 12, d: 20 }],
    ['29 feb 2024', { y: 2024, m: 2, d: 29 }],
  ])('reads %s', (typed, date) => {
    expect(readDate(typed, us)).toEqual(date);
  });

  it('puts the day first where the office does', () => {
    expect(readDate('3/4/25', { order: 'day-first', today })).toEqual({ y: 2025, m: 4, d: 3 });
  });

  it.each(['', 'otra cosa', '31/31', '2/30/2025', '29 feb 2025', '4 mar 5 6 7', 'María', '99999', 'c'])('refuses %j', (typed) => {
    expect(readDate(typed, us)).toBeNull();
  });

  it('reads back whatever it writes, in both languages', () => {
    const anyDay = fc.date({ min: new Date(1900, 0, 1), max: new Date(2199, 11, 31), noInvalidDate: true }).map(todayHere);
    const known = fc.constantFrom('day', 'month', 'year');
    fc.assert(
      fc.property(anyDay, known, fc.boolean(), fc.constantFrom('es', 'en'), (full, what, approx, language) => {
        const date = { y: full.y, ...(what !== 'year' && { m: full.m }), ...(what === 'day' && { d: full.d }), ...(approx && { approx }) };
        expect(readDate(dateInWords(date, language), us)).toEqual(date);
      }),
    );
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => readDate(text, us) === null || readDate(text, us)?.y !== undefined));
  });
});

describe('compareDates', () => {
  it('sorts the less known before the days it may mean', () => {
    const dates = [{ y: 2025, m: 3, d: 4 }, { y: 2025 }, { y: 2025, m: 3 }, { y: 2024, m: 12, d: 31 }];
    expect(dates.sort(compareDates)).toEqual([{ y: 2024, m: 12, d: 31 }, { y: 2025 }, { y: 2025, m: 3 }, { y: 2025, m: 3, d: 4 }]);
  });
});
