/**
 * How wide letters of Atkinson Hyperlegible Next are, so that pages can be planned (and their sheet records made)
 * without a browser. Thousandths of the type size, measured from the bundled font, regular weight; bold is wider.
 */
const GROUPS: readonly (readonly [width: number, characters: string])[] = [
  [160, "'"],
  [214, '.,:;·’‘|'],
  [262, 'ijlìíîï! '],
  [320, 'tf()[]{}"“”'],
  [365, 'r-/\\ªº_*I1ÌÍÎÏ'],
  [470, 'vxyzsck?¿ýçª'],
  [540, 'aeouhnñàáâãäåèéêëòóôõöùúûüL2FJ7–g'],
  [580, 'bdpqETYSP53$9ÈÉÊË'],
  [650, '4680BRVXZKACÁÀÂÃÄÅÇ#+=&'],
  [715, 'wDGHNUOQÑÓÒÔÕÖÚÙÛÜ@'],
  [860, 'mMWœæ%—'],
];
const WIDTHS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
);
const UNKNOWN_WIDTH = 760;
const WIDE_WIDTH = 1_050;
const BOLD = 1.1;

type Weight = 'regular' | 'bold';

/** The width of a text in points, a little more than the font gives. */
function widthOf(text: string, sizePt: number, weight: Weight = 'regular'): number {
  let thousandths = 0;
  for (const character of text.normalize('NFC')) {
    const known = WIDTHS.get(character);
    thousandths += known ?? ((character.codePointAt(0) ?? 0) > 0x2e7f ? WIDE_WIDTH : UNKNOWN_WIDTH);
  }
  return (thousandths / 1000) * sizePt * (weight === 'bold' ? BOLD : 1.02);
}

/** A part of a text with its weight, such as the bold first language before the italic second. */
export interface Run {
  readonly text: string;
  readonly weight: Weight;
}

/**
 * How many lines a text takes at most in a column of `widthPt` points, breaking between words, and inside a word only
 * when the word alone is wider. At least 1, also for an empty text.
 */
export function linesNeeded(text: string | readonly Run[], widthPt: number, sizePt: number, weight: Weight = 'regular'): number {
  const runs = typeof text === 'string' ? [{ text, weight }] : text;
  let lines = 1;
  let used = 0;
  for (const run of runs) {
    for (const word of run.text.split(' ').filter((part) => part !== '')) {
      const width = widthOf(word, sizePt, run.weight);
      const gap = used === 0 ? 0 : widthOf(' ', sizePt, run.weight);
      if (used + gap + width <= widthPt) {
        used += gap + width;
        continue;
      }
      if (used > 0) lines += 1;
      used = width;
      if (width > widthPt) {
        // A broken word wastes up to one letter on every line.
        lines += Math.ceil(width / Math.max(widthPt - sizePt, sizePt)) - 1;
        used = widthPt;
      }
    }
  }
  return lines;
}
