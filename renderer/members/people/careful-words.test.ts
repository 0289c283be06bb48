import { expect, test } from 'vitest';
import { isRisky, withoutRisky } from './careful-words.ts';

test.each(['She is undocumented', 'vino sin papeles', 'es indocumentad@', 'Tiene DACA.', 'pidió TPS', 'ICE came', 'miedo de la migra', 'A-number', 'A 123456789', '123-45-6789', '123456789', 'la deportaron'])(
  'stops at “%s” in either language (domain §5.2)',
  (note) => expect(isRisky(note)).toBe(true),
);

test.each(['canta en el coro', 'likes ice cream', 'office visit on Monday', '919 555 0123', 'Vive cerca de la visión'])('lets “%s” pass', (note) => expect(isRisky(note)).toBe(false));

test('takes away only the sentences that hold such words', () => {
  expect(withoutRisky('Canta en el coro. Es indocumentada. Maneja.')).toBe('Canta en el coro. Maneja.');
  expect(withoutRisky('Coro\nsin papeles')).toBe('Coro');
  expect(withoutRisky('undocumented')).toBe('');
});
