import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, generation, isTitle, nameTokens, searchTokens } from './normalize.ts';

describe('nameTokens', () => {
  it.each([
    ['Ma. Gpe. Hdez.', ['maria', 'guadalupe', 'hernandez']],
    ['Mª del Carmen Núñez', ['maria', 'carmen', 'nunez']],
    ['Sra. Ana de la Cruz', ['ana', 'cruz']],
    ['Pbro. Fco. Glz', ['francisco', 'gonzalez']],
    ['Smith-Pérez', ['smith', 'perez']],
    ["Denise O'Neill", ['denise', 'oneill']],
    ['Roberto Chávez Jr.', ['roberto', 'chavez']],
    ['J. Mtz', ['j', 'martinez']],
    ['de la', ['de', 'la']],
  ])('makes words of %s', (name, tokens) => {
    expect(nameTokens(name)).toEqual(tokens);
  });

  it('leaves nobody with a letter or digit without a word, and folds for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameTokens(name).length > 0).toBe(searchTokens(name).length > 0);
        expect(fold(fold(name))).toBe(fold(name));
      }),
    );
  });
});

it('knows titles and generations as people write them', () => {
  expect(['Padre', 'Sra.', 'HNO.', 'Pastora', 'Dr'].every(isTitle)).toBe(true);
  expect(isTitle('Rosa')).toBe(false);
  expect([generation('Jr.'), generation('hijo'), generation('II'), generation('Rosa')]).toEqual(['junior', 'junior', 'junior', null]);
});
