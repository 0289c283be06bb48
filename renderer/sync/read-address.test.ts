import { expect, test } from 'vitest';
import { readAddress } from './read-address.ts';

test('an address is read as people paste it, and refused when it is none or carries a password', () => {
  expect(readAddress(' https://records.example.org/ ')).toBe('https://records.example.org');
  expect(readAddress('http://127.0.0.1:5985')).toBe('http://127.0.0.1:5985');
  expect(readAddress('https://example.org/couch/')).toBe('https://example.org/couch');
  for (const wrong of ['records.example.org', 'ftp://example.org', 'https://', 'https://rosa:secret@example.org', 'https://example.org/?a=1', '']) {
    expect(readAddress(wrong), wrong).toBeNull();
  }
});
