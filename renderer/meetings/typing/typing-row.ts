import type { RowTicks, Sheet, SheetRow } from '../../../shared/domain/sheet.ts';

/** What the clerk decided about a line. A new person has a key until the record is made, then also the record's id. */
export type Decision =
  | { readonly state: 'linked'; readonly person: string }
  | { readonly state: 'new'; readonly key: string; readonly person?: string }
  | { readonly state: 'later' | 'unreadable' | 'anonymous' };

/** One line of the paper as it stands in the grid. Without a decision it is a line nobody signed, or not yet typed. */
export interface TypingRow {
  /** The number printed on the paper. */
  readonly n: number;
  /** Id of the person whose name is printed on the line. */
  readonly printed?: string;
  /** The name as typed: letters that found a person, or the name as it is written. */
  readonly name: string;
  /** The phone as typed. */
  readonly phone: string;
  /** Id of the chosen institution; `institutionText` is what was typed when none was chosen. */
  readonly institution?: string;
  readonly institutionText: string;
  readonly ticks: RowTicks;
  readonly decision?: Decision;
}

/** The ticks of a line in the order of the paper (domain §3.1). */
export const TICKS = ['call', 'message', 'firstTime', 'es', 'en', 'host'] as const satisfies readonly (keyof RowTicks)[];

/** A line with nothing on it. */
export function emptyRow(n: number, printed?: string): TypingRow {
  return { n, printed, name: '', phone: '', institutionText: '', ticks: {} };
}

/** True when anything at all was typed or ticked on the line. */
export function hasContent(row: TypingRow): boolean {
  return (
    [row.name, row.phone, row.institutionText].some((text) => text.trim() !== '') ||
    row.institution !== undefined ||
    TICKS.some((tick) => row.ticks[tick] === true)
  );
}

/** The lines of a page, with one more line under the last: people write in the margin, too. */
export function rowsOfSheet(sheet: Pick<Sheet, 'rows' | 'printedRows' | 'firstRow' | 'preprinted' | 'linesOnPaper'>): readonly TypingRow[] {
  const typed = new Map(sheet.rows.map((row) => [row.n, row]));
  const last = Math.max(sheet.firstRow - 1, ...typed.keys());
  const wanted = Math.max(sheet.printedRows, sheet.linesOnPaper ?? 0, last - sheet.firstRow + 1) + 1;
  return Array.from({ length: wanted }, (_, index) => {
    const n = sheet.firstRow + index;
    return rowFromRecord(emptyRow(n, sheet.preprinted[index]), typed.get(n));
  });
}

/** The line as the record has it; a decision that means the same keeps its key. */
export function rowFromRecord(row: TypingRow, record: SheetRow | undefined): TypingRow {
  const blank = emptyRow(row.n, row.printed);
  if (record === undefined) return blank;
  return {
    ...blank,
    name: record.asWritten,
    phone: record.phoneAsWritten ?? '',
    institution: record.institution,
    institutionText: record.institutionAsWritten ?? '',
    ticks: record.ticks ?? {},
    decision: decisionOf(record, row.decision),
  };
}

function decisionOf(record: SheetRow, before: Decision | undefined): Decision {
  const { state, person } = record;
  if (state === 'linked') return person === undefined ? { state: 'later' } : { state, person };
  if (state !== 'new') return { state };
  if (before?.state === 'new' && before.person === person) return before;
  return person === undefined ? { state: 'later' } : { state, key: person, person };
}

/** The record's row of a line, or null when the line is undecided or waits for its new person to be made. */
export function recordOfRow(row: TypingRow): SheetRow | null {
  const { decision } = row;
  if (decision === undefined) return null;
  const person = 'person' in decision ? decision.person : undefined;
  if (decision.state === 'new' && person === undefined) return null;
  const ticks = Object.fromEntries(TICKS.filter((tick) => row.ticks[tick] === true).map((tick) => [tick, true]));
  return {
    n: row.n,
    asWritten: row.name.trim(),
    state: decision.state,
    ...(person === undefined ? {} : { person }),
    ...(row.phone.trim() === '' ? {} : { phoneAsWritten: row.phone.trim() }),
    ...(row.institution === undefined ? {} : { institution: row.institution }),
    ...(row.institutionText.trim() === '' ? {} : { institutionAsWritten: row.institutionText.trim() }),
    ...(Object.keys(ticks).length === 0 ? {} : { ticks }),
  };
}
