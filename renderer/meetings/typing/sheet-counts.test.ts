import { expect, it } from 'vitest';
import { attendanceOf, sheetCounts } from './sheet-counts.ts';

it('counts lines, new people and lines put off', () => {
  const rows = [{ state: 'new' }, { state: 'linked' }, { state: 'later' }, { state: 'anonymous' }] as const;
  expect(sheetCounts(rows, 5)).toEqual({ typed: 4, lines: 5, fresh: 1, later: 1 });
});

it('counts nobody twice, and counts those without a name', () => {
  const one = { rows: [{ n: 1, asWritten: '', state: 'linked', person: 'person:a' }, { n: 2, asWritten: '', state: 'anonymous' }] as const };
  const two = { rows: [{ n: 9, asWritten: '', state: 'new', person: 'person:b' }, { n: 10, asWritten: '', state: 'linked', person: 'person:a' }] as const };
  const came = attendanceOf([one, two].map(({ rows }) => ({ rows: [...rows] })), (id) => id);
  expect([...came.people]).toEqual(['person:a', 'person:b']);
  expect([came.unnamed, came.present]).toEqual([1, 3]);
});

it('counts two records that are one person once, on as many lines as there are', () => {
  const page = { rows: [{ n: 1, asWritten: '', state: 'linked' as const, person: 'person:a' }, { n: 2, asWritten: '', state: 'new' as const, person: 'person:b' }] };
  expect(attendanceOf([page], (id) => id).present).toBe(2);
  expect(attendanceOf([page], () => 'person:a').present).toBe(1);
  expect(sheetCounts(page.rows, 2).typed).toBe(2);
});
