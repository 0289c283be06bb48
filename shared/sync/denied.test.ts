import { expect, test } from 'vitest';
import { deniedReason, dueAgain, shownDenied, withoutRevisions, withRefused, type KeptDenied } from './denied.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T11:00:00.000Z';
const one: KeptDenied = { id: 'person:a', rev: '1-a', reason: 'forbidden', since: AT, triedAt: AT, direction: 'sending' };

test('the reason is the code before the sentence; without one, what the error says', () => {
  expect(deniedReason('forbidden', 'not-sealed: The record is not sealed.')).toBe('not-sealed');
  expect(deniedReason('forbidden', 'other-chapter')).toBe('other-chapter');
  expect(deniedReason('forbidden', 'too-large: It is.')).toBe('too-large');
  expect(deniedReason('forbidden', 'erased: It was.')).toBe('erased');
  expect(deniedReason('forbidden', 'The record is not-sealed: no')).toBe('forbidden');
  expect(deniedReason('unauthorized', undefined)).toBe('forbidden');
  expect(deniedReason('internal', 'some-thing: else')).toBe('unknown');
});

test('a revision that is refused again keeps since when, and notes when it was tried', () => {
  const again = withRefused([one], [{ id: 'person:a', rev: '1-a', reason: 'erased' }], 'sending', LATER);
  expect(again).toEqual([{ ...one, reason: 'erased', triedAt: LATER }]);
});

test('another revision, another direction and another record are entries of their own', () => {
  const refused = [{ id: 'person:a', rev: '2-b', reason: 'unknown' as const }, { id: 'person:b', rev: '1-a', reason: 'unknown' as const }];
  const list = withRefused(withRefused([one], refused, 'sending', LATER), [{ id: 'person:a', rev: '1-a', reason: 'other-chapter' }], 'receiving', LATER);
  expect(list.map(({ id, rev, direction, since }) => [id, rev, direction, since])).toEqual([
    ['person:a', '1-a', 'sending', AT],
    ['person:a', '2-b', 'sending', LATER],
    ['person:b', '1-a', 'sending', LATER],
    ['person:a', '1-a', 'receiving', LATER],
  ]);
  expect(withoutRevisions(list, [one]).map(({ direction, rev, id }) => `${direction} ${id} ${rev}`)).toEqual(['sending person:a 2-b', 'sending person:b 1-a', 'receiving person:a 1-a']);
});

test('an hour after the last try it is due, by whatever clock; before, only when all are', () => {
  const now = Date.parse(AT);
  expect(dueAgain([one], now, false)).toEqual([]);
  expect(dueAgain([one], now + 3_599_999, false)).toEqual([]);
  expect(dueAgain([one], now + 3_600_000, false)).toEqual([one]);
  expect(dueAgain([one], now - 3_600_000, false)).toEqual([one]);
  expect(dueAgain([{ ...one, triedAt: 'never' }], now, false)).toHaveLength(1);
  expect(dueAgain([one], now, true)).toEqual([one]);
});

test('people see everything but when it was last tried', () => {
  expect(shownDenied(one)).toEqual({ id: 'person:a', rev: '1-a', reason: 'forbidden', since: AT, direction: 'sending' });
});
