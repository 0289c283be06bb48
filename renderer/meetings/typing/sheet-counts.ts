import type { Sheet, SheetRow } from '../../../shared/domain/sheet.ts';

/** How far the typing of a page is (domain §6.5 step 6). */
export interface SheetCounts {
  /** Lines decided, whatever they are. */
  readonly typed: number;
  /** Lines that the clerk counted on the paper; undefined when nobody counted. */
  readonly lines?: number;
  readonly fresh: number;
  readonly later: number;
}

/** The counts of a page from its rows. */
export function sheetCounts(rows: readonly Pick<SheetRow, 'state'>[], lines: number | undefined): SheetCounts {
  const of = (state: SheetRow['state']): number => rows.filter((row) => row.state === state).length;
  return { typed: rows.length, lines, fresh: of('new'), later: of('later') };
}

/** Who came to a meeting, by its sheets (domain §2.6). */
export interface Attendance {
  /** Ids of the people named, each once however many lines name them. */
  readonly people: ReadonlySet<string>;
  /** Lines that somebody signed and nobody can name: anonymous, unreadable, put off. */
  readonly unnamed: number;
  /** `people` and `unnamed` together. */
  readonly present: number;
}

/** Counts nobody twice: a person on two lines or two pages came once, also under two records that are one person by now. */
export function attendanceOf(sheets: readonly Pick<Sheet, 'rows'>[], survivorOf: (id: string) => string): Attendance {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const people = new Set(rows.flatMap(({ person }) => (person === undefined ? [] : [survivorOf(person)])));
  const unnamed = rows.filter((row) => row.person === undefined).length;
  return { people, unnamed, present: people.size + unnamed };
}
