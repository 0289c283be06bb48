import { expect, it } from 'vitest';
import { sheetCounts } from './sheet-counts.ts';

it('counts lines, new people and lines put off', () => {
  const rows = [{ state: 'new' }, { state: 'linked' }, { state: 'later' }, { state: 'anonymous' }] as const;
  expect(sheetCounts(rows, 5)).toEqual({ typed: 4, lines: 5, fresh: 1, later: 1 });
});
