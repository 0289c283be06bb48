import { expect, it } from 'vitest';
import { institutionKey } from './institution-name.ts';

it.each([
  ['Igl. San José', 'iglesia san jose'],
  ['Parroquia de Ntra. Sra. de Guadalupe', 'Parroquia Nuestra Señora de Guadalupe'],
  ['1ra Iglesia Bautista', 'Primera Igl. Bautista'],
  ['Church of the Holy Cross', 'Holy Cross Church'],
  ['St. Thomas More', 'ST THOMAS MORE'],
])('%s is %s', (one, other) => {
  expect(institutionKey(one)).toBe(institutionKey(other));
});

it('keeps different ones apart', () => {
  expect(institutionKey('Iglesia San José')).not.toBe(institutionKey('Iglesia José'));
  expect(institutionKey('Local 12')).not.toBe(institutionKey('Local 13'));
  expect(institutionKey(' ')).toBe('');
});
