import { expect, it } from 'vitest';
import { readEmail } from './email.ts';

it('reads an address and leaves its first part alone', () => {
  expect(readEmail(' Rosa.Cruz@Example.ORG ')).toBe('Rosa.Cruz@example.org');
  expect(readEmail('<rosa@example.org>')).toBe('rosa@example.org');
  expect(readEmail('mailto:rosa@example.org.')).toBe('rosa@example.org');
});

it.each(['', 'rosa', 'rosa@', '@example.org', 'rosa@example', 'a b@example.org', 'a@b@example.org', 'a..b@example.org'])('refuses %j', (text) => {
  expect(readEmail(text)).toBeNull();
});
