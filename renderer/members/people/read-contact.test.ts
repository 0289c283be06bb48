import { expect, test } from 'vitest';
import { readEmailContact, readPhoneContact } from './read-contact.ts';

test('a whole number is kept as written and to be dialled', () => {
  expect(readPhoneContact('919 555 0123', '984')).toEqual({ kind: 'phone', value: '+19195550123', asWritten: '919 555 0123' });
});

test('seven digits get the area code and are to be looked at (domain §6.5)', () => {
  expect(readPhoneContact('555-0123', '919')).toMatchObject({ value: '+19195550123', check: true });
});

test('what is no number is kept and to be looked at', () => {
  expect(readPhoneContact('pregunte en la iglesia', '919')).toEqual({ kind: 'phone', value: 'pregunte en la iglesia', asWritten: 'pregunte en la iglesia', check: true });
  expect(readEmailContact('rosa arroba ejemplo')).toMatchObject({ value: 'rosa arroba ejemplo', check: true });
});

test('an e-mail loses only its outer spaces', () => {
  expect(readEmailContact(' rosa@Example.org ')).toEqual({ kind: 'email', value: 'rosa@example.org', asWritten: 'rosa@Example.org' });
});
