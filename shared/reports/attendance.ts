import type { Sheet } from '../domain/sheet.ts';

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
