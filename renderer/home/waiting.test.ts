import { expect, it } from 'vitest';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { waitingFor } from './waiting.ts';

const today = { y: 2025, m: 12, d: 29 };
const meeting = (id: string, date?: Meeting['date']): Meeting => ({ id, title: { es: id, en: id }, expected: [], date });
const sheet = (of: string, code: string, state: Sheet['state'], later = 0): Sheet => ({
  id: code,
  meeting: of,
  code,
  pageNo: 1,
  pages: 1,
  variant: 'blank',
  printedRows: 13,
  preprinted: [],
  firstRow: 1,
  rows: Array.from({ length: later }, (_, index) => ({ n: index + 1, asWritten: 'x', state: 'later' as const })),
  state,
});
const inShort = (meetings: readonly Meeting[], sheets: readonly Sheet[]) =>
  waitingFor(meetings, sheets, today).map(({ kind, count, meeting: { id }, code }) => [kind, count, id, code]);

it('waits for sheets of meetings that took place, not of those to come', () => {
  const meetings = [meeting('past', { y: 2025, m: 12, d: 28 }), meeting('next', { y: 2026, m: 1, d: 20 })];
  const sheets = [sheet('past', 'A-1', 'printed'), sheet('past', 'A-2', 'typing'), sheet('past', 'A-3', 'typed'), sheet('next', 'B-1', 'printed')];
  expect(inShort(meetings, sheets)).toEqual([['type', 2, 'past', undefined]]);
  expect(inShort(meetings, [sheet('next', 'B-1', 'typing')])).toEqual([['type', 1, 'next', 'B-1']]);
});

it('waits for lines put off on pages that are typed', () => {
  const sheets = [sheet('past', 'A-1', 'typed'), sheet('past', 'A-2', 'paper_destroyed', 2), sheet('past', 'A-3', 'typing', 5)];
  expect(inShort([meeting('past', { y: 2025, m: 3, d: 1 })], sheets)).toEqual([
    ['type', 1, 'past', 'A-3'],
    ['decide', 2, 'past', 'A-2'],
  ]);
});

it('waits for the print of the next seven days, over the end of the year', () => {
  const meetings = [meeting('a', { y: 2026, m: 1, d: 5 }), meeting('b', { y: 2026, m: 1, d: 6 }), meeting('c', today), meeting('d', { y: 2026 }), meeting('e')];
  expect(inShort(meetings, [])).toEqual([['print', 1, 'c', undefined], ['print', 1, 'a', undefined]]);
});
