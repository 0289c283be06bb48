import { expect, test } from 'vitest';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { countBy } from './count-people.ts';

function speaking(language: string | undefined, times: number): DirectoryEntry[] {
  return Array.from({ length: times }, (_, at) => ({ id: `${language ?? ''}${String(at)}`, nameAsWritten: 'x', phones: [], guessedPhones: [], institutions: [], language }));
}

test('the five with most people come first; the others are counted together, and who has none apart', () => {
  const people = [...speaking('a', 1), ...speaking('b', 7), ...speaking('c', 3), ...speaking('d', 4), ...speaking('e', 5), ...speaking('f', 2), ...speaking('g', 1), ...speaking(undefined, 9)];
  const counted = countBy(people, ({ language }) => language);
  expect(counted.top.map(({ key, count }) => `${key}${String(count)}`)).toEqual(['b7', 'e5', 'd4', 'c3', 'f2']);
  expect(counted).toMatchObject({ others: 2, none: 9 });
  expect(counted.top.reduce((sum, { count }) => sum + count, 0) + counted.others + counted.none).toBe(people.length);
});
