/**
 * The room on a landscape attendance sheet (domain §3.0, §3.1). Inches for what is measured with a ruler, points for
 * type. The layout in `renderer/papers/` takes its sizes from here, so that a plan made without a browser holds on paper.
 */

export const PAPER_SIZES = ['letter', 'a4', 'legal'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export const POINTS = 72;

const SHEET_COLUMNS = ['number', 'name', 'institution', 'phone', 'consent', 'firstTime', 'language', 'wants'] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

export interface SheetSpace {
  /** The sheet of paper, landscape, inches. */
  readonly paperWidth: number;
  readonly paperHeight: number;
  /** What is printed on, inches; leaves at least 0.6 in on every side. */
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Inches; they add up to `boxWidth`. */
  readonly columns: readonly (readonly [SheetColumn, number])[];
}

const PAPERS: Readonly<Record<PaperSize, Omit<SheetSpace, 'columns'>>> = {
  letter: { paperWidth: 11, paperHeight: 8.5, boxWidth: 9.8, boxHeight: 7.3 },
  a4: { paperWidth: 11.69, paperHeight: 8.27, boxWidth: 9.9, boxHeight: 7.06 },
  legal: { paperWidth: 14, paperHeight: 8.5, boxWidth: 12.8, boxHeight: 7.3 },
};

/** Widths on Letter; wider papers give the rest to name and institution. Name ≥ 2.6, phone ≥ 1.5 (domain §3.0). */
const COLUMNS: Readonly<Record<SheetColumn, number>> = {
  number: 0.38,
  name: 2.6,
  institution: 1.68,
  phone: 1.5,
  consent: 1.1,
  firstTime: 0.8,
  language: 0.7,
  wants: 1.04,
};

/** The room of a paper size. A sheet of one institution has no institution column and a wider name (variant c). */
export function sheetSpace(paper: PaperSize, oneInstitution: boolean): SheetSpace {
  const size = PAPERS[paper];
  const shown = SHEET_COLUMNS.filter((column) => !(oneInstitution && column === 'institution'));
  const spare = size.boxWidth - shown.reduce((sum, column) => sum + COLUMNS[column], 0);
  const share: Partial<Record<SheetColumn, number>> = oneInstitution
    ? { name: 0.7, phone: 0.3 }
    : { name: 0.5, institution: 0.35, phone: 0.15 };
  return { ...size, columns: shown.map((column) => [column, COLUMNS[column] + spare * (share[column] ?? 0)] as const) };
}

/** Type sizes and leading, points. Text that is read is 11 pt, labels of handwriting 9 pt (domain §3.0). */
export const TYPE = {
  title: { size: 16, leading: 18 },
  subtitle: { size: 11, leading: 13 },
  text: { size: 11, leading: 14 },
  label: { size: 9, leading: 10.5 },
  row: { size: 11, leading: 12 },
} as const;

/** Fixed distances of a page, points. */
export const GAPS = {
  underTitle: 4,
  overFields: 4,
  underFields: 3,
  aroundPurpose: 3,
  /** Above and, as much again, under the text of a heading. */
  cell: 2,
  /** Above and under the text of a line, together; two lines of text fit the least row height. */
  row: 1.5,
  /** Left and right of the text of a cell, together. */
  cellSides: 7,
  overTotals: 5,
  totals: 25,
  /** The box to tick before a printed name, with its distance. */
  tick: 20,
  betweenFields: 12,
  /** Between the chapter's name and the code. */
  besideCode: 14,
} as const;

/** A line to write on in the header, points. */
export const WRITING_LINE = 16;

/** Rows are at least 9 mm high so that people can write, and not so high that lines are wasted (domain §3.0). */
export const ROW_HEIGHT = { least: 0.36 * POINTS, most: 0.41 * POINTS } as const;
export const MOST_ROWS = 15;

/** Widths in the header besides the meeting's title, which takes the rest; inches. */
export const HEADER_WIDTHS = { paperTitle: 3, code: 1.45, date: 2.2, place: 2.55, institution: 2.3, room: 1 } as const;
