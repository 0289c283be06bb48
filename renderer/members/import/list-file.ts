import { decodeList, ListProblem, type ListProblemCode } from '../../../shared/import/decode.ts';
import { guessColumns, type ImportField } from '../../../shared/import/columns.ts';
import { readList, type PeopleList } from '../../../shared/import/read-list.ts';

/** A larger file is no list of people: 50 MB hold half a million of them. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** Endings that the file dialog offers; Excel's own are there so that choosing one gets a sentence, not a grey name. */
export const ENDINGS = '.csv,.tsv,.txt,.xlsx,.xls,.ods';

/** Why a file did not become a list; sentences in namespace `import` under `file` and `screen.choose`. */
export type FileProblem = ListProblemCode | 'too-large' | 'not-opened';

/** A list that was read, and what its columns seem to hold. */
export interface OpenedList {
  readonly text: string;
  readonly list: PeopleList;
  readonly columns: readonly ImportField[];
}

/** Reads a list from bytes, or says why it is none. */
export function openList(bytes: Uint8Array): OpenedList | { readonly problem: FileProblem } {
  try {
    return readAgain(decodeList(bytes));
  } catch (problem) {
    return { problem: problem instanceof ListProblem ? problem.code : 'not-opened' };
  }
}

/** The same text read anew, as with or without headings. Throws a ListProblem when no row is left then. */
export function readAgain(text: string, hasHeadings?: boolean): OpenedList {
  const list = readList(text, hasHeadings);
  return { text, list, columns: guessColumns(list) };
}

const NAMES: ReadonlySet<ImportField> = new Set(['fullName', 'given', 'family1', 'called']);

/** True when one of the columns tells who the people are; without it no row can be read. */
export function namesPeople(columns: readonly ImportField[]): boolean {
  return columns.some((field) => NAMES.has(field));
}
