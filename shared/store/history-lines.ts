import { canonicalJson } from './canonical-json.ts';
import { PARTS, type Part } from './envelope.ts';

/**
 * What stood in a field before an edit; null when there was nothing. Of a list whose rule unites items there is one
 * change for each item that was added, changed or removed, with the item's key (a plain value is its own key).
 */
export type HistoryChange = readonly [field: string, before: unknown] | readonly [field: string, before: unknown, item: string];

/** One edit of a part, as it is sealed with it. A new record has none. */
export interface HistoryLine {
  /** Lamport number: one more than the greatest that the record held in the parts that the writer reads. */
  readonly t: number;
  /** The device, as in its dots: the first characters of its record id. */
  readonly d: string;
  /** Wall time and user id: the record's `updatedAt` and `updatedBy` at that edit. Shown, never decides. */
  readonly a: string;
  readonly u: string;
  readonly c: readonly HistoryChange[];
}

/** Lines of each part as canonical JSON: a text takes a tenth of the memory, and few are ever looked at. */
export type KeptHistory = Readonly<Partial<Record<Part, string>>>;

/** Bounds of a part's history (issue 3: space is bounded); what is older falls away. */
export const MOST_LINES = 40;
export const MOST_BYTES = 8 * 1024;
const MOST_DAYS = 365;
const DAY = 24 * 3600 * 1000;

const encoder = new TextEncoder();

/** The lines of a part, newest first. */
export function linesOf(kept: string | undefined): readonly HistoryLine[] {
  return kept === undefined ? [] : (JSON.parse(kept) as readonly HistoryLine[]);
}

/** Lines for keeping in memory, or undefined when there are none. */
export function keptLines(lines: readonly unknown[] | undefined): string | undefined {
  return lines === undefined || lines.length === 0 ? undefined : canonicalJson(lines);
}

/** The Lamport number of a record's next line. */
export function nextNumber(kept: KeptHistory | undefined): number {
  return 1 + Object.values(kept ?? {}).reduce((greatest, lines) => Math.max(greatest, linesOf(lines)[0]?.t ?? 0), 0);
}

/** The lines after an edit. Lines of more than a year before it fall away, and one too large to keep is not begun. */
export function withLine(lines: readonly HistoryLine[], line: HistoryLine): readonly HistoryLine[] {
  if (line.c.length === 0) return lines;
  const now = Date.parse(line.a);
  const fresh = lines.filter(({ a }) => !(now - Date.parse(a) > MOST_DAYS * DAY));
  return trimmed(bytesOf(line) + 2 > MOST_BYTES ? fresh : [line, ...fresh]);
}

/** The lines of both sides, each once; the same from any PC and in any order. */
export function unitedLines(left: readonly HistoryLine[], right: readonly HistoryLine[]): readonly HistoryLine[] {
  const byName = new Map<string, HistoryLine>();
  for (const line of [...left, ...right]) {
    const name = `${String(line.t)} ${line.d}`;
    const other = byName.get(name);
    if (!other || canonicalJson(other) < canonicalJson(line)) byName.set(name, line);
  }
  return trimmed([...byName.values()]);
}

/** All lines of the parts that could be read here, newest first. */
export function historyOf(opened: { readonly backing: { readonly history?: KeptHistory } }): readonly HistoryLine[] {
  const { history = {} } = opened.backing;
  return PARTS.flatMap((part) => [...linesOf(history[part])]).sort(newestFirst);
}

/** The newest lines that fit. Since it is the beginning of one fixed order, trimming before uniting changes nothing. */
function trimmed(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const sorted = [...lines].sort(newestFirst).slice(0, MOST_LINES);
  let bytes = 2;
  const end = sorted.findIndex((line) => (bytes += bytesOf(line) + 1) > MOST_BYTES + 1);
  return end < 0 ? sorted : sorted.slice(0, end);
}

function newestFirst(one: HistoryLine, other: HistoryLine): number {
  if (one.t !== other.t) return other.t - one.t;
  return one.d === other.d ? 0 : one.d < other.d ? 1 : -1;
}

function bytesOf(line: HistoryLine): number {
  return encoder.encode(canonicalJson(line)).length;
}
