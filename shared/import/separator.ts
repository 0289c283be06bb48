import { rawRecords } from './records.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Records that are looked at; enough to tell, few enough to be quick. */
const LOOKED_AT = 60;

/** The length that most records have. */
export function usualLength(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0] ?? 0;
}

/** How well a separator cuts the text into records of one length, from 0. */
function fit(text: string, separator: string): number {
  const lengths = rawRecords(text, separator)
    .map((record) => record.cells)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => cells.length);
  const usual = usualLength(lengths);
  // A separator that the first line lacks belongs to the cells: a list of "Ríos, Ana" under one heading.
  if (usual < 2 || (lengths[0] ?? 0) < 2) return 0;
  const even = lengths.filter((length) => length === usual).length / lengths.length;
  return even * 10 + Math.min(usual, 10) / 10;
}

/** The character between the cells: comma, semicolon, tab or pipe; a comma when the list has one column. */
export function separatorOf(text: string): string {
  const beginning = text.split(/\r\n|\r|\n/, LOOKED_AT).join('\n');
  const fits = SEPARATORS.map((separator) => ({ separator, fit: fit(beginning, separator) }));
  const best = fits.sort((one, other) => other.fit - one.fit)[0];
  // A character that is nowhere leaves a one-column list whole.
  return best && best.fit > 0 ? best.separator : '\u001f';
}
