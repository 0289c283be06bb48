import { expect, it } from 'vitest';
import { soundKey } from './sound-key.ts';

it.each([
  ['Vásquez', 'Basques'],
  ['Vázquez', 'Vasquez'],
  ['Jiménez', 'Ximénez'],
  ['Giménez', 'Jimenes'],
  ['Hernández', 'Ernandes'],
  ['Quiñones', 'Kiñones'],
  ['Castillo', 'Kastiyo'],
  ['Cecilia', 'Sesilia'],
  ['Philip', 'Filip'],
  ['Ríos', 'Río'],
  ['Sofía', 'Soffia'],
])('%s sounds like %s', (one, other) => {
  expect(soundKey(one)).toBe(soundKey(other));
});

it.each([
  ['Peña', 'Pena'],
  ['García', 'Gracia'],
  ['Rosa', 'Rocha'],
  ['Guerra', 'Gera'],
])('%s does not sound like %s', (one, other) => {
  expect(soundKey(one)).not.toBe(soundKey(other));
});
