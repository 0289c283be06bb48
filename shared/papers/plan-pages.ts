import { sheetColumns, type ColumnHeading } from './sheet-columns.ts';
import { LONGEST, sheetHeading, type SheetHeading } from './sheet-heading.ts';
import { roomForRows, rowTextHeight } from './sheet-heights.ts';
import type { ExpectedPerson, SheetChoices, SheetOccasion } from './sheet-input.ts';
import { shorten } from './printed-text.ts';
import { MOST_ROWS, ROW_HEIGHT, sheetSpace, type SheetSpace } from './sheet-space.ts';

/** One page as its `sheet` record keeps it (shared/domain/sheet.ts); lines are numbered through over all pages. */
interface PlannedPage {
  readonly pageNo: number;
  readonly pages: number;
  readonly firstRow: number;
  readonly printedRows: number;
  /** Ids of the people printed on the page's first lines. */
  readonly preprinted: readonly string[];
}

/** A sheet before it is written out: what stands above the rows, the room, and who stands on which line. */
export interface SheetPlan {
  readonly variant: SheetChoices['variant'];
  readonly pages: readonly PlannedPage[];
  readonly space: SheetSpace;
  readonly heading: SheetHeading;
  readonly columns: readonly ColumnHeading[];
  /** Height of a line that nothing makes taller, points. */
  readonly rowHeight: number;
  /** The people printed, in the order of their lines. */
  readonly people: readonly ExpectedPerson[];
}

const IGNORING_ACCENTS = new Intl.Collator('es', { sensitivity: 'base', numeric: true });
const SPANISH = new Intl.Collator('es');

function compareNames(one: ExpectedPerson, other: ExpectedPerson): number {
  for (let part = 0; part < Math.max(one.sortKey.length, other.sortKey.length); part += 1) {
    const order = IGNORING_ACCENTS.compare(one.sortKey[part] ?? '', other.sortKey[part] ?? '');
    if (order !== 0) return order;
  }
  return SPANISH.compare(one.listName, other.listName) || (one.id < other.id ? -1 : 1);
}

/** Spanish order by first surname, accents ignored unless nothing else differs (domain §3.1, §6.4 step 8); each person once. */
export function inSurnameOrder(expected: readonly ExpectedPerson[]): readonly ExpectedPerson[] {
  return [...new Map(expected.map((person) => [person.id, person])).values()].sort(compareNames);
}

/** Blank lines after the printed names: ten, or three for every ten expected (domain §3.1). */
export function blankRowsAfter(expected: number): number {
  return Math.max(10, Math.ceil(expected * 0.3));
}

/** Points that a person's line needs at least. */
function heightOf(space: SheetSpace, person: ExpectedPerson): number {
  return rowTextHeight(space, shorten(person.listName, LONGEST.name), shorten(person.institution, LONGEST.institution));
}

/** How many lines each page has; `heights` are those of the printed names, after which `blanks` follow at least. */
function fillPages(heights: readonly number[], blanks: number, room: number, rowHeight: number, most: number): number[] {
  const counts: number[] = [];
  for (let next = 0; next < heights.length + blanks || counts.length === 0; ) {
    let left = room;
    let count = 0;
    while (count < most) {
      const needed = Math.max(rowHeight, heights[next + count] ?? 0);
      if (count > 0 && needed > left + 0.01) break;
      left -= needed;
      count += 1;
    }
    counts.push(count);
    next += count;
  }
  return counts;
}

/**
 * Plans the pages of an attendance sheet, so that paper and `sheet` records are made from the same plan (domain §3.1).
 * A blank sheet has `blankPages` full pages; a pre-filled one lists the expected people by surname, then blank lines, and its
 * last page is filled up.
 */
export function planPages(occasion: SheetOccasion, choices: SheetChoices): SheetPlan {
  const space = sheetSpace(choices.paper, occasion.institution !== undefined);
  const heading = sheetHeading(occasion, choices.mode);
  const columns = sheetColumns(space, choices.mode);
  const room = roomForRows(space, heading, columns);
  const most = Math.min(MOST_ROWS, Math.max(1, Math.floor(room / ROW_HEIGHT.least)));
  const rowHeight = Math.max(ROW_HEIGHT.least, Math.min(ROW_HEIGHT.most, room / most));
  const people = choices.variant === 'prefilled' ? inSurnameOrder(occasion.expected) : [];
  const blanks = choices.variant === 'prefilled' ? blankRowsAfter(people.length) : most * Math.max(1, choices.blankPages);
  const heights = people.map((person) => heightOf(space, person));
  const counts = fillPages(heights, blanks, room, rowHeight, most);
  let firstRow = 1;
  const pages = counts.map((printedRows, place): PlannedPage => {
    const from = firstRow;
    firstRow += printedRows;
    const preprinted = people.slice(from - 1, from - 1 + printedRows).map((person) => person.id);
    return { pageNo: place + 1, pages: counts.length, firstRow: from, printedRows, preprinted };
  });
  return { variant: choices.variant, pages, space, heading, columns, rowHeight, people };
}
