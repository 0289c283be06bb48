import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { MatchIndex } from './candidates.ts';
import { matchPerson, type Comparable } from './match-person.ts';
import { scoreMatch } from './score.ts';

function someone(id: string, nameAsWritten: string, phones: string[] = []): Comparable {
  return { id, nameAsWritten, phones, institutions: ['holy'] };
}

function indexOf(people: readonly Comparable[]): MatchIndex {
  const index = new MatchIndex();
  for (const person of people) index.put(person);
  return index;
}

const anybody = fc
  .record({
    given: fc.constantFrom('Ana', 'Anita', 'José', 'Pepe', 'J.', 'María Guadalupe', 'Lupita', 'Beto', 'Roberto', 'Gilberto', 'Rosa'),
    family: fc.constantFrom('Ruiz', 'Ruiz Soto', 'Vásquez', 'Basques', 'Smith-Pérez', 'Pérez', 'De la Cruz', 'Cruz Soto'),
    phone: fc.constantFrom('+19195550101', '+19195550102', ''),
  })
  .map(({ given, family, phone }) => ({ nameAsWritten: `${given} ${family}`, phones: phone === '' ? [] : [phone], institutions: ['holy'] }));

it('finds exactly the pairs that comparing everybody with everybody finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anybody, { maxLength: 14 }), async (drawn) => {
      const people = drawn.map((person, at) => ({ ...person, id: `p${at}` }));
      const index = indexOf(people);
      const expected = people.flatMap((one, at) =>
        people.slice(at + 1).flatMap((other) => {
          const match = scoreMatch(matchPerson(one), matchPerson(other), index);
          // Without a given name or phone in common the blocks do not meet; two surnames and a parish are a family.
          return match.band === 'new' || !match.reasons.some((reason) => ['given-name', 'initial', 'phone', 'shared-phone'].includes(reason)) ? [] : [`${one.id} ${other.id}`];
        }),
      );
      const found = (await index.duplicates()).map(({ one, other }) => [one, other].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).join(' '));
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 200 },
  );
});

it('offers the likeliest first, never the person itself, and forgets whom it should', () => {
  const index = indexOf([
    someone('a', 'Eduardo Ruiz Álvarez', ['+19195550101']),
    someone('b', 'Eduardo Ruiz', ['+19195550102']),
    someone('c', 'Rosa Ruiz Álvarez', ['+19195550101']),
  ]);
  const typed = { ...someone('typed', 'Lalo Ruiz Álvarez', ['+19195550101']) };
  expect(index.candidatesOf(typed, 4).map(({ id, band }) => [id, band])).toEqual([['a', 'probably'], ['b', 'maybe']]);
  expect(index.candidatesOf(typed, 1)).toHaveLength(1);
  index.remove('a');
  expect(index.candidatesOf(typed, 4).map(({ id }) => id)).toEqual(['b']);
  expect(index.surnameCount('alvarez')).toBe(1);
});

it('looks only at pairs with the people asked for', async () => {
  const index = indexOf([someone('a', 'Ana Ruiz'), someone('b', 'Ana Ruiz'), someone('c', 'Ana Ruiz')]);
  const pairs = await index.duplicates({ among: new Set(['c']) });
  expect(pairs.map(({ one, other }) => [one, other])).toEqual([['a', 'c'], ['b', 'c']]);
});

it('reports how far it is and stops when it is called off', async () => {
  const index = indexOf(Array.from({ length: 600 }, (_person, at) => someone(`p${at}`, 'Ana Ruiz Soto')));
  const onProgress = vi.fn();
  const control = new AbortController();
  onProgress.mockImplementation(() => control.abort(new Error('called off')));
  await expect(index.duplicates({ onProgress, signal: control.signal })).rejects.toThrow('called off');
  expect(onProgress.mock.calls[0]?.[0]).toBeLessThan(600);
});
