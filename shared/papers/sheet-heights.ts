import type { HeaderField, SheetHeading } from './sheet-heading.ts';
import { GAPS, HEADER_WIDTHS, POINTS, TYPE, WRITING_LINE, type SheetColumn, type SheetSpace } from './sheet-space.ts';
import type { ColumnHeading } from './sheet-columns.ts';
import type { PrintedText } from './printed-text.ts';
import { linesNeeded, type Run } from './type-widths.ts';

/** Width of a header field in points; the meeting's title takes what the others leave. */
export function fieldWidth(field: HeaderField, fields: readonly HeaderField[], boxWidth: number): number {
  if (field.field !== 'meeting') return HEADER_WIDTHS[field.field] * POINTS;
  const others = fields.filter((other) => other !== field);
  const taken = others.reduce((sum, other) => sum + fieldWidth(other, fields, boxWidth) + GAPS.betweenFields, 0);
  return boxWidth * POINTS - taken;
}

/** Printed on one line with a dot between, as in the header fields. */
function inOneLine(text: PrintedText): string {
  return text.map((said) => said.text).join(' · ');
}

function linesUnderEachOther(text: PrintedText, width: number, size: number): number {
  return text.reduce((sum, said, place) => sum + linesNeeded(said.text, width, size, place === 0 ? 'bold' : 'regular'), 0);
}

/** The framed code with its label, points. */
const CODE_BOX = 31;

function titleHeight(heading: SheetHeading, boxWidth: number): number {
  const left = TYPE.title.leading + (heading.title.length > 1 ? TYPE.subtitle.leading : 0);
  const width = (boxWidth - HEADER_WIDTHS.paperTitle - HEADER_WIDTHS.code) * POINTS - GAPS.besideCode;
  const names = heading.chapter.map(({ text }, place): Run => ({ text: place > 0 ? `· ${text}` : text, weight: place > 0 ? 'regular' : 'bold' }));
  const chapter = linesNeeded(names, width, TYPE.text.size) * TYPE.text.leading;
  const contact = linesNeeded(heading.contact.join(' · '), width, TYPE.text.size) * TYPE.text.leading;
  return Math.max(left, heading.contact.length > 0 ? chapter + contact : chapter, CODE_BOX);
}

function fieldsHeight(heading: SheetHeading, boxWidth: number): number {
  const heights = heading.fields.map((field) => {
    const width = fieldWidth(field, heading.fields, boxWidth);
    const label = linesNeeded(inOneLine(field.label), width, TYPE.label.size) * TYPE.label.leading;
    const lines = linesNeeded(inOneLine(field.value), width, TYPE.text.size) * TYPE.text.leading;
    return label + (field.value.length === 0 ? WRITING_LINE : lines);
  });
  return Math.max(...heights);
}

/** Points that the rows of a page have between the column headings and the totals box. */
export function roomForRows(space: SheetSpace, heading: SheetHeading, columns: readonly ColumnHeading[]): number {
  const heads = columns.map(({ heading: text, widthIn }) =>
    linesUnderEachOther(text, widthIn * POINTS - GAPS.cellSides, TYPE.label.size),
  );
  const purpose = heading.purpose.map((said) => linesNeeded(said.text, space.boxWidth * POINTS, TYPE.text.size));
  const taken =
    titleHeight(heading, space.boxWidth) +
    GAPS.underTitle +
    GAPS.overFields +
    fieldsHeight(heading, space.boxWidth) +
    GAPS.underFields +
    GAPS.aroundPurpose * 2 +
    purpose.reduce((sum, lines) => sum + lines * TYPE.text.leading, 0) +
    Math.max(...heads) * TYPE.label.leading +
    GAPS.cell * 2 +
    GAPS.overTotals +
    GAPS.totals;
  // Rules under the title, the fields and around the table.
  return space.boxHeight * POINTS - taken - 3;
}

/** Points that the texts printed on a row need: long names wrap and the row grows, the type never shrinks. */
export function rowTextHeight(space: SheetSpace, name: string, institution: string): number {
  const widthOf = (column: SheetColumn) => (space.columns.find(([shown]) => shown === column)?.[1] ?? 0) * POINTS - GAPS.cellSides;
  const nameLines = linesNeeded(name, widthOf('name') - GAPS.tick, TYPE.row.size);
  const institutionWidth = widthOf('institution');
  const institutionLines = institutionWidth > 0 ? linesNeeded(institution, institutionWidth, TYPE.row.size) : 1;
  return Math.max(nameLines, institutionLines) * TYPE.row.leading + GAPS.row;
}
