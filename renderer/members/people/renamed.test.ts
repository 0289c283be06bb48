import { expect, test } from 'vitest';
import { renamed } from './renamed.ts';

test('a new name brings its parts', () => {
  expect(renamed({ nameAsWritten: '' }, 'María Guadalupe Hernández Ríos')).toMatchObject({
    nameAsWritten: 'María Guadalupe Hernández Ríos',
    given: 'María Guadalupe',
    family1: 'Hernández',
    family2: 'Ríos',
  });
});

test('parts that were only suggested follow the corrected name', () => {
  const before = { nameAsWritten: 'Rosa Peres', given: 'Rosa', family1: 'Peres' };
  expect(renamed(before, 'Rosa Pérez')).toMatchObject({ given: 'Rosa', family1: 'Pérez', family2: undefined });
});

test('parts that a person changed stay', () => {
  const before = { nameAsWritten: 'Rosa María Pérez', given: 'Rosa', family1: 'María Pérez' };
  expect(renamed(before, 'Rosa María Perez')).toEqual({ nameAsWritten: 'Rosa María Perez' });
});
