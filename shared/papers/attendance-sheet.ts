import { pageCode } from '../domain/paper-code.ts';
import { translator } from '../words/translate.ts';
import { planPages, type SheetPlan } from './plan-pages.ts';
import { printed, shorten, type PaperMode, type PrintedText } from './printed-text.ts';
import { LONGEST } from './sheet-heading.ts';
import type { SheetChoices, SheetOccasion } from './sheet-input.ts';
import type { PaperSize } from './sheet-space.ts';

/** A line of the sheet; without a name it is to be written on. */
export interface SheetLine {
  readonly n: number;
  readonly name: string;
  readonly institution: string;
}

/** What one page has that the others have not. */
export interface SheetPage {
  readonly pageNo: number;
  /** "Página 1 de 2". */
  readonly place: PrintedText;
  /** `AK7QX-1`; null before the sheet has a code. */
  readonly code: string | null;
  readonly lines: readonly SheetLine[];
}

type TotalName = 'countedAtDoor' | 'linesFilled' | 'collectedBy' | 'typedBy' | 'destroyedOn';

/** One place of the box that keeps a night's work from being lost (domain §3.1). */
interface SheetTotal {
  readonly total: TotalName;
  readonly label: PrintedText;
  /** True for a box to tick before the label. */
  readonly tick: boolean;
}

/** An attendance sheet as texts, rows and columns, without any layout but the room it was planned for. */
export interface AttendanceSheetContent {
  readonly paper: PaperSize;
  readonly plan: SheetPlan;
  readonly codeLabel: PrintedText;
  readonly totals: readonly SheetTotal[];
  readonly pages: readonly SheetPage[];
}

const TOTALS: readonly TotalName[] = ['countedAtDoor', 'linesFilled', 'collectedBy', 'typedBy', 'destroyedOn'];

function totalsBox(mode: PaperMode): readonly SheetTotal[] {
  return TOTALS.map((total) => ({
    total,
    label: printed(mode, (lang) => translator(lang, 'papers')(`sheet.totals.${total}`)),
    tick: total === 'destroyedOn',
  }));
}

/**
 * The content of an attendance sheet (domain §3.1). `sheetCode` is what `makeCode` gave, or null for a preview; each page's
 * own code is made of it. Names come out in Spanish order by first surname; of a person only name and institution are printed.
 */
export function attendanceSheet(occasion: SheetOccasion, choices: SheetChoices, sheetCode: string | null): AttendanceSheetContent {
  const plan = planPages(occasion, choices);
  const pages = plan.pages.map((page): SheetPage => {
    const lines = Array.from({ length: page.printedRows }, (_, place): SheetLine => {
      const n = page.firstRow + place;
      const person = plan.people[n - 1];
      return {
        n,
        name: person ? shorten(person.listName, LONGEST.name) : '',
        institution: person ? shorten(person.institution, LONGEST.institution) : '',
      };
    });
    const count = { page: page.pageNo, pages: page.pages };
    return {
      pageNo: page.pageNo,
      place: printed(choices.mode, (lang) => translator(lang, 'papers')('sheet.page', count)),
      code: sheetCode === null ? null : pageCode(sheetCode, page.pageNo),
      lines,
    };
  });
  const codeLabel = printed(choices.mode, (lang) => translator(lang, 'papers')('sheet.code'));
  return { paper: choices.paper, plan, codeLabel, totals: totalsBox(choices.mode), pages };
}
