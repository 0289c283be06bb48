import type { Person } from '../domain/person.ts';
import { suggestNameParts, type NameParts } from '../names/name-parts.ts';
import { searchTokens } from '../names/normalize.ts';
import { surnamesIn } from '../names/suggest-parts.ts';
import { emailsOf, phonesOf } from './contacts.ts';
import type { ImportField } from './headings.ts';
import { languageOf } from './language-words.ts';
import type { ListRow } from './read-list.ts';
import { roleOf } from './role-words.ts';

/** Why a row does not become a person; each has a sentence in namespace `import` under `reason.<code>`. */
export const ROW_PROBLEMS = ['no-name', 'anonymous', 'unreadable', 'too-many-cells', 'open-quote'] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** A row that is left out, with the whole of it, so that nothing is lost. */
export interface RowProblem {
  readonly row: number;
  readonly reason: RowProblemCode;
  readonly cells: readonly string[];
}

/** A person's fields as the store takes them; id, times and author are the store's. */
type PersonFields = Omit<Person, 'id' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/** A row that can become a person. The institution is only a name yet. */
export interface RowPerson {
  readonly row: number;
  /** Without affiliations. */
  readonly fields: PersonFields;
  /** As written, empty when the row names none. */
  readonly institutionName: string;
  /** Codes of `affiliation_role`. */
  readonly roles: readonly string[];
}

const ANONYMOUS = /^(anonim[oa]s?|anonymous|anon|anonymo|sin nombre|no name|n n)$/;
const UNREADABLE = /^(ilegible|illegible|unreadable|no se (lee|entiende)|can ?t read)$/;

function nameProblem(name: string): RowProblemCode | null {
  if (name === '') return 'no-name';
  const words = searchTokens(name).join(' ');
  if (ANONYMOUS.test(words)) return 'anonymous';
  if (UNREADABLE.test(words) || /^[?¿*.\s-]*\?[?¿*.\s-]*$/.test(name)) return 'unreadable';
  return /\p{L}/u.test(name) ? null : 'no-name';
}

/** A cell as it was written, without the spaces around it; "=SUM(A1)" is only text here. */
function written(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '').join('\n');
}

/**
 * Makes a person of a row, or says why not. The name is kept as written (only outer spaces go), and its parts are suggested
 * unless the list has columns for them. A phone or e-mail that cannot be read stays as written. `areaCode` is the
 * chapter's, for phones of seven digits.
 */
export function personOfRow(row: ListRow, columns: readonly ImportField[], areaCode: string): RowPerson | RowProblem {
  const cells = new Map<ImportField, string[]>();
  row.cells.forEach((cell, column) => {
    const field = columns[column] ?? 'ignore';
    if (cell !== '') cells.set(field, [...(cells.get(field) ?? []), cell]);
  });
  const cellsOf = (field: ImportField): readonly string[] => cells.get(field) ?? [];
  const one = (field: ImportField): string => written(cellsOf(field));
  const refused = (reason: RowProblemCode): RowProblem => ({ row: row.number, reason, cells: row.cells });
  if (row.problem) return refused(row.problem);

  const [given, family1, family2] = [one('given'), one('family1'), one('family2')];
  const nameAsWritten = one('fullName') || [given, family1, family2].filter((part) => part !== '').join(' ') || one('called');
  const problem = nameProblem(nameAsWritten);
  if (problem) return refused(problem);

  const role = one('role');
  const roleCode = role === '' ? null : roleOf(role);
  const notes = written([...cellsOf('notes'), ...(role !== '' && roleCode === null ? [role] : [])]);
  const area = one('area');
  return {
    row: row.number,
    institutionName: one('institution'),
    roles: roleCode === null ? [] : [roleCode],
    fields: {
      nameAsWritten,
      ...partsFrom(nameAsWritten, { given, family1, family2, called: one('called') }),
      contacts: [...cellsOf('phone').flatMap((cell) => phonesOf(cell, areaCode)), ...cellsOf('email').flatMap(emailsOf)],
      ...languageOf(one('language')),
      ...(area !== '' && { area }),
      ...(notes !== '' && { notes }),
      affiliations: [],
    },
  };
}

/** The list's own columns go before what the name as written suggests; a column of surnames may hold both. */
function partsFrom(nameAsWritten: string, told: Required<Pick<NameParts, 'given' | 'family1' | 'family2' | 'called'>>): NameParts {
  if (told.given === '' && told.family1 === '' && told.family2 === '') {
    const suggested = suggestNameParts(nameAsWritten);
    return told.called ? { ...suggested, called: told.called } : suggested;
  }
  const [first = '', ...others] = told.family2 ? [told.family1] : surnamesIn(told.family1 ?? '');
  const parts = { given: told.given, family1: first, family2: told.family2 || others.join(' '), called: told.called };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
}
