import { expect, test } from 'vitest';
import { isToDelete, listExport } from './list-export.ts';

const NOW = new Date('2026-03-31T12:00:00Z');

test.each([
  ['saved 30 days ago', { createdAt: '2026-03-01T12:00:00Z' }, true],
  ['saved 29 days ago', { createdAt: '2026-03-02T12:00:01Z' }, false],
  ['perhaps saved', { createdAt: '2026-01-01T12:00:00Z', outcome: 'begun' }, true],
  ['not saved after all', { createdAt: '2026-01-01T12:00:00Z', outcome: 'cancelled' }, false],
  ['deleted already', { createdAt: '2026-01-01T12:00:00Z', fileGoneAt: '2026-01-20T12:00:00Z' }, false],
] as const)('a list that was %s', (_how, more, expected) => {
  const made = listExport.parse({ id: 'export:a', kind: 'export', exported: 3, exportReason: 'x', outcome: 'saved', ...more });
  expect(isToDelete(made, NOW)).toBe(expected);
});
