import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyInWords, readMoney } from './money.ts';

test.each([
  ['1200', 120_000],
  ['1,200', 120_000],
  ['1.200', 120_000],
  ['1 200', 120_000],
  ['$1,200.50', 120_050],
  ['$ 1.200,50', 120_050],
  ['US$1,200', 120_000],
  ['1200 USD', 120_000],
  ['1,200 dólares', 120_000],
  ['50 dollars', 5_000],
  ['12.5', 1_250],
  ['12,50', 1_250],
  ['1,234,567.89', 123_456_789],
  ['.75', 75],
  ['40.', 4_000],
  ['0', 0],
])('“%s” is read as %i cents', (text, cents) => {
  expect(readMoney(text)).toBe(cents);
});

test.each(['', '$', '-5', 'mil', '1,2,3', '1,200,50', '12,3456', '1234,567', '1,200.505', '999999999999', '5 or 6', '12.5%'])('“%s” is no amount', (text) => {
  expect(readMoney(text)).toBeNull();
});

test('money is written alike in both languages', () => {
  expect([moneyInWords(120_050, 'en'), moneyInWords(120_050, 'es'), moneyInWords(0, 'es')]).toEqual(['$1,200.50', '$1,200.50', '$0.00']);
});

test('what is written is read again to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), fc.constantFrom('en' as const, 'es' as const), (cents, lang) => {
      expect(readMoney(moneyInWords(cents, lang))).toBe(cents);
    }),
  );
});
