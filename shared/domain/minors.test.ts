import { expect, test } from 'vitest';
import { guardianAgreed, hidesPhone } from './minors.ts';
import type { ContactPoint } from './person.ts';
import { consent, type Consent } from './person-changes.ts';

const TODAY = { y: 2026, m: 11, d: 22 };
const PHONE: ContactPoint = { key: 'a', kind: 'phone', value: '+19195550123', asWritten: '919 555 0123' };

function answer(more: Partial<Consent>): Consent {
  return consent.parse({ id: 'consent:1', kind: 'consent', person: 'person:a', scope: 'call', isGiven: true, on: TODAY, ...more });
}

test('a minor’s phone is hidden until a guardian signs; the guardian’s own phone is not', () => {
  expect(hidesPhone({ isMinor: true }, PHONE, false)).toBe(true);
  expect(hidesPhone({ isMinor: true }, PHONE, true)).toBe(false);
  expect(hidesPhone({ isMinor: true }, { ...PHONE, ofGuardian: true }, false)).toBe(false);
  expect(hidesPhone({ isMinor: true }, { ...PHONE, kind: 'email' }, false)).toBe(false);
  expect(hidesPhone({}, PHONE, false)).toBe(false);
});

test('only a signature of a guardian counts, and only while it stands', () => {
  expect(guardianAgreed([answer({ how: 'guardian_signed' })], TODAY)).toBe(true);
  expect(guardianAgreed([answer({ how: 'guardian_signed', scope: 'keep' })], TODAY)).toBe(true);
  expect(guardianAgreed([answer({ how: 'signed' })], TODAY)).toBe(false);
  expect(guardianAgreed([answer({ how: 'guardian_signed', scope: 'photo' })], TODAY)).toBe(false);
  expect(guardianAgreed([answer({ how: 'guardian_signed', expires: { y: 2025 } })], TODAY)).toBe(false);
  expect(guardianAgreed([answer({ how: 'guardian_signed', on: { y: 2025 } }), answer({ id: 'consent:2', isGiven: false })], TODAY)).toBe(false);
});
