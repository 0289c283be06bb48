import { expect, test } from 'vitest';
import { withoutCareful } from './careful.ts';
import { guessColumns } from './columns.ts';
import { planImport, type ImportPlan } from './plan.ts';
import { readList } from './read-list.ts';

function planOf(text: string): Promise<ImportPlan> {
  const list = readList(text);
  return planImport({ list, columns: guessColumns(list), known: [], institutions: [], areaCode: '919' });
}

const LIST = `Nombre,Teléfono,Notas
Rosa Soto,919 555 0101,Canta en el coro. Es indocumentada. Trae café.
Itzel Mora,123-45-6789,Spoke for the driving law
Beto Ríos,555-0102,Llega temprano
Ana Cruz,,TPS`;

test('sentences, and numbers where a phone should be, are found with their rows', async () => {
  expect((await planOf(LIST)).people.map(({ row, careful }) => [row, careful])).toEqual([
    [2, ['Es indocumentada']],
    [3, ['123-45-6789']],
    [4, []],
    [5, ['TPS']],
  ]);
});

test('without them everything else of every row stays as it was', async () => {
  const plan = await planOf(LIST);
  const { people, ...others } = withoutCareful(plan);
  expect(others).toEqual({ institutions: plan.institutions, problems: plan.problems });
  expect(people.map(({ fields }) => fields.notes)).toEqual(['Canta en el coro. Trae café.', 'Spoke for the driving law', 'Llega temprano', undefined]);
  expect(people.map(({ fields }) => fields.contacts.length)).toEqual([1, 0, 1, 0]);
  expect(people[2]).toEqual(plan.people[2]);
  expect(people[3]?.fields).not.toHaveProperty('notes');
  expect(people.flatMap(({ careful }) => careful)).toEqual([]);
});
