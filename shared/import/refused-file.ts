import { csvFile } from '../words/csv.ts';
import type { RowProblem, RowProblemCode } from './to-person.ts';

/** The texts of the file, in the language of the screen. */
export interface RefusedTexts {
  /** Headings of the two columns in front of the row. */
  readonly row: string;
  readonly reason: string;
  reasonText(reason: RowProblemCode): string;
}

/**
 * A CSV file (UTF-8 with its mark, CRLF) of the rows that were left out: row number and reason, then the row as it was.
 * Cells that might begin a formula get an apostrophe in front. `headings` are the list's own, null for none.
 */
export function refusedFile(problems: readonly RowProblem[], headings: readonly string[] | null, texts: RefusedTexts): Uint8Array {
  const rows = problems.map(({ row, reason, cells }) => [String(row), texts.reasonText(reason), ...cells]);
  return csvFile([[texts.row, texts.reason, ...(headings ?? [])], ...rows]);
}
