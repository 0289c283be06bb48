import { makeCode, pageCode, readCode } from '../../shared/domain/paper-code.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import type { SheetPlan } from '../../shared/papers/plan-pages.ts';
import type { Chapter } from '../../shared/store/chapter-types.ts';
import { takeNumber } from '../app/device-count.ts';

function isPlanned(sheet: Sheet, plan: Pick<SheetPlan, 'variant'>, page: SheetPlan['pages'][number]): boolean {
  return (
    sheet.variant === plan.variant &&
    sheet.pageNo === page.pageNo &&
    sheet.pages === page.pages &&
    sheet.firstRow === page.firstRow &&
    sheet.printedRows === page.printedRows &&
    sheet.preprinted.join() === page.preprinted.join()
  );
}

/** The code of a sheet that was printed just so and of which nobody has touched a page, other than `except`; null when there is none. */
function untouchedCode(sheets: readonly Sheet[], plan: Pick<SheetPlan, 'variant' | 'pages'>, except: ReadonlySet<string> = new Set()): string | null {
  const byCode = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    const read = readCode(sheet.code);
    if (read.ok) byCode.set(read.sheetCode, [...(byCode.get(read.sheetCode) ?? []), sheet]);
  }
  for (const [code, pages] of byCode) {
    const untouched = pages.every(({ state, rows, deletedAt }) => state === 'printed' && rows.length === 0 && deletedAt === undefined);
    const same = pages.length === plan.pages.length && plan.pages.every((page) => pages.some((sheet) => isPlanned(sheet, plan, page)));
    if (untouched && same && !except.has(code)) return code;
  }
  return null;
}

/**
 * The code for a sheet that is about to be printed, with a `sheet` record for each of its pages. Printing the same list
 * again gives the same code as long as nobody began to type it; codes in `except` are not given again, so that who asks for
 * another sheet gets another code. The PC's count goes up before the records are made: a
 * power cut between wastes a code rather than giving it twice. Rejects with a StoreProblem, or a RangeError when the PC has
 * no codes left.
 */
export async function giveCode(chapter: Chapter, meeting: string, plan: SheetPlan, except: ReadonlySet<string> = new Set()): Promise<string> {
  const found = await chapter.collections.sheets.find({ selector: { meeting } }).exec();
  const again = untouchedCode(found.map((document) => document.toMutableJSON()), plan, except);
  if (again !== null) return again;
  const { letter, before } = await takeNumber(chapter, 'codesGiven');
  const code = makeCode(letter, before);
  await chapter.createMany(
    'sheets',
    plan.pages.map((page) => ({
      meeting,
      code: pageCode(code, page.pageNo),
      pageNo: page.pageNo,
      pages: page.pages,
      variant: plan.variant,
      printedRows: page.printedRows,
      firstRow: page.firstRow,
      preprinted: [...page.preprinted],
      rows: [],
      state: 'printed' as const,
    })),
  );
  return code;
}
