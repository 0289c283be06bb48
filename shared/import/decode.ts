/** Why a file cannot be read as a list; each has a sentence in namespace `import` under `file.<code>`. */
export const LIST_PROBLEMS = ['empty-file', 'spreadsheet-file', 'pdf-file', 'binary-file', 'no-rows'] as const;
export type ListProblemCode = (typeof LIST_PROBLEMS)[number];

/** A file that is no list; the message carries the code and nothing of the file. */
export class ListProblem extends Error {
  readonly code: ListProblemCode;
  constructor(code: ListProblemCode) {
    super(`list: ${code}`);
    this.name = 'ListProblem';
    this.code = code;
  }
}

function beginsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Spreadsheet programs' own files: xlsx and ods are zip files, xls the older kind, some xls are web pages inside. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return true;
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 300)).replace(/^(ï»¿|\s)+/, '');
  return /^<(!doctype html|html|\?xml|table)/i.test(start);
}

/** What Windows-1252 has at 0x80–0x9f; some runtimes read these as Latin-1, where they are control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function encodingOf(bytes: Uint8Array): string {
  if (beginsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (beginsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // What is no UTF-8 was saved by an older program on Windows.
    return 'windows-1252';
  }
}

/**
 * The text of a list file: UTF-8 or UTF-16 with their marks, UTF-8 without, else Windows-1252. Throws a
 * {@link ListProblem} for an empty file, a spreadsheet's own format, a PDF, and anything else that is no text.
 */
export function decodeList(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ListProblem('empty-file');
  if (isSpreadsheet(bytes)) throw new ListProblem('spreadsheet-file');
  if (beginsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new ListProblem('pdf-file');
  const encoding = encodingOf(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes);
  const text = encoding === 'windows-1252' ? decoded.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter) : decoded;
  if (text.includes('\u0000')) throw new ListProblem('binary-file');
  if (text.trim() === '') throw new ListProblem('empty-file');
  return text;
}
