import { dateInWords } from '../words/date.ts';
import { translator } from '../words/translate.ts';
import { printed, printedBilingual, shorten, type PaperMode, type PrintedText } from './printed-text.ts';
import type { SheetOccasion } from './sheet-input.ts';

/** Longest texts that are printed whole, in characters; longer ones end with an ellipsis after a whole word. */
export const LONGEST = { title: 120, chapter: 90, contact: 60, place: 90, institution: 90, name: 120 } as const;

type FieldName = 'meeting' | 'date' | 'place' | 'institution' | 'room';

/** A labelled place in the sheet's header; without a value it is a line to write on. */
export interface HeaderField {
  readonly field: FieldName;
  readonly label: PrintedText;
  readonly value: PrintedText;
}

/** What stands at the top of every page. */
export interface SheetHeading {
  readonly title: PrintedText;
  readonly chapter: PrintedText;
  /** Phone, e-mail and address of the office, further lines of its letterhead, the fiscal sponsor: those that are known. */
  readonly contact: readonly string[];
  readonly fields: readonly HeaderField[];
  /** What the list is for and what nobody has to tell (domain §3.1). */
  readonly purpose: PrintedText;
}

/** Whether the place may be printed; a house meeting is taken for a home unless someone said otherwise (domain §3.0). */
function isPrivateHome(meeting: Pick<NonNullable<SheetOccasion['meeting']>, 'kind' | 'privateHome'>): boolean {
  return meeting.privateHome ?? meeting.kind === 'house_meeting';
}

function one(mode: PaperMode, text: string, limit: number): PrintedText {
  return printedBilingual(mode, { es: text, en: text }, limit);
}

function fieldsOf({ meeting, institution }: SheetOccasion, mode: PaperMode): readonly HeaderField[] {
  const label = (field: FieldName) => printed(mode, (lang) => translator(lang, 'papers')(`sheet.fields.${field}`));
  const date = meeting?.date;
  // In the first language only: in words the other language's reader understands it too (domain §3.0).
  const dated = date === undefined ? [] : printed(mode, (lang) => dateInWords(date, lang)).slice(0, 1);
  const fields: HeaderField[] = [
    { field: 'meeting', label: label('meeting'), value: meeting ? printedBilingual(mode, meeting.title, LONGEST.title) : [] },
    { field: 'date', label: label('date'), value: dated },
  ];
  if (institution !== undefined) {
    fields.push({ field: 'institution', label: label('institution'), value: one(mode, institution, LONGEST.institution) });
  }
  if (!meeting || !isPrivateHome(meeting)) {
    fields.push({ field: 'place', label: label('place'), value: one(mode, meeting?.placeName ?? '', LONGEST.place) });
  }
  if (institution === undefined) fields.push({ field: 'room', label: label('room'), value: [] });
  return fields;
}

/** The fiscal sponsor in the first language only: it is a name, which both readers understand (domain §1.3 C52). */
function sponsorLine(sponsor: string, mode: PaperMode): string {
  if (sponsor.trim() === '') return '';
  return printed(mode, (lang) => translator(lang, 'structure')('paper.fiscalSponsor', { name: sponsor.trim() }))[0]?.text ?? '';
}

/** The heading of an attendance sheet in the languages of a print job. */
export function sheetHeading(occasion: SheetOccasion, mode: PaperMode): SheetHeading {
  const { phone, email, address, lines = [] } = occasion.settings.letterhead;
  return {
    title: printed(mode, (lang) => translator(lang, 'papers')('sheet.title')),
    chapter: printedBilingual(mode, occasion.settings.chapterName, LONGEST.chapter),
    contact: [phone, email, address, ...lines, sponsorLine(occasion.settings.fiscalSponsor ?? '', mode)].filter((line) => line.trim() !== '').map((line) => shorten(line, LONGEST.contact)),
    fields: fieldsOf(occasion, mode),
    purpose: printed(mode, (lang) => translator(lang, 'papers')('sheet.purpose')),
  };
}
