import { expect, test } from 'vitest';
import { consentNow, wordsOnSheets } from './consents.ts';
import { consent, type Consent } from './person-changes.ts';
import { sheet } from './sheet.ts';

const TODAY = { y: 2026, m: 11, d: 22 };

function answer(id: string, isGiven: boolean, on: Consent['on'], more: Partial<Consent> = {}): Consent {
  return consent.parse({ id, kind: 'consent', person: 'person:a', scope: 'call', isGiven, on, ...more });
}

test.each(['message', 'share_hq', 'photo', 'story', 'call', 'keep', 'email'])('nobody asked about “%s”: no', (scope) => {
  expect(consentNow([], scope, TODAY)).toEqual({ isGiven: false, because: 'unasked' });
});

test('the latest day holds, whatever was typed first', () => {
  const yes = answer('consent:1', true, { y: 2026, m: 5, d: 2 });
  const no = answer('consent:2', false, { y: 2026, m: 5, d: 1 });
  expect(consentNow([yes, no], 'call', TODAY)).toMatchObject({ isGiven: true });
  expect(consentNow([no, yes], 'call', TODAY)).toMatchObject({ isGiven: true });
});

test('on one day the answer that knew of the other holds', () => {
  const no = answer('consent:1', false, TODAY);
  expect(consentNow([no, answer('consent:2', true, TODAY, { after: [no.id] })], 'call', TODAY)).toMatchObject({ isGiven: true });
});

test('a yes and a no of the same day on two PCs that did not know of each other: the no holds, whatever their clocks said', () => {
  const yes = answer('consent:1', true, TODAY, { createdAt: '2026-11-22T17:00:00Z' });
  const no = answer('consent:2', false, TODAY, { createdAt: '2009-01-01T00:00:00Z' });
  expect(consentNow([yes, no], 'call', TODAY)).toMatchObject({ isGiven: false, because: 'said', answer: { id: no.id } });
  expect(consentNow([no, yes], 'call', TODAY)).toMatchObject({ isGiven: false });
});

test('nobody can say whether “2026” was before March 2026: the no holds', () => {
  expect(consentNow([answer('consent:1', true, { y: 2026, m: 3 }), answer('consent:2', false, { y: 2026 })], 'call', TODAY)).toMatchObject({ isGiven: false });
});

test('a yes that has run out is a no; on its last day it still holds', () => {
  expect(consentNow([answer('consent:1', true, { y: 2025 }, { expires: { y: 2026, m: 11, d: 21 } })], 'call', TODAY)).toMatchObject({ isGiven: false, because: 'expired' });
  expect(consentNow([answer('consent:1', true, { y: 2025 }, { expires: TODAY })], 'call', TODAY)).toMatchObject({ isGiven: true });
});

test('a phone in one’s own hand on a sheet means keep and call, never message; an answer stands above it', () => {
  const page = sheet.parse({
    id: 'sheet:1', meeting: 'meeting:1', code: '', pageNo: 1, pages: 1, variant: 'blank', printedRows: 10,
    rows: [{ n: 1, person: 'person:a', state: 'linked', phoneAsWritten: '919 555 0123' }, { n: 2, person: 'person:b', state: 'linked', ticks: { message: true } }, { n: 3, person: 'person:c', state: 'linked', phoneAsWritten: ' ' }],
  });
  const words = wordsOnSheets(['person:a'], [page]);
  expect(consentNow([], 'keep', TODAY, words)).toMatchObject({ isGiven: true, because: 'sheet', word: { meeting: 'meeting:1' } });
  expect(consentNow([], 'call', TODAY, words)).toMatchObject({ isGiven: true });
  expect(consentNow([], 'message', TODAY, words)).toMatchObject({ isGiven: false });
  expect(consentNow([answer('consent:1', false, { y: 2020 })], 'call', TODAY, words)).toMatchObject({ isGiven: false, because: 'said' });
  expect(wordsOnSheets(['person:b'], [page])).toEqual([{ scope: 'message', sheet: 'sheet:1', meeting: 'meeting:1' }]);
  expect(wordsOnSheets(['person:c'], [page])).toEqual([]);
});
