import { expect, it } from 'vitest';
import { attendanceOf } from './attendance.ts';

it('counts nobody twice, and counts those without a name', () => {
  const one = { rows: [{ n: 1, asWritten: '', state: 'linked', person: 'person:a' }, { n: 2, asWritten: '', state: 'anonymous' }] as const };
  const two = { rows: [{ n: 9, asWritten: '', state: 'new', person: 'person:b' }, { n: 10, asWritten: '', state: 'linked', person: 'person:a' }] as const };
  const came = attendanceOf([one, two].map(({ rows }) => ({ rows: [...rows] })), (id) => id);
  expect([...came.people]).toEqual(['person:a', 'person:b']);
  expect([came.unnamed, came.present]).toEqual([1, 3]);
});

it('counts two records that are one person once', () => {
  const page = { rows: [{ n: 1, asWritten: '', state: 'linked' as const, person: 'person:a' }, { n: 2, asWritten: '', state: 'new' as const, person: 'person:b' }] };
  expect(attendanceOf([page], (id) => id).present).toBe(2);
  expect(attendanceOf([page], () => 'person:a').present).toBe(1);
});
