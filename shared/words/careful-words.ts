/**
 * Words and patterns that could put someone at risk when they stand in a text about a person (domain §5.2): status and
 * papers in both languages, and the numbers of such papers. Checked on this PC only; what was found is never logged.
 *
 * They are looked for in a text without accents, with plain hyphens and spaces, in the case it was written in: "ICE" is
 * an agency and "ice" is for the cooler; "número A" is a file number and "su número a Juan" a phone.
 */
const CAREFUL: readonly RegExp[] = [
  /\bun-?documented\b/gi,
  /\bindocumentad\w*@?/gi,
  /\b(?:sin|(?:no|ni) (?:tiene|tienen|tenia|tenian|trae|traen))\s+(?:sus\s+)?(?:papeles|documentos)\b/gi,
  /\b(?:without|no|has no|have no)\s+papers\b/gi,
  /\b(?:sin|without an?|no)\s+(?:licencia|license|licence)\b/gi,
  /\b(?:immigration|migratory|mixed)[\s-]+status\b/gi,
  /\b(?:estatus|estado|status|situacion)\s+(?:migratori[oa]|mixto)\b/gi,
  /\bDACA(?:mented)?\b/gi,
  /\bdreamers?\b/gi,
  /\bTPS\b/gi,
  /\bvisas?\b/gi,
  /\bgreen\s?cards?\b/gi,
  /\btarjeta\s+verde\b/gi,
  // "Mica" is also what Micaela is called.
  /\b(?:la|su|mi|una|sin|con|tiene|tener|saco|perdio)\s+mica\b/g,
  /\b(?:passports?|pasaportes?)\b/gi,
  /\b(?:matricula\s+consular|consular\s+id)\b/gi,
  /\b(?:work\s+permits?|permisos?\s+de\s+trabajo)\b/gi,
  // Not "deporte", "deportes", "deportivo", "deportista".
  /\bdeport(?!es?\b|iv|ist)\w*/gi,
  /\bICE\b(?!\s+CREAM)/g,
  /\bI\.C\.E\b/g,
  /\bmigra\b/gi,
  /\bA-(?:number|file)s?\b/gi,
  /\balien\s+(?:registration\s+)?numbers?\b/gi,
  /\b(?:[Nn]umero|NUMERO)\s+A\b/g,
  /\b(?:SSN|ITIN)s?\b/gi,
  /\bsocial\s+security\b/gi,
  /\bseguro\s+social\b/gi,
  // A file number: A and eight or nine figures. A lower-case "a" before spaced figures is Spanish for "to".
  /\bA[\s#-]*\d(?:[\s.-]?\d){7,8}(?![\s.-]?\d)/g,
  /\ba\d{8,9}(?!\d)/g,
  // Nine figures in a row, or 3-2-4; never a part of a longer number such as a phone.
  /(?<![\d+]|\d[\s().-])\d{9}(?![\s.-]?\d)/g,
  /(?<![\d+]|\d[\s().-])\d{3}([\s.-])\d{2}\1\d{4}(?![\s.-]?\d)/g,
];

/** Where a piece of a text ends: after a sentence, at the end of a line; in a list also after a comma. */
const SENTENCE_END = /(?<=[.!?;]\s|\n)/;
const LIST_END = /(?<=[.!?;]\s|\n|,)/;

/** How a text is taken apart: sentences, or a list of words with commas between them. */
export interface TextPieces {
  readonly isList?: boolean;
}

interface Piece {
  readonly text: string;
  readonly isRisky: boolean;
}

/** Without accents, each letter at its place. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text[at] ?? '';
    if (/[‐-―−]/.test(letter)) return '-';
    if (/[^\S\n]/.test(letter)) return ' ';
    return letter.normalize('NFD')[0] ?? letter;
  }).join('');
}

/** Beginning and end of everything risky in a text. */
function riskyStretches(text: string): readonly (readonly [number, number])[] {
  const plain = folded(text);
  return CAREFUL.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((found) => [found.index, found.index + found[0].length] as const),
  );
}

function piecesOf(text: string, { isList = false }: TextPieces): Piece[] {
  const composed = text.normalize('NFC');
  const stretches = riskyStretches(composed);
  let end = 0;
  return composed.split(isList ? LIST_END : SENTENCE_END).map((piece) => {
    const start = end;
    end += piece.length;
    return { text: piece, isRisky: stretches.some(([from, to]) => from < end && to > start) };
  });
}

/** What tells whether the same was written before. */
function keyOf(piece: string): string {
  return piece.replace(/[\s,.;!?]+$/, '').trim();
}

/** The sentences of a text (or entries of a list) that hold words which are better not written about a person (domain §5.2). */
export function riskyPieces(text: string, pieces: TextPieces = {}): readonly string[] {
  return piecesOf(text, pieces).flatMap((piece) => (piece.isRisky ? [keyOf(piece.text)] : []));
}

/** The text without such sentences; the others stay as they were written, and so do those that were `kept` before. */
export function withoutRisky(text: string, { kept = [], ...pieces }: TextPieces & { readonly kept?: readonly string[] } = {}): string {
  return piecesOf(text, pieces)
    .filter((piece) => !piece.isRisky || kept.includes(keyOf(piece.text)))
    .map((piece) => piece.text)
    .join('')
    .replace(/,\s*$/, '')
    .trim();
}
