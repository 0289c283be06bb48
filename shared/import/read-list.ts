import { searchTokens } from '../names/normalize.ts';
import { readEmail } from '../words/email.ts';
import { ListProblem } from './decode.ts';
import { headingField } from './headings.ts';
import { rawRecords } from './records.ts';
import { separatorOf, usualLength } from './separator.ts';

/** One row of a list; cells are padded to the list's columns. */
export interface ListRow {
  /** 1 for the file's first row, headings and blank rows counted, as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Set when the row's cells cannot be told apart; its cells are as many as it has. */
  readonly problem?: 'too-many-cells' | 'open-quote';
}

/** A list of people as read from a file, before anybody says what its columns mean. */
export interface PeopleList {
  /** The headings as written; null when the list has none. */
  readonly headings: readonly string[] | null;
  readonly columnCount: number;
  readonly rows: readonly ListRow[];
}

function looksLikeContent(cell: string): boolean {
  return cell.replace(/\D/g, '').length >= 7 || readEmail(cell) !== null;
}

/** True when the first row names columns: a heading we know, or words above columns of phones and addresses. */
function isHeadings(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  if (first.some(looksLikeContent)) return false;
  if (first.some((cell) => headingField(cell) !== null)) return true;
  return first.every((_cell, column) => others.some((cells) => looksLikeContent(cells[column] ?? ''))) && searchTokens(first.join(' ')).length > 0;
}

/** Cells without the empty ones at the end. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

/**
 * Reads a list's text: finds the separator and the headings, skips blank rows, pads short ones, and marks rows that have
 * more cells than the list has columns or a quotation mark that is never closed. `hasHeadings` overrides the guess.
 * Throws a {@link ListProblem} `no-rows` when there is no row but headings.
 */
export function readList(text: string, hasHeadings?: boolean): PeopleList {
  const bare = text.replace(/^\uFEFF/, '');
  // A first line "sep=;" is a note to a spreadsheet program.
  const told = /^sep=(.)(\r\n|\r|\n)/i.exec(bare);
  const separator = told?.[1] ?? separatorOf(bare);
  const records = rawRecords(told ? bare.slice(told[0].length) : bare, separator);
  const offset = told ? 2 : 1;
  const filled = records
    .map((record, at) => ({ ...record, number: at + offset }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...others] = filled;
  const sample = others.slice(0, 50).map(({ cells }) => cells);
  const headed = first !== undefined && (hasHeadings ?? isHeadings(withoutEmptyEnd(first.cells), sample));
  const headings = headed ? withoutEmptyEnd(first.cells) : null;
  const rows = headed ? others : filled;
  if (rows.length === 0) throw new ListProblem('no-rows');
  const columnCount = headings?.length ?? usualLength(rows.map(({ cells }) => cells.length));
  return {
    headings,
    columnCount,
    rows: rows.map(({ cells, number, openQuote }): ListRow => {
      if (openQuote) return { number, cells, problem: 'open-quote' };
      if (withoutEmptyEnd(cells).length > columnCount) return { number, cells, problem: 'too-many-cells' };
      return { number, cells: Array.from({ length: columnCount }, (_cell, column) => cells[column] ?? '') };
    }),
  };
}
