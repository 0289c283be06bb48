import type { Sheet, SheetRow } from '../../../shared/domain/sheet.ts';
import { hasContent, rowFromRecord, rowsOfSheet, emptyRow, type Decision, type TypingRow } from './typing-row.ts';

/** The fields of a line, in the order of the paper (domain §6.2). */
export const FIELDS = ['name', 'institution', 'phone', 'ticks'] as const;
export type TypingField = (typeof FIELDS)[number];

/** Something that can be chosen under the field: a person for the name, an institution for the institution. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Words that tell two of the same name apart. */
  readonly detail: string;
  /** Where it was found; only people have it (domain §6.5 step 3). */
  readonly from?: 'expected' | 'institution' | 'chapter';
}

/** What the grid asks the chapter. Answers at once: Enter right after a letter must use that letter (domain §6.8). */
export interface Lookups {
  /** At most four people for the letters typed. */
  people(typed: string): readonly Choice[];
  /** At most four institutions for the letters typed. */
  institutions(typed: string): readonly Choice[];
  /** The institution that the person belongs to first of all. */
  institutionOf(person: string): string | undefined;
  /** True when both ids stand for one person. */
  isSame(one: string, other: string | undefined): boolean;
}

/** A line as it was when the clerk came to it, so that Ctrl+Z brings it back. */
interface Step {
  readonly index: number;
  readonly row: TypingRow;
}

/** Everything about the typing of one page. `rows` is committed; `draft` is the line under the cursor. */
export interface TypingState {
  readonly rows: readonly TypingRow[];
  /** Index of the line under the cursor. */
  readonly at: number;
  readonly field: TypingField;
  /** Which of the ticks has the cursor when `field` is 'ticks'. */
  readonly tick: number;
  readonly draft: TypingRow;
  /** True when something was typed in the field since the cursor came to it. */
  readonly typed: boolean;
  readonly choices: readonly Choice[];
  /** Index in `choices`, or -1 when none is highlighted. */
  readonly highlight: number;
  /** The line as it was when the cursor came to it. */
  readonly came: TypingRow;
  /** Lines that were changed, newest last. */
  readonly steps: readonly Step[];
  /** True when this visit to the line already has its step. */
  readonly stepOfVisit: boolean;
  /** How many new people were asked for; makes their keys. */
  readonly newPeople: number;
  readonly linesOnPaper?: number;
  /** Counts the times that the clerk pressed Enter on an empty line after the last one: the page is done. */
  readonly finished: number;
}

const STEPS_KEPT = 200;

/** Opens a page at line number `startAt`, or at the line after the last typed one (domain §6.3). */
export function openTyping(sheet: Parameters<typeof rowsOfSheet>[0], startAt?: number): TypingState {
  const rows = rowsOfSheet(sheet);
  const afterLast = rows.findLastIndex((row) => row.decision !== undefined) + 1;
  const wanted = startAt === undefined ? -1 : rows.findIndex((row) => row.n === startAt);
  const at = wanted >= 0 ? wanted : Math.min(afterLast, rows.length - 1);
  const draft = rowAt(rows, at);
  return {
    rows,
    at,
    field: 'name',
    tick: 0,
    draft,
    typed: false,
    choices: [],
    highlight: -1,
    came: draft,
    steps: [],
    stepOfVisit: false,
    newPeople: 0,
    linesOnPaper: sheet.linesOnPaper,
    finished: 0,
  };
}

function rowAt(rows: readonly TypingRow[], index: number): TypingRow {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`no line at ${index}`);
  return row;
}

/** True when as many lines are decided as the clerk counted on the paper. */
export function allTyped(state: TypingState): boolean {
  const decided = state.rows.filter((row) => row.decision !== undefined).length;
  return state.linesOnPaper !== undefined && decided >= state.linesOnPaper;
}

/** Puts the cursor in a field of the same line. */
export function toField(state: TypingState, field: TypingField, tick = 0): TypingState {
  return { ...state, field, tick, typed: false, choices: [], highlight: -1 };
}

