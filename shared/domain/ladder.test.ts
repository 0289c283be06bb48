import { expect, test } from 'vitest';
import { rungNow } from './ladder.ts';
import { ladderChange, type LadderChange } from './person-changes.ts';

const TODAY = { y: 2026, m: 11, d: 22 };

function step(rung: string, on: LadderChange['on'], createdAt: string): LadderChange {
  return ladderChange.parse({ id: `ladder:${createdAt}`, kind: 'ladder', person: 'person:a', rung, on, createdAt });
}

test('without a step whoever came in the last 12 months is a participant, everybody else a contact', () => {
  expect(rungNow([], { y: 2025, m: 11, d: 22 }, TODAY).rung).toBe('participant');
  expect(rungNow([], { y: 2025, m: 11, d: 21 }, TODAY).rung).toBe('contact');
  expect(rungNow([], undefined, TODAY).rung).toBe('contact');
});

test('the latest step tells, up or down; on one day the one that was written down last', () => {
  const up = step('primary', { y: 2026, m: 1 }, '2026-01-02');
  const down = step('tertiary', { y: 2026, m: 6 }, '2026-06-02');
  expect(rungNow([up, down], TODAY, TODAY)).toMatchObject({ rung: 'tertiary', change: down });
  expect(rungNow([step('secondary', { y: 2026, m: 6 }, '2026-06-03'), down], TODAY, TODAY).rung).toBe('secondary');
});
