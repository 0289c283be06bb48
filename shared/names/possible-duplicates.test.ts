import { expect, it } from 'vitest';
import { Directory, type DirectoryEntry } from './directory.ts';
import { setNicknames } from './nicknames.ts';
import { DuplicateSearch, pairKey } from './possible-duplicates.ts';

function entry(id: string, nameAsWritten: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return { id, nameAsWritten, phones: [], guessedPhones: [], institutions: ['holy'], ...more };
}

function searched(entries: readonly DirectoryEntry[]) {
  const directory = new Directory();
  directory.putMany(entries);
  const search = new DuplicateSearch(directory);
  const end = search.subscribe(() => undefined);
  const pairs = (): string[] => search.told().pairs.map(({ one, other }) => pairKey(one, other));
  return { directory, search, end, pairs };
}

const LUPITA = entry('a', 'Guadalupe Hernández Ríos', { phones: ['+19195550101'] });
const TWIN = entry('b', 'Lupita Hernandez Rios', { phones: ['+19195550101'] });

it('finds the pairs, follows what changes, and leaves out who is known to be another', async () => {
  const { directory, pairs, end } = searched([LUPITA, entry('c', 'Wilmer Cruz')]);
  directory.put(TWIN);
  await expect.poll(pairs).toEqual(['a b']);
  directory.put({ ...TWIN, isNot: ['a'] });
  await expect.poll(pairs).toEqual([]);
  directory.put(TWIN);
  await expect.poll(pairs).toEqual(['a b']);
  directory.put({ ...TWIN, mergedInto: 'a' });
  await expect.poll(pairs).toEqual([]);
  directory.put({ ...TWIN, mergedInto: undefined });
  await expect.poll(pairs).toEqual(['a b']);
  directory.remove('a');
  await expect.poll(pairs).toEqual([]);
  end();
});

it('compares everybody anew when the chapter’s table of nicknames is another one', async () => {
  const { directory, pairs, end } = searched([LUPITA, TWIN, entry('c', 'Abundio Paz'), entry('d', 'Bundo Paz')]);
  await expect.poll(pairs).toEqual(['a b']);
  const change = (choice: Parameters<typeof setNicknames>[0]): void => {
    setNicknames(choice);
    directory.searchesAnew();
  };
  change({ ownNicknames: [{ key: 'abundio bundo', name: 'Abundio', short: 'Bundo' }], nicknamesOff: ['guadalupe lupita'] });
  await expect.poll(pairs).toContain('c d');
  change(null);
  await expect.poll(pairs).toEqual(['a b']);
  end();
});

it('shows what an import marked, also when nothing else speaks for it', async () => {
  const { search, end } = searched([entry('a', 'Ana Ruiz'), entry('b', 'Wilmer Cruz', { mayBe: ['a', 'gone'] })]);
  await expect.poll(() => search.told().pairs).toEqual([{ one: 'a', other: 'b', band: 'maybe', score: 0, reasons: ['import'] }]);
  end();
});

it('somebody known to be another stays another after a merge', async () => {
  const { directory, pairs, end } = searched([LUPITA, { ...TWIN, isNot: ['c'] }, entry('c', 'Lupita Hernández Ríos', { phones: ['+19195550101'] })]);
  await expect.poll(() => pairs().sort()).toEqual(['a b', 'a c']);
  directory.put({ ...TWIN, isNot: ['c'], mergedInto: 'a' });
  await expect.poll(pairs).toEqual([]);
  end();
});

it('a mother and two grown children at one phone are never probably one, and one more at a phone changes what it says', async () => {
  const family = ['Rosa Gómez Paz', 'Luis Gómez Paz', 'Ana Gómez Paz'].map((name, at) => entry(`f${at}`, name, { phones: ['+19195550199'] }));
  const { directory, search, end } = searched([LUPITA, TWIN, ...family]);
  await expect.poll(() => search.told().pairs).toHaveLength(1);
  const before = search.told().pairs[0];
  expect(before?.reasons).toContain('phone');
  directory.put(entry('m', 'Rosa Hernández', { phones: ['+19195550101'] }));
  await expect.poll(() => search.told().pairs[0]?.reasons).toContain('shared-phone');
  expect(search.told().pairs.some(({ one }) => one.startsWith('f'))).toBe(false);
  end();
});

it('works in turns, tells how far it is, and goes on where it was left', { timeout: 60_000 }, async () => {
  const people = Array.from({ length: 500 }, (_person, at) => entry(`p${String(at).padStart(4, '0')}`, `Ana${String.fromCharCode(97 + (at % 26))} Ruiz${at % 40} Soto${at % 77}`));
  const directory = new Directory();
  directory.putMany(people);
  const search = new DuplicateSearch(directory);
  const shares: number[] = [];
  search.subscribe(() => shares.push(search.told().done / search.told().all))();
  const end = search.subscribe(() => shares.push(search.told().done / search.told().all));
  await expect.poll(() => shares.at(-1)).toBe(1);
  expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  end();
  const whole = new DuplicateSearch(directory);
  const endWhole = whole.subscribe(() => undefined);
  await expect.poll(() => whole.told().done).toBe(whole.told().all);
  expect(search.told().pairs).toEqual(whole.told().pairs);
  expect(whole.told().pairs.length).toBeGreaterThan(0);
  endWhole();
});
