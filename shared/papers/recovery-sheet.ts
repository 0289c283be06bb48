import type { Bilingual, PartialDate } from '../domain/record.ts';
import { dateInWords } from '../words/date.ts';
import { translator } from '../words/translate.ts';
import { printed, printedBilingual, type PaperMode, type PrintedText } from './printed-text.ts';
import type { PaperSize } from './sheet-space.ts';

/** What the two recovery sheets of a chapter are made of. */
export interface RecoverySheetInput {
  /** The 24 words, in their order; they are printed in the language they were drawn in. */
  readonly words: readonly string[];
  readonly chapterName: Bilingual;
  readonly madeOn: PartialDate;
  readonly paper: PaperSize;
  readonly mode: PaperMode;
}

/** One word and its place, counted from 1. */
interface NumberedWord {
  readonly place: number;
  readonly word: string;
}

/** One of the two sheets: both say the same but for whom they are. */
interface RecoveryPage {
  readonly copy: PrintedText;
  readonly keep: PrintedText;
}

/** The two sheets as texts, without any layout (domain §5.3: one for the board, one for someone trusted). */
export interface RecoverySheetContent {
  readonly paper: PaperSize;
  readonly title: PrintedText;
  readonly chapterLabel: PrintedText;
  readonly chapterName: PrintedText;
  readonly madeLabel: PrintedText;
  readonly madeOn: PrintedText;
  readonly purpose: PrintedText;
  readonly words: readonly NumberedWord[];
  readonly useTitle: PrintedText;
  readonly use: PrintedText;
  readonly keepTitle: PrintedText;
  readonly never: PrintedText;
  readonly givenTo: PrintedText;
  readonly date: PrintedText;
  readonly pages: readonly RecoveryPage[];
}

/** A portrait sheet, inches: the paper, and what is printed on (at least 0.6 in from every edge, domain §3.0). */
const PAPERS: Readonly<Record<PaperSize, readonly [width: number, height: number]>> = {
  letter: [8.5, 11],
  a4: [8.27, 11.69],
  legal: [8.5, 14],
};
const MARGIN = 0.6;

/** The room of a portrait sheet in inches. */
export function recoverySheetSpace(paper: PaperSize): { readonly width: number; readonly height: number; readonly boxWidth: number; readonly boxHeight: number } {
  const [width, height] = PAPERS[paper];
  return { width, height, boxWidth: width - 2 * MARGIN, boxHeight: height - 2 * MARGIN };
}

const LONGEST_NAME = 80;

/** Both recovery sheets of a chapter. */
export function recoverySheet({ words, chapterName, madeOn, paper, mode }: RecoverySheetInput): RecoverySheetContent {
  const say = (key: 'title' | 'purpose' | 'use' | 'useTitle' | 'keepTitle' | 'never' | 'givenTo' | 'date' | 'chapter' | 'made' | 'keep1' | 'keep2'): PrintedText =>
    printed(mode, (lang) => translator(lang, 'users')(`paper.${key}`));
  const copyOf = (copy: number): PrintedText => printed(mode, (lang) => translator(lang, 'users')('paper.copy', { copy }));
  return {
    paper,
    title: say('title'),
    chapterLabel: say('chapter'),
    chapterName: printedBilingual(mode, chapterName, LONGEST_NAME),
    madeLabel: say('made'),
    madeOn: printed(mode, (lang) => dateInWords(madeOn, lang)),
    purpose: say('purpose'),
    words: words.map((word, at) => ({ place: at + 1, word })),
    useTitle: say('useTitle'),
    use: say('use'),
    keepTitle: say('keepTitle'),
    never: say('never'),
    givenTo: say('givenTo'),
    date: say('date'),
    pages: [
      { copy: copyOf(1), keep: say('keep1') },
      { copy: copyOf(2), keep: say('keep2') },
    ],
  };
}
