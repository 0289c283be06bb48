import { expect, test } from 'vitest';
import { institutionCalled, institutionsMatching } from './matching.ts';

const SAN_JOSE = { name: 'Iglesia San José', otherNames: ['St. Joseph'] };
const UNION = { name: 'Unión de Trabajadores', otherNames: [] };
const ALL = [SAN_JOSE, UNION];

test('the beginning of any word finds it, whatever the order and the accents', () => {
  expect(institutionsMatching(ALL, 'jose igl')).toEqual([SAN_JOSE]);
  expect(institutionsMatching(ALL, 'UNION')).toEqual([UNION]);
  expect(institutionsMatching(ALL, 'union jose')).toEqual([]);
});

test('another name finds it too, but words of two names do not mix', () => {
  expect(institutionsMatching(ALL, 'st jos')).toEqual([SAN_JOSE]);
  expect(institutionsMatching(ALL, 'iglesia joseph')).toEqual([]);
});

test('nothing typed shows all', () => {
  expect(institutionsMatching(ALL, '  ')).toEqual(ALL);
});

test('only the whole name is the same institution', () => {
  expect(institutionCalled(ALL, 'iglesia san jose')).toBe(SAN_JOSE);
  expect(institutionCalled(ALL, 'st joseph')).toBe(SAN_JOSE);
  expect(institutionCalled(ALL, 'san jose')).toBeUndefined();
  expect(institutionCalled(ALL, '')).toBeUndefined();
});
