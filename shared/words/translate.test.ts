import { expect, test } from 'vitest';
import { locales } from './locales/index.ts';
import { translator } from './translate.ts';

function keysOf(texts: object, above = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? keysOf(text, `${above}${key}.`) : [`${above}${key}`],
  );
}

test('papers can be in one language while the screen shows the other', () => {
  expect(translator('es', 'shell')('place.sync')).toBe('Enviar y recibir');
  expect(translator('en', 'shell')('place.sync')).toBe('Send and receive');
});

test('numbers are written as in the United States and Mexico in both languages, and plurals follow the count', () => {
  expect(translator('es', 'common')('list.count', { count: 1234 })).toBe('1,234 renglones');
  expect(translator('en', 'common')('list.count', { count: 1 })).toBe('1 row');
});

test.each(['common', 'shell', 'opening', 'errors'] as const)('%s says the same things in both languages', (namespace) => {
  expect(keysOf(locales.es[namespace]).sort()).toEqual(keysOf(locales.en[namespace]).sort());
});

test('a sentence that ends with a time ends with one period', () => {
  const t = translator('es', 'sync');
  expect(t('state.lastContact', { when: '10:42 a.m.' })).toBe('Último contacto: 10:42 a.m.');
  expect(t('state.lastContact', { when: '10:42 p. m.' })).toBe('Último contacto: 10:42 p. m.');
  expect(t('state.lastContact', { when: 'ayer' })).toBe('Último contacto: ayer.');
});
