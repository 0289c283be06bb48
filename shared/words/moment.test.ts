import { expect, it } from 'vitest';
import { clockTime, dayAndTime, dayInWords } from './moment.ts';

it('says a moment in both languages by this computer’s clock', () => {
  const moment = new Date(2025, 2, 4, 22, 5);
  expect(clockTime(moment)).toBe('10:05 p.m.');
  expect(clockTime(new Date(2025, 2, 4, 0, 0))).toBe('12:00 a.m.');
  expect(dayInWords(moment, 'en')).toBe('Tue, March 4, 2025');
  expect(dayAndTime(moment, 'es')).toBe('mar 4 de marzo de 2025, 10:05 p.m.');
});
