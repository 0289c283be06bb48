import { readEmail } from '../words/email.ts';
import { headingField, type ImportField } from './headings.ts';
import { isLanguageWord } from './language-words.ts';
import type { PeopleList } from './read-list.ts';

export { IMPORT_FIELDS, type ImportField } from './headings.ts';

/** Rows that are looked at to tell what a column holds. */
const LOOKED_AT = 200;

/** Fields that more than one column may hold. */
const SEVERAL: ReadonlySet<ImportField> = new Set(['phone', 'email', 'notes', 'ignore']);

function isPhoneLike(cell: string): boolean {
  const digits = cell.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15 && !/[\p{L}]{4,}/u.test(cell);
}

function isNameLike(cell: string): boolean {
  return /^[\p{L}\p{M}\s.,'’"()-]+$/u.test(cell) && /\p{L}{2,}/u.test(cell);
}

/** What a column without a known heading holds, as far as its cells tell: contacts and languages, never more. */
function contentField(cells: readonly string[]): ImportField | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const most = (test: (cell: string) => boolean): boolean => filled.length > 0 && filled.filter(test).length / filled.length > 0.6;
  if (most((cell) => readEmail(cell) !== null)) return 'email';
  if (most(isPhoneLike)) return 'phone';
  return most(isLanguageWord) ? 'language' : null;
}

/** Name-like columns of a list without headings: the first holds names; one with few different texts, institutions. */
function nameField(cells: readonly string[], taken: ReadonlySet<ImportField>): ImportField {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const nameLike = filled.length > 0 && filled.filter(isNameLike).length / filled.length > 0.6;
  const different = new Set(filled.map((cell) => cell.toLowerCase())).size / filled.length;
  if (nameLike && !taken.has('fullName') && (different > 0.5 || filled.length < 10)) return 'fullName';
  return filled.length > 0 && taken.has('fullName') && !taken.has('institution') && different <= 0.5 ? 'institution' : 'ignore';
}

/**
 * A guess of what each column holds, from headings in English or Spanish and, where these say nothing, from the cells.
 * One field a column; only phones, e-mails and notes may come in several. A person confirms it.
 */
export function guessColumns(list: PeopleList): ImportField[] {
  const sample = list.rows.filter((row) => row.problem === undefined).slice(0, LOOKED_AT);
  const taken = new Set<ImportField>();
  const headings = Array.from({ length: list.columnCount }, (_field, column) => headingField(list.headings?.[column] ?? ''));
  const hasSurnames = headings.includes('family1');
  return headings.map((named, column) => {
    const cells = sample.map((row) => row.cells[column] ?? '');
    // "Nombre" beside "Apellidos" is the given name.
    let field = named === 'fullName' && hasSurnames && !taken.has('given') && !headings.includes('given') ? 'given' : named;
    field ??= contentField(cells) ?? (list.headings === null ? nameField(cells, taken) : 'ignore');
    if (taken.has(field) && !SEVERAL.has(field)) field = 'ignore';
    taken.add(field);
    return field;
  });
}
