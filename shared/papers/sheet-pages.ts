import { pageCode } from '../domain/paper-code.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { SheetPlan } from './plan-pages.ts';

/** The fields of a `sheet` record that is made when its page is printed; id and stamps are the store's. */
export type PrintedSheet = Pick<
  Sheet,
  'meeting' | 'code' | 'pageNo' | 'pages' | 'variant' | 'printedRows' | 'preprinted' | 'firstRow' | 'rows' | 'state'
>;

/** One `sheet` record for each page of a plan (domain §2.6, design §3): what the typing grid needs to know of the paper. */
export function printedSheets(plan: SheetPlan, sheetCode: string, meeting: string): readonly PrintedSheet[] {
  return plan.pages.map((page) => ({
    meeting,
    code: pageCode(sheetCode, page.pageNo),
    pageNo: page.pageNo,
    pages: page.pages,
    variant: plan.variant,
    printedRows: page.printedRows,
    preprinted: [...page.preprinted],
    firstRow: page.firstRow,
    rows: [],
    state: 'printed',
  }));
}
