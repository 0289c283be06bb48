/**
 * Words and patterns that could put someone at risk when they stand in a note about a person (domain §5.2). Checked on
 * this PC only; what was found is never logged.
 */
const CAREFUL = [
  /\bundocumented\b/iu,
  /\bsin\s+papeles\b/iu,
  /\bindocumentad[\p{L}@]*/iu,
  /\bno\s+papers\b/iu,
  /\bDACA\b/iu,
  /\bTPS\b/iu,
  /\bvisas?\b/iu,
  /\bdeport[\p{L}]*/iu,
  /\bICE\b/u,
  /\bla\s+migra\b/iu,
  /\bA-?number\b/iu,
  /\bSSN\b/iu,
  /\bsocial\s+security\b/iu,
  /\bseguro\s+social\b/iu,
  /\bA[\s-]?\d{8,9}\b/iu,
  /\b\d{3}-?\d{2}-?\d{4}\b/u,
] as const;

/** True when a note holds a word or number that is better not written about a person (domain §5.2). */
export function isRisky(note: string): boolean {
  return CAREFUL.some((pattern) => pattern.test(note));
}

/** The note without the sentences and lines that hold such words; the others stay as they were written. */
export function withoutRisky(note: string): string {
  return note
    .split(/(?<=[.!?;\n])/u)
    .filter((sentence) => !isRisky(sentence))
    .join('')
    .trim();
}
