import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTime, timeInWords } from './time.ts';

it.each([
  ['7pm', '19:00'],
  ['7:30 p.m.', '19:30'],
  ['19:00', '19:00'],
  ['1900', '19:00'],
  ['10 am', '10:00'],
  ['12 a.m.', '00:00'],
  ['12 pm', '12:00'],
  ['7', '19:00'],
  ['6:30', '18:30'],
  ['07:00', '07:00'],
  ['9', '09:00'],
  ['a las 7 de la noche', '19:00'],
  ['10 de la mañana', '10:00'],
  ['mediodía', '12:00'],
  ['Noon', '12:00'],
])('reads %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

it.each(['', 'tarde', '25:00', '7:75', '13 pm', '0 am', '7 8 9'])('refuses %j', (typed) => {
  expect(readTime(typed)).toBeNull();
});

it('reads back every minute of the day as it writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      expect(readTime(timeInWords(time))).toBe(time);
    }),
  );
});

it('shows a 12-hour clock', () => {
  expect(timeInWords('00:05')).toBe('12:05 a.m.');
  expect(timeInWords('19:00')).toBe('7:00 p.m.');
  expect(timeInWords('at dusk')).toBe('at dusk');
});
