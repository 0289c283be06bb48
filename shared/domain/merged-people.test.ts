import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canBeUndone, eachOnce, survivorOf } from './merged-people.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const marks = fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(...IDS), { maxKeys: 6 });
const here = fc.uniqueArray(fc.constantFrom(...IDS));

/** The survivor of every id under these marks. */
function survivors(into: Readonly<Record<string, string>>, present: readonly string[] = IDS): Record<string, string> {
  return Object.fromEntries(IDS.map((id) => [id, survivorOf(id, (one) => (Object.hasOwn(into, one) ? into[one] : undefined), (one) => present.includes(one))]));
}

it('follows the marks to the end of the way', () => {
  expect(survivors({ a: 'b', b: 'c' })).toMatchObject({ a: 'c', b: 'c', c: 'c', d: 'd' });
});

it('lets the smallest id stand when two PCs merged the same two the other way round', () => {
  expect(survivors({ a: 'b', b: 'a', c: 'b' })).toMatchObject({ a: 'a', b: 'a', c: 'a' });
  expect(survivors({ d: 'c', c: 'b', b: 'd' })).toMatchObject({ b: 'b', c: 'b', d: 'b' });
});

it('shows the absorbed as itself when the survivor is not here, and leads on through one in the bin', () => {
  expect(survivors({ a: 'b' }, ['a'])).toMatchObject({ a: 'a' });
  expect(survivors({ a: 'b', b: 'c' }, ['a', 'c'])).toMatchObject({ a: 'c', b: 'c' });
  expect(survivors({ a: 'b', b: 'a' }, ['b'])).toMatchObject({ a: 'b', b: 'b' });
});

it('always comes to somebody who stands for themselves, and to the same for everybody on the way', () => {
  fc.assert(
    fc.property(marks, (into) => {
      const all = survivors(into);
      for (const id of IDS) {
        const survivor = all[id] ?? '';
        expect(all[survivor]).toBe(survivor);
        const next = into[id];
        if (next !== undefined) expect(all[next]).toBe(survivor);
      }
    }),
  );
});

it('loses nobody: whoever is here stands for themselves or under somebody who is here', () => {
  fc.assert(
    fc.property(marks, here, (into, present) => {
      const all = survivors(into, present);
      for (const id of present) {
        expect(present).toContain(all[id]);
        expect(all[all[id] ?? '']).toBe(all[id]);
      }
    }),
  );
});

it('counts everybody once, in their order', () => {
  expect(eachOnce(['b', 'a', 'c', 'b'], (id) => (id === 'c' ? 'b' : id))).toEqual(['b', 'a']);
});

it('can be undone for 90 days and not a day longer', () => {
  const createdAt = '2026-03-01T10:00:00.000Z';
  expect(canBeUndone({ createdAt }, new Date('2026-05-30T10:00:00.000Z'))).toBe(true);
  expect(canBeUndone({ createdAt }, new Date('2026-05-30T10:00:00.001Z'))).toBe(false);
  expect(canBeUndone({ createdAt, undoneAt: createdAt }, new Date('2026-03-02T10:00:00.000Z'))).toBe(false);
  // A PC whose clock stands in 2009 can undo what it has just merged.
  expect(canBeUndone({ createdAt }, new Date('2009-01-01T00:00:00.000Z'))).toBe(true);
});
