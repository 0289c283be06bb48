import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedPerson } from '../../../shared/import/plan.ts';
import { chunksOf, intakeOf, recordOf } from './intake.ts';

const MAYBE = { score: 60, band: 'maybe', reasons: [] } as const;

function row(number: number, more: Partial<PlannedPerson> = {}): PlannedPerson {
  return { row: number, fields: { nameAsWritten: `Persona ${number}`, contacts: [], affiliations: [] }, institutionName: '', roles: [], institution: null, careful: [], sameAs: [], ...more };
}

test('every row is written once, in chunks no larger than asked, and after those it may be the same as', () => {
  const rows = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 60 }).map((all) =>
    all.map((likes, at) => ({ likeRows: at === 0 ? [] : likes.map((like) => like % at) })),
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (people, size) => {
      const chunks = chunksOf(people, size);
      expect(chunks.flat().sort((a, b) => a - b)).toEqual(people.map((_, at) => at));
      const chunkOf = new Map(chunks.flatMap((chunk, number) => chunk.map((at) => [at, number] as const)));
      for (const [at, { likeRows }] of people.entries()) {
        for (const like of likeRows) expect(chunkOf.get(like)).toBeLessThan(chunkOf.get(at) ?? -1);
      }
      expect(Math.max(0, ...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(size);
    }),
  );
});

test('rows without likenesses fill their chunks', () => {
  expect(chunksOf(Array.from({ length: 700 }, () => ({ likeRows: [] }))).map((chunk) => chunk.length)).toEqual([300, 300, 100]);
});

test('of two rows that may be one person the later one carries the mark, whichever the plan marked', () => {
  const people = [row(2, { sameAs: [{ ...MAYBE, row: 5 }] }), row(5), row(9, { sameAs: [{ ...MAYBE, row: 2 }] })];
  expect(intakeOf({ people, institutions: [], problems: [] }).people.map(({ likeRows }) => likeRows)).toEqual([[], [0], [0]]);
});

test('a record says which import it came from, its institution with the roles, and whom it may be the same as', () => {
  const planned = row(7, { institution: { key: 'emanuel' }, roles: ['clergy'], sameAs: [{ ...MAYBE, id: 'person:a' }] });
  const record = recordOf({ planned, likeRows: [4] }, 'import:x', { institutions: new Map([['emanuel', 'institution:b']]), people: new Map([[4, 'person:b']]) });
  expect(record).toMatchObject({ nameAsWritten: 'Persona 7', source: { kind: 'import', from: 'import:x' }, possibleDuplicates: ['person:a', 'person:b'] });
  expect(record.affiliations).toMatchObject([{ institution: 'institution:b', roles: ['clergy'], isMain: true }]);
});

test('a row without institution has none, and without likeness no mark', () => {
  const record = recordOf({ planned: row(3), likeRows: [] }, 'import:x', { institutions: new Map(), people: new Map() });
  expect(record.affiliations).toEqual([]);
  expect(record).not.toHaveProperty('possibleDuplicates');
});
