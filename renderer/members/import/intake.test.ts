import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksOf, recordOf, type IntakePerson } from './intake.ts';

const ROW: IntakePerson = { fields: { nameAsWritten: 'Lupita Ríos', contacts: [], affiliations: [] }, likePeople: [], likeRows: [] };

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
        for (const row of likeRows) expect(chunkOf.get(row)).toBeLessThan(chunkOf.get(at) ?? -1);
      }
      expect(Math.max(0, ...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(size);
    }),
  );
});

test('rows without likenesses fill their chunks', () => {
  expect(chunksOf(Array.from({ length: 700 }, () => ({ likeRows: [] }))).map((chunk) => chunk.length)).toEqual([300, 300, 100]);
});

test('a record says which import it came from, its institution with the roles, and whom it may be the same as', () => {
  const row: IntakePerson = { ...ROW, institution: 1, roles: ['clergy'], likePeople: ['person:a'], likeRows: [4] };
  const record = recordOf(row, 'import:x', { institutions: ['institution:a', 'institution:b'], people: new Map([[4, 'person:b']]) });
  expect(record).toMatchObject({ nameAsWritten: 'Lupita Ríos', source: { kind: 'import', from: 'import:x' }, possibleDuplicates: ['person:a', 'person:b'] });
  expect(record.affiliations).toMatchObject([{ institution: 'institution:b', roles: ['clergy'], isMain: true }]);
});

test('a row without institution has none, and without likeness no mark', () => {
  const record = recordOf(ROW, 'import:x', { institutions: [], people: new Map() });
  expect(record.affiliations).toEqual([]);
  expect(record).not.toHaveProperty('possibleDuplicates');
});
