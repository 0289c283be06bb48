import type { Decision, TypingRow } from './typing-row.ts';
import { emptyRow, TICKS } from './typing-row.ts';
import { allTyped, commit, FIELDS, toField, toRow, undoRow, type Choice, type Lookups, type TypingField, type TypingState } from './typing-state.ts';

/** A key as it was pressed; `key` as in KeyboardEvent. */
export interface PressedKey {
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** Letters needed before people are looked up; shorter names find somebody, too ("Li", "Jo"). */
const LETTERS_NEEDED = 2;

/**
 * Which choice Enter takes before any arrow key: the first. None when the next one bears the same name and was found in
 * the same place (father and son, domain §9): a key too quick must not sign in the wrong one.
 */
function firstHighlight(choices: readonly Choice[]): number {
  const [first, second] = choices;
  if (first === undefined) return -1;
  return second !== undefined && second.label === first.label && second.from === first.from ? -1 : 0;
}

/** The text of a field changed. People and institutions are looked up at once. */
export function typeText(state: TypingState, field: Exclude<TypingField, 'ticks'>, text: string, lookups: Lookups): TypingState {
  const here = state.field === field ? state : toField(commit(state), field);
  if (field === 'phone') return { ...here, typed: true, draft: { ...here.draft, phone: text } };
  const enough = text.trim().length >= LETTERS_NEEDED;
  if (field === 'institution') {
    const choices = enough ? lookups.institutions(text) : [];
    return { ...here, typed: true, draft: { ...here.draft, institution: undefined, institutionText: text }, choices, highlight: firstHighlight(choices) };
  }
  const choices = enough ? lookups.people(text) : [];
  // A name that is being corrected on a line already marked new stays new unless somebody is chosen on purpose.
  const highlight = here.came.decision?.state === 'new' ? -1 : firstHighlight(choices);
  return { ...here, typed: true, draft: { ...here.draft, name: text, decision: undefined }, choices, highlight };
}

/** The cursor was put somewhere with the mouse; the line that is left is committed. */
export function pointAt(state: TypingState, index: number, field: TypingField, lookups: Lookups, tick = 0): TypingState {
  if (index === state.at && field === state.field) return field === 'ticks' ? { ...state, tick } : state;
  const left = commit(state);
  return index === state.at ? toField(left, field, tick) : toRow(left, index, lookups, field, tick);
}

/** A tick was switched. */
export function toggleTick(state: TypingState, tick: number): TypingState {
  const name = TICKS[tick];
  if (name === undefined) return state;
  const here = state.field === 'ticks' ? { ...state, tick } : toField(commit(state), 'ticks', tick);
  return { ...here, typed: true, draft: { ...here.draft, ticks: { ...here.draft.ticks, [name]: here.draft.ticks[name] !== true } } };
}

/** Takes choice `index` of those under the field; a person ends the line, an institution goes on to the phone. */
export function choose(state: TypingState, index: number, lookups: Lookups): TypingState {
  const choice = state.choices[index];
  if (choice === undefined) return state;
  if (state.field === 'institution') return toField(commit(withInstitution(state, choice)), 'phone');
  return decide(state, { state: 'linked', person: choice.id }, lookups);
}

function withInstitution(state: TypingState, choice: Choice): TypingState {
  return { ...state, draft: { ...state.draft, institution: choice.id, institutionText: '' } };
}

/** Decides the line and goes down. Choosing the person that this very line made leaves the person new. */
function decide(state: TypingState, decision: Decision, lookups: Lookups): TypingState {
  const before = state.came.decision;
  const own = decision.state === 'linked' && before?.state === 'new' && lookups.isSame(decision.person, before.person);
  return down({ ...state, draft: { ...state.draft, decision: own ? before : decision } }, lookups);
}

function down(state: TypingState, lookups: Lookups): TypingState {
  return toRow(commit(state), state.at + 1, lookups);
}

/** `+`: a new person from what is typed. Without a name there is nobody to make. */
function makeNew(state: TypingState, lookups: Lookups): TypingState {
  if (state.draft.name.trim() === '') return state;
  const before = state.came.decision;
  if (before?.state === 'new') return decide(state, before, lookups);
  const counted = { ...state, newPeople: state.newPeople + 1 };
  return decide(counted, { state: 'new', key: `new-${counted.newPeople}` }, lookups);
}

/** Enter in the name: the highlighted person; a printed name that came; else the line waits (design §8). */
function enterName(state: TypingState, lookups: Lookups): TypingState {
  const choice = state.choices[state.highlight];
  if (choice !== undefined) return decide(state, { state: 'linked', person: choice.id }, lookups);
  const { draft } = state;
  if (draft.decision === undefined && draft.name.trim() === '' && draft.printed !== undefined) {
    return decide({ ...state, draft: { ...draft, name: '' } }, { state: 'linked', person: draft.printed }, lookups);
  }
  return down(state, lookups);
}

function enter(state: TypingState, lookups: Lookups): TypingState {
  const choice = state.choices[state.highlight];
  const next =
    state.field === 'name'
      ? enterName(state, lookups)
      : down(state.field === 'institution' && choice !== undefined ? withInstitution(state, choice) : state, lookups);
  const nothingHere = next.rows[state.at]?.decision === undefined;
  const atEnd = allTyped(next) || state.at === next.rows.length - 1;
  return nothingHere && atEnd ? { ...toRow(next, state.at, lookups), finished: state.finished + 1 } : next;
}

/** Leaving a field forwards: a highlighted person or institution is taken, and what stands there is kept. */
function nextField(state: TypingState, lookups: Lookups): TypingState {
  const choice = state.choices[state.highlight];
  let left = state;
  if (choice !== undefined) {
    left =
      state.field === 'name'
        ? { ...state, draft: { ...state.draft, decision: { state: 'linked', person: choice.id } } }
        : withInstitution(state, choice);
  }
  const following = FIELDS[FIELDS.indexOf(state.field) + 1];
  return following === undefined ? down(left, lookups) : toField(commit(left), following);
}

/** The institution that a line says, or else the one its person belongs to; undefined when neither is known. */
function institutionSaid({ institution, institutionText, decision }: TypingRow, lookups: Lookups): Pick<TypingRow, 'institution' | 'institutionText'> | undefined {
  if (institution !== undefined || institutionText !== '') return { institution, institutionText };
  const person = decision !== undefined && 'person' in decision ? decision.person : undefined;
  const usual = person === undefined ? undefined : lookups.institutionOf(person);
  return usual === undefined ? undefined : { institution: usual, institutionText: '' };
}

/** F4: the institution of the nearest line above that has one. */
function sameInstitution(state: TypingState, lookups: Lookups): TypingState {
  const above = state.rows.slice(0, state.at).findLast((row) => institutionSaid(row, lookups) !== undefined);
  const said = above === undefined ? undefined : institutionSaid(above, lookups);
  if (said === undefined) return state;
  const choices = state.field === 'institution' ? { choices: [], highlight: -1 } : {};
  return { ...state, ...choices, draft: { ...state.draft, ...said } };
}

/** Esc: the field as it was last committed. */
function undoField(state: TypingState): TypingState {
  const kept = state.rows[state.at];
  if (kept === undefined) return state;
  const back: Record<TypingField, Partial<TypingRow>> = {
    name: { name: kept.name, decision: kept.decision },
    institution: { institution: kept.institution, institutionText: kept.institutionText },
    phone: { phone: kept.phone },
    ticks: { ticks: kept.ticks },
  };
  const draft = { ...state.draft, ...back[state.field] };
  const untouched = JSON.stringify(draft) === JSON.stringify(kept);
  return { ...toField(state, state.field, state.tick), draft: untouched ? kept : draft };
}

/** Space on a printed name: came and down; a second time takes the mark away and stays. */
function markPrinted(state: TypingState, lookups: Lookups): TypingState {
  const { printed, decision, n } = state.draft;
  if (printed === undefined) return state;
  if (decision === undefined) return decide(state, { state: 'linked', person: printed }, lookups);
  // Somebody else signed on this line: a space alone must not throw that away.
  const came = decision.state === 'linked' && lookups.isSame(decision.person, printed);
  return came ? commit({ ...state, draft: emptyRow(n, printed) }) : state;
}

/** Signs that decide a line, unless they are part of what is being written in that field. */
function sign(state: TypingState, key: string, lookups: Lookups): TypingState | null {
  const { field, draft } = state;
  const fresh = !state.typed || draft.name === '';
  if (key === '+') {
    if (field === 'phone' && draft.phone.trim() === '') return null;
    // The letters that found a person are not that person's name.
    return field === 'name' && !state.typed && draft.decision?.state === 'linked' ? state : makeNew(state, lookups);
  }
  if (key === '?') return decide(state, { state: 'unreadable' }, lookups);
  if (key === '*') return decide(state, { state: 'later' }, lookups);
  // In a name, an institution or a phone a hyphen may be part of what is written.
  const bare = field === 'name' ? fresh : field === 'ticks';
  return key === '-' && bare ? decide(state, { state: 'anonymous' }, lookups) : null;
}

function arrow(state: TypingState, step: 1 | -1, lookups: Lookups): TypingState {
  const { choices, highlight } = state;
  const overChoices = choices.length > 0 && !(step === -1 && highlight === -1);
  if (overChoices) return { ...state, highlight: Math.max(-1, Math.min(highlight + step, choices.length - 1)) };
  return toRow(commit(state), state.at + step, lookups);
}

/**
 * What a key does in the grid (domain §6.5, design §8). Null when the key is not the grid's and belongs to the field:
 * letters, digits of a phone, a hyphen inside a name.
 */
export function pressKey(state: TypingState, pressed: PressedKey, lookups: Lookups): TypingState | null {
  const { key, ctrl = false, shift = false, alt = false } = pressed;
  const { field, choices } = state;
  if (alt) return null;
  if (ctrl) {
    if (key.toLowerCase() === 'd') return sameInstitution(state, lookups);
    if (key.toLowerCase() === 'z' && !shift) return state.typed ? undoField(state) : undoRow(state, lookups);
    return null;
  }
  if (key === 'Enter') return enter(state, lookups);
  if (key === 'Escape') return undoField(state);
  if (key === 'F4') return sameInstitution(state, lookups);
  if (key === 'ArrowDown') return arrow(state, 1, lookups);
  if (key === 'ArrowUp') return arrow(state, -1, lookups);
  if (key === 'Tab') return shift ? previousField(state) : nextField(state, lookups);
  if (field === 'ticks') {
    if (key === 'ArrowRight' || key === 'ArrowLeft') return { ...state, tick: (state.tick + (key === 'ArrowRight' ? 1 : TICKS.length - 1)) % TICKS.length };
    if (key === ' ') return toggleTick(state, state.tick);
    if (/^[1-6]$/.test(key)) return toggleTick(state, Number(key) - 1);
  }
  if (choices.length > 0 && /^[1-4]$/.test(key)) return choose(state, Number(key) - 1, lookups);
  if (key === ' ' && field === 'name' && state.draft.printed !== undefined && !state.typed) return markPrinted(state, lookups);
  return sign(state, key, lookups);
}

/** Shift+Tab; from the name it leaves the grid, so that nobody is caught in it. */
function previousField(state: TypingState): TypingState | null {
  const before = FIELDS[FIELDS.indexOf(state.field) - 1];
  return before === undefined ? null : toField(commit(state), before);
}
