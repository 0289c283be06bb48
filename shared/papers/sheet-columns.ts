import { translator } from '../words/translate.ts';
import { printed, type PaperMode, type PrintedText } from './printed-text.ts';
import type { SheetColumn, SheetSpace } from './sheet-space.ts';

/** The boxes to tick on a line; each is one field of `rowTicks` (shared/domain/sheet.ts). */
type TickName = 'call' | 'message' | 'firstTime' | 'es' | 'en' | 'host';

/** A box to tick and the words beside it; a box in a column of its own has none. */
interface SheetTick {
  readonly tick: TickName;
  readonly label: PrintedText;
}

/** One column: its heading and the boxes that every line has there. */
export interface ColumnHeading {
  readonly column: SheetColumn;
  readonly widthIn: number;
  readonly heading: PrintedText;
  readonly ticks: readonly SheetTick[];
}

const TICKS: Partial<Record<SheetColumn, readonly TickName[]>> = {
  consent: ['call', 'message'],
  firstTime: ['firstTime'],
  language: ['es', 'en'],
  wants: ['host'],
};

function tickLabel(mode: PaperMode, tick: TickName): PrintedText {
  if (tick === 'firstTime') return [];
  if (tick === 'es' || tick === 'en') return [{ lang: tick, text: tick.toUpperCase() }];
  return printed(mode, (lang) => translator(lang, 'papers')(`sheet.ticks.${tick}`));
}

/** The columns of a sheet in their order on paper, which is also the typing grid's (domain §3.1, §6.5). */
export function sheetColumns(space: SheetSpace, mode: PaperMode): readonly ColumnHeading[] {
  return space.columns.map(([column, widthIn]) => ({
    column,
    widthIn,
    heading:
      column === 'number'
        ? [{ lang: mode.startsWith('en') ? 'en' : 'es', text: '#' }]
        : printed(mode, (lang) => translator(lang, 'papers')(`sheet.columns.${column}`)),
    ticks: (TICKS[column] ?? []).map((tick) => ({ tick, label: tickLabel(mode, tick) })),
  }));
}
