import { expect, test } from 'vitest';
import { timelineOf } from './timeline-entries.ts';

test('what happened stands together, the latest first, a meeting without a day at the end', () => {
  const entries = timelineOf({
    changes: [{ id: 'status:a', kind: 'status', institution: 'i', status: 'visited', on: { y: 2025, m: 3, d: 1 }, createdAt: '2025-03-01T12:00:00Z' }],
    visits: [{ id: 'visit:a', kind: 'membership_visit', institution: 'i', visitors: [], on: { y: 2025, m: 3, d: 1 }, createdAt: '2025-03-01T11:00:00Z' }],
    payments: [{ id: 'dues:a', kind: 'dues', institution: 'i', amount: 5, on: { y: 2025, m: 4 } }],
    hosted: [{ id: 'meeting:a', title: { es: '', en: '' }, expected: [] }],
  });
  expect(entries.map(({ kind }) => kind)).toEqual(['payment', 'status', 'visit', 'meeting']);
});
