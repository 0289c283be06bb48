import { expect, test } from 'vitest';
import type { SheetRow } from '../domain/sheet.ts';
import { cycleFigure, type CycleFacts } from './cycle-figures.ts';

const YEAR = { from: { y: 2026, m: 1, d: 1 }, to: { y: 2026, m: 12, d: 31 } };
const NOTHING: CycleFacts = { meetings: [], sheets: [], institutions: [], statusChanges: [], people: [], payments: [], survivorOf: (id) => id, today: { y: 2026, m: 6, d: 15 } };

const row = (n: number, person?: string): SheetRow => ({ n, asWritten: '', state: person === undefined ? 'anonymous' : 'linked', ...(person === undefined ? {} : { person }) });

test('meetings count by kind, both ends of the span included, and not before they were held', () => {
  const meeting = (id: string, kind: string, m: number, d: number, y = 2026) => ({ id, kind, date: { y, m, d } });
  const facts: CycleFacts = {
    ...NOTHING,
    meetings: [
      meeting('first', 'house_meeting', 1, 1),
      meeting('today', 'house_meeting', 6, 15),
      meeting('planned', 'house_meeting', 6, 16),
      meeting('before', 'house_meeting', 12, 31, 2025),
      meeting('action', 'public_action', 3, 1),
      { id: 'undated', kind: 'house_meeting' },
    ],
  };
  expect(cycleFigure('house_meetings', YEAR, facts)).toBe(2);
  expect(cycleFigure('actions', YEAR, facts)).toBe(1);
  const later = { ...facts, today: { y: 2027, m: 2, d: 1 } };
  expect(cycleFigure('house_meetings', YEAR, later)).toBe(3);
  expect(cycleFigure('house_meetings', { from: { y: 2025 }, to: { y: 2025 } }, later)).toBe(1);
});

test('a meeting of which only the year is known is counted by one of two cycles that meet in it', () => {
  const facts: CycleFacts = { ...NOTHING, meetings: [{ id: 'a', kind: 'house_meeting', date: { y: 2025 } }] };
  expect(cycleFigure('house_meetings', { from: { y: 2024, m: 7 }, to: { y: 2025, m: 6 } }, facts)).toBe(1);
  expect(cycleFigure('house_meetings', { from: { y: 2025, m: 7 }, to: { y: 2026, m: 6 } }, facts)).toBe(0);
});

test('people heard are different people of house meetings: on two sheets, or under two records, they count once', () => {
  const facts: CycleFacts = {
    ...NOTHING,
    meetings: [
      { id: 'one', kind: 'house_meeting', date: { y: 2026, m: 2 } },
      { id: 'two', kind: 'house_meeting', date: { y: 2026, m: 3 } },
      { id: 'action', kind: 'public_action', date: { y: 2026, m: 3 } },
    ],
    sheets: [
      { meeting: 'one', rows: [row(1, 'ana'), row(2, 'luis'), row(3)] },
      { meeting: 'two', rows: [row(1, 'ana'), row(2, 'anita')] },
      { meeting: 'action', rows: [row(1, 'eva')] },
    ],
    survivorOf: (id) => (id === 'anita' ? 'ana' : id),
  };
  expect(cycleFigure('people_heard', YEAR, facts)).toBe(2);
});

test('turnout is the door count where there is one, else everyone on the sheets, unnamed lines too', () => {
  const facts: CycleFacts = {
    ...NOTHING,
    meetings: [
      { id: 'counted', kind: 'public_action', date: { y: 2026, m: 2 }, headcount: 300 },
      { id: 'typed', kind: 'public_action', date: { y: 2026, m: 3 } },
    ],
    sheets: [
      { meeting: 'counted', rows: [row(1, 'ana')] },
      { meeting: 'typed', rows: [row(1, 'ana'), row(2, 'ana'), row(3)] },
    ],
  };
  expect(cycleFigure('turnout', YEAR, facts)).toBe(302);
});

test('a new person under two records is new on the earlier day, and so only once', () => {
  const facts: CycleFacts = {
    ...NOTHING,
    people: [
      { id: 'ana', writtenOn: { y: 2026, m: 3, d: 1 } },
      { id: 'anita', writtenOn: { y: 2025, m: 3, d: 1 } },
      { id: 'luis', writtenOn: { y: 2026, m: 3, d: 1 } },
      { id: 'eva', writtenOn: undefined },
    ],
    survivorOf: (id) => (id === 'anita' ? 'ana' : id),
  };
  expect(cycleFigure('new_people', YEAR, facts)).toBe(1);
});

test('members are those of today; of a year that is past, those of its last day', () => {
  const change = (id: string, institution: string, status: string, y: number) => ({ id, kind: 'status' as const, institution, status, on: { y, m: 5, d: 1 } });
  const facts: CycleFacts = {
    ...NOTHING,
    institutions: [{ id: 'jose', status: 'prospect' }, { id: 'lucas', status: 'member' }],
    statusChanges: [change('a', 'jose', 'member', 2024), change('b', 'lucas', 'withdrawn', 2026)],
  };
  expect(cycleFigure('institutions', YEAR, facts)).toBe(1);
  expect(cycleFigure('institutions', { from: { y: 2025 }, to: { y: 2025 } }, facts)).toBe(2);
  expect(cycleFigure('institutions', { from: { y: 2023 }, to: { y: 2023 } }, facts)).toBe(1);
});

test('dues are what came in, in cents', () => {
  const payments = [{ on: { y: 2026, m: 1 }, amount: 5_050 }, { on: { y: 2025, m: 12, d: 31 }, amount: 900 }];
  expect(cycleFigure('dues', YEAR, { ...NOTHING, payments })).toBe(5_050);
});

test('what the app cannot count, and a cycle without a beginning, has no figure', () => {
  expect(cycleFigure('one_to_ones', YEAR, NOTHING)).toBeNull();
  expect(cycleFigure('own', YEAR, NOTHING)).toBeNull();
  expect(cycleFigure('house_meetings', { to: { y: 2026 } }, NOTHING)).toBeNull();
});
