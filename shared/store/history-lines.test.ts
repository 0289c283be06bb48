import { describe, expect, test } from 'vitest';
import { historyOf, keptLines, linesOf, MOST_BYTES, MOST_LINES, nextNumber, unitedLines, withLine, type HistoryLine } from './history-lines.ts';

const line = (t: number, d: string, more: Partial<HistoryLine> = {}): HistoryLine => ({ t, d, a: '2026-03-04T10:00:00.000Z', u: 'user:a', c: [['called', 'Ana']], ...more });
const names = (lines: readonly HistoryLine[]): readonly string[] => lines.map(({ t, d }) => `${String(t)}${d}`);
/** A line of just so many bytes as JSON. */
function ofBytes(bytes: number, t = 1, d = 'a'): HistoryLine {
  const empty = JSON.stringify(line(t, d, { c: [['notes', '']] })).length;
  return line(t, d, { c: [['notes', 'ñ'.repeat(Math.floor((bytes - empty) / 2)) + 'x'.repeat((bytes - empty) % 2)]] });
}

test('lines are kept as text, and none at all is nothing', () => {
  expect(keptLines(undefined)).toBeUndefined();
  expect(keptLines([])).toBeUndefined();
  expect(linesOf(undefined)).toEqual([]);
  expect(linesOf(keptLines([line(1, 'a')]))).toEqual([line(1, 'a')]);
});

test('the next number is one more than the greatest of any part', () => {
  expect(nextNumber(undefined)).toBe(1);
  expect(nextNumber({ chapter: '[]' })).toBe(1);
  expect(nextNumber({ chapter: JSON.stringify([line(3, 'a'), line(2, 'a')]), organizers: JSON.stringify([line(7, 'b'), line(1, 'b')]) })).toBe(8);
});

describe('a new line', () => {
  test('stands first; one that changed nothing is none', () => {
    expect(names(withLine([line(1, 'a')], line(2, 'a')))).toEqual(['2a', '1a']);
    expect(names(withLine([line(1, 'a')], line(2, 'a', { c: [] })))).toEqual(['1a']);
  });

  test('lets fall what is more than a year before it, but not what has no time', () => {
    const [year, older] = [line(1, 'a', { a: '2025-03-04T10:00:00.000Z' }), line(1, 'b', { a: '2025-03-04T09:59:59.999Z' })];
    expect(names(withLine([year, older, line(1, 'c', { a: '' })], line(2, 'a')))).toEqual(['2a', '1c', '1a']);
    expect(names(withLine([older], line(2, 'a', { a: '' })))).toEqual(['2a', '1b']);
  });

  test('that is too large for all of the room is not begun, and harms no other', () => {
    const largest = MOST_BYTES - 2;
    expect(names(withLine([line(1, 'a')], ofBytes(largest, 2)))).toEqual(['2a']);
    expect(names(withLine([line(1, 'a')], ofBytes(largest + 1, 2)))).toEqual(['1a']);
  });
});

describe('lines of two sides', () => {
  test('are each there once, newest first; of equal numbers the greater device first', () => {
    const [left, right] = [[line(3, 'a'), line(1, 'a')], [line(3, 'b'), line(2, 'c'), line(1, 'a')]];
    expect(names(unitedLines(left, right))).toEqual(['3b', '3a', '2c', '1a']);
    expect(unitedLines(right, left)).toEqual(unitedLines(left, right));
    expect(unitedLines([], [])).toEqual([]);
    const devices = ['c', 'a', 'd', 'b', 'e'].map((device) => line(1, device));
    for (const lines of [devices, devices.toReversed()]) expect(names(unitedLines(lines, []))).toEqual(['1e', '1d', '1c', '1b', '1a']);
    expect(names(unitedLines([], left))).toEqual(['3a', '1a']);
    expect(names(unitedLines(left, []))).toEqual(['3a', '1a']);
  });

  test('that bear one name and differ: the same one stays from either side', () => {
    const [one, other] = [line(1, 'a', { u: 'user:a' }), line(1, 'a', { u: 'user:b' })];
    expect(unitedLines([one], [other])).toEqual([other]);
    expect(unitedLines([other], [one])).toEqual([other]);
  });

  test('are no more than fit by number', () => {
    const many = Array.from({ length: MOST_LINES }, (_, at) => line(MOST_LINES - at, 'a'));
    const united = unitedLines(many, [line(MOST_LINES, 'b')]);
    expect(united).toHaveLength(MOST_LINES);
    expect(names(united).slice(0, 2)).toEqual([`${String(MOST_LINES)}b`, `${String(MOST_LINES)}a`]);
    expect(united.at(-1)?.t).toBe(2);
  });

  test('are none where the newest alone does not fit, as one of another build’s might', () => {
    expect(unitedLines([ofBytes(MOST_BYTES, 2)], [line(1, 'a')])).toEqual([]);
  });

  test('are no more than fit by bytes as one list, brackets and commas counted', () => {
    const half = (MOST_BYTES - 3) / 2;
    const fits = [ofBytes(Math.floor(half), 1), ofBytes(Math.ceil(half), 2)] as const;
    expect(new TextEncoder().encode(JSON.stringify(fits)).length).toBe(MOST_BYTES);
    expect(names(unitedLines([fits[0]], [fits[1]]))).toEqual(['2a', '1a']);
    expect(names(unitedLines([ofBytes(Math.floor(half) + 1, 1)], [fits[1]]))).toEqual(['2a']);
  });
});

test('a record’s history is of all of its parts that open here, newest first', () => {
  const history = { chapter: JSON.stringify([line(4, 'a'), line(1, 'a')]), organizers: JSON.stringify([line(3, 'b')]), author: JSON.stringify([line(5, 'a')]) };
  expect(names(historyOf({ backing: { history } }))).toEqual(['5a', '4a', '3b', '1a']);
  expect(historyOf({ backing: {} })).toEqual([]);
  const [everybodys, organizers] = [line(1, 'a'), line(1, 'a', { c: [['notes', null]] })];
  expect(historyOf({ backing: { history: { organizers: JSON.stringify([organizers]), chapter: JSON.stringify([everybodys]) } } })).toEqual([everybodys, organizers]);
});
