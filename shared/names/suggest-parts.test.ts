import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameTokens, searchTokens } from './normalize.ts';
import { suffixAsWritten, suggestNameParts, surnamesIn } from './suggest-parts.ts';

describe('suggestNameParts', () => {
  it.each([
    ['Hernández Ríos, María Guadalupe (Lupita)', { given: 'María Guadalupe', family1: 'Hernández', family2: 'Ríos', called: 'Lupita' }],
    ['Carmen "Menchi" Aguilar Ríos', { given: 'Carmen', family1: 'Aguilar', family2: 'Ríos', called: 'Menchi' }],
    ['Ana Lucía Del Valle', { given: 'Ana Lucía', family1: 'Del Valle' }],
    ['Denise De la Cruz Gómez', { given: 'Denise', family1: 'De la Cruz', family2: 'Gómez' }],
    ['José Ortega y Gasset', { given: 'José', family1: 'Ortega y Gasset' }],
    ['Teresa Smith-Pérez González', { given: 'Teresa', family1: 'Smith-Pérez', family2: 'González' }],
    ['María del Carmen López Díaz', { given: 'María del Carmen', family1: 'López', family2: 'Díaz' }],
    ['Ana López de García', { given: 'Ana', family1: 'López', family2: 'de García' }],
    ['Juan Carlos Santiago Cruz', { given: 'Juan Carlos', family1: 'Santiago', family2: 'Cruz' }],
    ['José Luis Bautista', { given: 'José Luis', family1: 'Bautista' }],
    ['Ana Luis Romero', { given: 'Ana', family1: 'Luis', family2: 'Romero' }],
    ['Roberto Chávez, Jr.', { given: 'Roberto', family1: 'Chávez' }],
    ['Smith, John, II', { given: 'John', family1: 'Smith' }],
    ['Roberto Chávez Ortiz hijo', { given: 'Roberto', family1: 'Chávez', family2: 'Ortiz' }],
    ['Grace Williams', { given: 'Grace', family1: 'Williams' }],
    ['John F. Smith', { given: 'John F.', family1: 'Smith' }],
    ['Padre Roberto Chávez', { given: 'Roberto', family1: 'Chávez', title: 'Padre' }],
    ['Rev. Dr. Grace Williams', { given: 'Grace', family1: 'Williams', title: 'Rev. Dr.' }],
    ['Sra. Chávez', { family1: 'Chávez', title: 'Sra.' }],
    ['Padre Miguel', { given: 'Miguel', title: 'Padre' }],
    ['Chuy', { given: 'Chuy' }],
    ['ROBERT DE LA CRUZ', { given: 'Robert', family1: 'de la Cruz' }],
    ["denise o'neill-pérez", { given: 'Denise', family1: "O'Neill-Pérez" }],
    ['Bautista , Pepe', { given: 'Pepe', family1: 'Bautista' }],
    ['', {}],
    ['  ', {}],
  ])('splits %j', (name, parts) => {
    expect(suggestNameParts(name)).toEqual(parts);
  });

  it('loses no word of any name, and never fails', () => {
    const words = fc.constantFrom('María', 'José', 'de', 'la', 'Cruz', 'Ríos', 'y', 'O’Neill', 'Smith-Pérez', 'Ana', 'del', 'Carmen', 'McKoy', 'X.');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), (written) => {
        const name = written.join(' ');
        const { given, family1, family2 } = suggestNameParts(name);
        expect(searchTokens([given, family1, family2].join(' '))).toEqual(searchTokens(name));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => nameTokens(Object.values(suggestNameParts(name)).join(' ')).length >= 0));
  });
});

it('keeps a mark of a generation apart', () => {
  expect(['Roberto Chávez, Jr.', 'Roberto Chávez Sr.', 'Jr.', 'Roberto Chávez'].map(suffixAsWritten)).toEqual(['Jr.', 'Sr.', '', '']);
});

it('finds the surnames in a column of surnames', () => {
  expect(surnamesIn('De la Cruz Gómez')).toEqual(['De la Cruz', 'Gómez']);
  expect(surnamesIn('')).toEqual([]);
});
