import { expect, it } from 'vitest';
import { compareSortKeys, displayName, listName, sortKey } from './name-parts.ts';

const carmen = { nameAsWritten: 'aguilar rios, carmen', given: 'Carmen', family1: 'Aguilar', family2: 'Ríos', called: 'Menchi' };

it('shows a name for reading and for lists', () => {
  expect(displayName(carmen)).toBe('Carmen Aguilar Ríos');
  expect(listName(carmen)).toBe('Aguilar Ríos, Carmen (Menchi)');
});

it('suggests the parts of a record that has none, and keeps Jr.', () => {
  expect(listName({ nameAsWritten: 'Roberto Chávez Ortiz Jr.' })).toBe('Chávez Ortiz, Roberto Jr.');
  expect(displayName({ nameAsWritten: 'Chávez Ortiz, Roberto Jr.' })).toBe('Roberto Chávez Ortiz Jr.');
  expect(listName({ nameAsWritten: 'Chuy' })).toBe('Chuy');
  expect(displayName({ nameAsWritten: ' ¿? ' })).toBe('¿?');
});

it('sorts by first surname, then second, then given name, accents aside and ñ after n', () => {
  const names = ['Ana Ñáñez', 'Ana Núñez', 'Zoila Álvarez', 'Ana Alvarez Zelaya', 'Ana Alvarez Bautista', 'Chuy', 'Ana Nuño'];
  const sorted = [...names].sort((one, other) => compareSortKeys(sortKey({ nameAsWritten: one }), sortKey({ nameAsWritten: other })));
  expect(sorted).toEqual(['Zoila Álvarez', 'Ana Alvarez Bautista', 'Ana Alvarez Zelaya', 'Chuy', 'Ana Núñez', 'Ana Nuño', 'Ana Ñáñez']);
});
