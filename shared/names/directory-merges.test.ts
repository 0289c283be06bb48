import fc from 'fast-check';
import { expect, it } from 'vitest';
import { survivorOf } from '../domain/merged-people.ts';
import { Directory, type DirectoryEntry } from './directory.ts';
import { directoryBytes, directoryFromBytes } from './frozen-directory.ts';

function entry(id: string, nameAsWritten: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return { id, nameAsWritten, phones: [], guessedPhones: [], institutions: [], ...more };
}

const LUPITA = entry('a', 'Lupita Hernández', { alsoKnownAs: ['Guadalupe Ríos'] });
const TWIN = entry('b', 'Guadalupe Ríos');

function names(directory: Directory): string[] {
  return directory.sorted().map(({ id }) => id).sort();
}

it('one person under two ids is listed, found and counted once, under whichever id is asked for', () => {
  const directory = new Directory();
  directory.putMany([LUPITA, TWIN]);
  expect(directory.size).toBe(2);
  const before = directory.merges;
  directory.put({ ...TWIN, mergedInto: 'a' });
  expect(directory.size).toBe(1);
  expect(directory.merges).toBeGreaterThan(before);
  expect(directory.get('b')?.id).toBe('a');
  expect(directory.idsOf('b')).toEqual(['a', 'b']);
  expect(directory.recordsOf('a').map(({ nameAsWritten }) => nameAsWritten)).toEqual(['Lupita Hernández', 'Guadalupe Ríos']);
  // The name that the absorbed one was written under still finds the person.
  expect(directory.search('rios guadalupe', { limit: 5 }).map(({ id }) => id)).toEqual(['a']);
  expect(directory.candidatesFor('guadalupe', { preferred: new Set(), limit: 4 }).map(({ entry: { id } }) => id)).toEqual(['a']);
  directory.put(TWIN);
  expect(names(directory)).toEqual(['a', 'b']);
});

it('whose survivor is in the bin, erased or not yet here shows as themselves, until the survivor comes', () => {
  const directory = new Directory();
  directory.put({ ...TWIN, mergedInto: 'a' });
  expect(names(directory)).toEqual(['b']);
  directory.put(LUPITA);
  expect(names(directory)).toEqual(['a']);
  directory.remove('a');
  expect(names(directory)).toEqual(['b']);
  expect(directory.search('guadalupe rios', { limit: 5 }).map(({ id }) => id)).toEqual(['b']);
});

it('leads on through a record in the bin, also after the next opening', () => {
  const directory = new Directory();
  directory.putMany([entry('c', 'Zoila Paz', { mergedInto: 'b' }), LUPITA]);
  directory.remove('b', 'a');
  const frozen = directoryFromBytes(directoryBytes(directory.freeze()));
  const again = new Directory();
  if (frozen) again.thaw(frozen);
  for (const one of [directory, again]) {
    expect(names(one)).toEqual(['a']);
    expect(one.survivorOf('c')).toBe('a');
    expect(one.search('guadalupe', { limit: 5 })).toHaveLength(1);
    one.remove('a');
    expect(names(one)).toEqual(['c']);
  }
});

it('whatever comes in whatever order, everybody here is seen through exactly one entry, and a frozen copy says the same', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const step = fc.record({ id: fc.constantFrom(...ids), into: fc.option(fc.constantFrom(...ids), { nil: undefined }), kind: fc.constantFrom('put', 'bin', 'erase') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const directory = new Directory();
      const there = new Map<string, string | undefined>();
      const marks = new Map<string, string | undefined>();
      for (const { id, into, kind } of steps) {
        const mergedInto = kind === 'erase' || into === id ? undefined : into;
        if (kind === 'put') directory.put(entry(id, `Ana ${id}`, { mergedInto }));
        else directory.remove(id, mergedInto);
        if (kind === 'put') there.set(id, mergedInto);
        else there.delete(id);
        marks.set(id, mergedInto);
      }
      const standing = [...there.keys()].filter((id) => survivorOf(id, (one) => marks.get(one), (one) => there.has(one)) === id).sort();
      expect(names(directory)).toEqual(standing);
      for (const id of there.keys()) expect(standing).toContain(directory.get(id)?.id);
      const again = new Directory();
      again.thaw(directoryFromBytes(directoryBytes(directory.freeze())) ?? directory.freeze());
      expect(names(again)).toEqual(standing);
      for (const id of ids) expect(again.idsOf(id)).toEqual(directory.idsOf(id));
    }),
  );
});
