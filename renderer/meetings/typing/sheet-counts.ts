import type { SheetRow } from '../../../shared/domain/sheet.ts';

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
