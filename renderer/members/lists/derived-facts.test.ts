import { expect, test } from 'vitest';
import { meeting } from '../../../shared/domain/meeting.ts';
import type { OfficeRecord } from '../../../shared/domain/office.ts';
import { sheet } from '../../../shared/domain/sheet.ts';
import type { CollectionName, RecordsByCollection } from '../../../shared/store/chapter-types.ts';
import type { RecordsOf } from './contact-sources.ts';
import { deriveFacts } from './derived-facts.ts';

const TODAY = { y: 2026, m: 6, d: 1 };
const ANA = 'person:ana';

function records(given: { readonly [N in CollectionName]?: readonly RecordsByCollection[N][] }): RecordsOf {
  return (name) => given[name] ?? [];
}

function consent(scope: string, isGiven: boolean, m: number, more: Partial<OfficeRecord> = {}): OfficeRecord {
  return { id: `consent:${scope}${String(m)}`, kind: 'consent', person: ANA, scope, isGiven, on: { y: 2026, m }, ...more } as OfficeRecord;
}

function factsOfAna(given: Parameters<typeof records>[0], survivorOf: (id: string) => string = (id) => id) {
  return deriveFacts(records(given), TODAY, survivorOf).get(ANA);
}

test('the last contact is the latest meeting whose sheet names the person; lines put off do not count', () => {
  const gatherings = [meeting.parse({ id: 'a', date: { y: 2025, m: 4, d: 2 } }), meeting.parse({ id: 'b', date: { y: 2026, m: 2 } }), meeting.parse({ id: 'c', date: { y: 2026, m: 5 } })];
  const page = (of: string, state: 'linked' | 'later') =>
    sheet.parse({ id: `sheet:${of}`, meeting: of, code: '', pageNo: 1, pages: 1, variant: 'blank', printedRows: 1, rows: [{ n: 1, person: ANA, state }] });
  expect(factsOfAna({ gatherings, sheets: [page('b', 'linked'), page('a', 'linked'), page('c', 'later')] })).toMatchObject({ lastContact: { y: 2026, m: 2 }, wasAtMeeting: true });
});

test('a meeting that is gone, such as to the bin, is no contact', () => {
  const sheets = [sheet.parse({ id: 'sheet:x', meeting: 'gone', code: '', pageNo: 1, pages: 1, variant: 'blank', printedRows: 1, rows: [{ n: 1, person: ANA, state: 'linked' }] })];
  expect(factsOfAna({ sheets })).toBeUndefined();
});

test('of each consent the latest answer holds, until it runs out', () => {
  const office = [consent('call', true, 3), consent('call', false, 4), consent('photo', true, 1, { expires: { y: 2026, m: 2 } }), consent('message', true, 1, { expires: { y: 2027 } })];
  expect(factsOfAna({ office })?.consents).toEqual({ call: false, message: true });
});

test('the step of the ladder is the one of the latest day, and of one day the one written last', () => {
  const step = (rung: string, m: number, createdAt: string): OfficeRecord => ({ id: `ladder:${rung}`, kind: 'ladder', person: ANA, rung, on: { y: 2026, m }, createdAt });
  expect(factsOfAna({ office: [step('primary', 5, '2'), step('secondary', 5, '3'), step('tertiary', 1, '9')] })?.rung).toBe('secondary');
});

test('what was written of a merged person counts for the one who stays', () => {
  const office = [consent('call', true, 3, { person: 'person:anita' })];
  expect(factsOfAna({ office }, (id) => (id === 'person:anita' ? ANA : id))?.consents).toEqual({ call: true });
});
