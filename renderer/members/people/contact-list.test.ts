import { expect, test } from 'vitest';
import { contactsOf, firstPhone, withChanged, withContact, withoutContact } from './contact-list.ts';

const HOME = { kind: 'phone', value: '+19195550101', asWritten: '919 555 0101' } as const;
const CELL = { kind: 'phone', value: '+19195550102', asWritten: '9195550102' } as const;
const MAIL = { kind: 'email', value: 'lupita@example.org', asWritten: 'lupita@example.org' } as const;
const ALL = withContact(withContact(withContact([], HOME), CELL), MAIL);

test('every contact has a key of its own, so that two PCs can change different phones', () => {
  expect(new Set(ALL.map((contact) => contact.key)).size).toBe(3);
});

test('phones and e-mails are told apart in their order', () => {
  expect(contactsOf(ALL, 'phone').map((phone) => phone.value)).toEqual([HOME.value, CELL.value]);
  expect(contactsOf(ALL, 'email')).toHaveLength(1);
});

test('a change touches one contact, and undefined takes the mark away', () => {
  const key = ALL[1]?.key ?? '';
  const marked = withChanged(ALL, key, { check: true, label: 'de mi hija' });
  expect(marked[1]).toEqual({ ...ALL[1], check: true, label: 'de mi hija' });
  expect(withChanged(marked, key, { check: undefined })[1]).toEqual({ ...ALL[1], label: 'de mi hija' });
  expect(marked[0]).toBe(ALL[0]);
});

test('the phone to call first is not a wrong one, unless there is no other', () => {
  const wrong = withChanged(ALL, ALL[0]?.key ?? '', { status: 'wrong' });
  expect(firstPhone(wrong)?.value).toBe(CELL.value);
  expect(firstPhone(withoutContact(wrong, ALL[1]?.key ?? ''))?.value).toBe(HOME.value);
  expect(firstPhone([])).toBeUndefined();
});