/** Puts the cursor on a line; what the former line has was committed before. A line put off shows its people again. */
export function toRow(state: TypingState, index: number, lookups: Lookups, field: TypingField = 'name', tick = 0): TypingState {
  const at = Math.max(0, Math.min(index, state.rows.length - 1));
  const draft = rowAt(state.rows, at);
  const again = field === 'name' && draft.decision?.state === 'later' && draft.name !== '';
  return {
    ...toField(state, field, tick),
    at,
    draft,
    came: draft,
    stepOfVisit: false,
    choices: again ? lookups.people(draft.name) : [],
  };
}

/**
 * What an undecided line becomes when it is left: whatever is on it is kept. A printed name with anything beside it
 * came; a new person stays new under a corrected name; all else waits.
 */
function settled(draft: TypingRow, before: Decision | undefined): TypingRow {
  if (draft.decision !== undefined) return draft;
  if (!hasContent(draft)) return emptyRow(draft.n, draft.printed);
  if (draft.name.trim() === '') {
    return { ...draft, name: '', decision: draft.printed === undefined ? { state: 'later' } : { state: 'linked', person: draft.printed } };
  }
  return { ...draft, decision: before?.state === 'new' ? before : { state: 'later' } };
}

/** Writes the line under the cursor into `rows`, and remembers how it was before this visit. */
export function commit(state: TypingState): TypingState {
  const before = rowAt(state.rows, state.at);
  const draft = settled(state.draft, before.decision);
  if (sameRow(draft, before)) return state.draft === draft ? state : { ...state, draft };
  const rows = state.rows.with(state.at, draft);
  const spare = state.at === rows.length - 1 && draft.decision !== undefined ? [emptyRow(draft.n + 1)] : [];
  return {
    ...state,
    rows: [...rows, ...spare],
    draft,
    steps: state.stepOfVisit ? state.steps : [...state.steps, { index: state.at, row: state.came }].slice(-STEPS_KEPT),
    stepOfVisit: true,
  };
}

function sameRow(one: TypingRow, other: TypingRow): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Takes back the last line that was changed, and puts the cursor on it. */
export function undoRow(state: TypingState, lookups: Lookups): TypingState {
  const step = state.steps.at(-1);
  if (step === undefined) return state;
  const taken = { ...state, rows: state.rows.with(step.index, step.row), steps: state.steps.slice(0, -1) };
  return toRow(taken, step.index, lookups);
}

/** The record of a new person was made: every place that waits for it learns its id. */
export function personMade(state: TypingState, key: string, person: string): TypingState {
  const told = (row: TypingRow): TypingRow =>
    row.decision?.state === 'new' && row.decision.key === key ? { ...row, decision: { state: 'new', key, person } } : row;
  return {
    ...state,
    rows: state.rows.map(told),
    draft: told(state.draft),
    came: told(state.came),
    steps: state.steps.map((step) => ({ ...step, row: told(step.row) })),
  };
}

/**
 * The page changed on another PC, or our own write came back. Lines in `pending` (not yet written) and the line under
 * the cursor, once touched, stay as they are here.
 */
export function recordChanged(state: TypingState, sheet: Pick<Sheet, 'linesOnPaper'> & { rows: readonly SheetRow[] }, pending: ReadonlySet<number>): TypingState {
  const theirs = new Map(sheet.rows.map((row) => [row.n, row]));
  const touched = state.typed || !sameRow(state.draft, rowAt(state.rows, state.at));
  let rows = state.rows.map((row, index) => {
    const stays = pending.has(row.n) || (index === state.at && touched);
    const next = stays ? row : rowFromRecord(row, theirs.get(row.n));
    return sameRow(next, row) ? row : next;
  });
  const last = rows.at(-1);
  const end = Math.max(0, ...theirs.keys(), (rows[0]?.n ?? 1) - 1 + (sheet.linesOnPaper ?? 0));
  for (let n = (last?.n ?? 0) + 1; n <= end + 1; n += 1) rows = [...rows, rowFromRecord(emptyRow(n), theirs.get(n))];
  const draft = touched ? state.draft : rowAt(rows, state.at);
  return { ...state, rows, draft, came: touched ? state.came : draft, linesOnPaper: sheet.linesOnPaper };
}
