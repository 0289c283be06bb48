import Papa from 'papaparse';

/** One record of a list as it lies in the file. */
export interface RawRecord {
  readonly cells: readonly string[];
  /** True when a quotation mark in it was opened and never closed; the cells are then split without heeding quotes. */
  readonly openQuote: boolean;
}

/** Beyond this many broken records quotes are taken for plain characters, so that a hostile file takes no hours. */
const MOST_REPAIRS = 100;

interface Run {
  readonly records: RawRecord[];
  /** Where a record with broken quotes begins; null when the text ended well. */
  readonly brokenAt: number | null;
}

function readRun(text: string, separator: string): Run {
  const records: RawRecord[] = [];
  let brokenAt: number | null = null;
  let recordStart = 0;
  Papa.parse<string[]>(text, {
    delimiter: separator,
    step: ({ data, errors, meta }, parser) => {
      if (errors.some((error) => error.type === 'Quotes')) {
        brokenAt = recordStart;
        parser.abort();
        return;
      }
      recordStart = meta.cursor;
      records.push({ cells: data, openQuote: false });
    },
  });
  return { records, brokenAt };
}

/** Splits one line at every separator, quotes or not. */
function literally(line: string, separator: string): RawRecord {
  const marks = line.split('"').length - 1;
  return { cells: line.split(separator), openQuote: marks % 2 === 1 };
}

/**
 * The records of a text, blank ones included, so that a record's place is its row in a spreadsheet. A record with a
 * quotation mark that is never closed costs only its own line.
 */
export function rawRecords(text: string, separator: string): RawRecord[] {
  const records: RawRecord[] = [];
  let rest = text;
  for (let repairs = 0; repairs <= MOST_REPAIRS; repairs += 1) {
    const { records: more, brokenAt } = readRun(rest, separator);
    for (const record of more) records.push(record);
    if (brokenAt === null) return records;
    const broken = rest.slice(brokenAt);
    const line = /^[^\r\n]*/.exec(broken)?.[0] ?? '';
    records.push(literally(line, separator));
    rest = broken.slice(line.length).replace(/^(\r\n|\r|\n)/, '');
    if (rest === '') return records;
  }
  for (const line of rest.split(/\r\n|\r|\n/)) records.push(literally(line, separator));
  return records;
}
