import Papa from 'papaparse';

/** What may begin a formula, also in full width, after spaces or quotation marks that a spreadsheet program takes away. */
const FORMULA = /^[\s"'\u00ab\u00bb\u2018-\u201f\u200b\ufeff]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/;

/** A cell that a spreadsheet program will not take for a formula: where it might, with an apostrophe in front (domain §5.8). */
export function harmlessCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A CSV file that spreadsheet programs open well: UTF-8 with its mark, CRLF, every cell quoted and harmless. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const csv = Papa.unparse(rows.map((cells) => cells.map(harmlessCell)), { newline: '\r\n', quotes: true });
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`);
}
