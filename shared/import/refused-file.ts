import Papa from 'papaparse';
import type { RowProblem, RowProblemCode } from './to-person.ts';

/** The texts of the file, in the language of the screen. */
export interface RefusedTexts {
  /** Headings of the two columns in front of the row. */
  readonly row: string;
  readonly reason: string;
  reasonText(reason: RowProblemCode): string;
}

/** A cell that a spreadsheet program will not take for a formula. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/**
 * A CSV file (UTF-8 with its mark, CRLF) of the rows that were left out: row number and reason, then the row as it was.
 * Cells beginning with = + - @ tab or CR get an apostrophe in front. `headings` are the list's own, null for none.
 */
export function refusedFile(problems: readonly RowProblem[], headings: readonly string[] | null, texts: RefusedTexts): Uint8Array {
  const rows = problems.map(({ row, reason, cells }) => [String(row), texts.reasonText(reason), ...cells]);
  const all = [[texts.row, texts.reason, ...(headings ?? [])], ...rows];
  const csv = Papa.unparse(all.map((cells) => cells.map(harmless)), { newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`);
}
