import type { Sheet } from '../../../shared/domain/sheet.ts';
import { choose, pointAt, pressKey, toggleTick, typeText, type PressedKey } from './row-keys.ts';
import { SheetWriter, type SheetDesk, type WriterState } from './sheet-writer.ts';
import { commit, openTyping, personMade, recordChanged, type Lookups, type TypingField, type TypingState } from './typing-state.ts';

/** What the screen draws. */
export interface SessionView {
  readonly state: TypingState;
  readonly saving: WriterState;
}

/**
 * The typing of one page, outside of React: every key works on the state that the key before it left, however fast they
 * come, and what a line decides goes to the writer at once.
 */
export class TypingSession {
  #view: SessionView;
  readonly #listeners = new Set<() => void>();
  readonly #writer: SheetWriter;
  /** Set anew by the screen when the expected list or the people change. */
  lookups: Lookups;

  constructor(sheet: Sheet, startAt: number | undefined, lookups: Lookups, desk: SheetDesk) {
    this.lookups = lookups;
    this.#view = { state: openTyping(sheet, startAt), saving: { kind: 'saved' } };
    this.#writer = new SheetWriter(this.#view.state.rows, desk, {
      onState: (saving) => this.#show({ ...this.#view, saving }),
      onPerson: (key, person) => this.#show({ ...this.#view, state: personMade(this.#view.state, key, person) }),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SessionView => this.#view;

  /** Commits the line under the cursor and writes everything; rejects when it could not be written. */
  readonly flush = (): Promise<void> => {
    this.#set(commit(this.#view.state));
    return this.#writer.flush();
  };

  /** True when the key was the grid's; the browser must then not act on it. */
  press(key: PressedKey): boolean {
    const next = pressKey(this.#view.state, key, this.lookups);
    if (next !== null) this.#set(next);
    return next !== null;
  }

  type(field: Exclude<TypingField, 'ticks'>, text: string): void {
    this.#set(typeText(this.#view.state, field, text, this.lookups));
  }

  point(index: number, field: TypingField, tick = 0): void {
    this.#set(pointAt(this.#view.state, index, field, this.lookups, tick));
  }

  toggle(index: number, tick: number): void {
    this.#set(toggleTick(pointAt(this.#view.state, index, 'ticks', this.lookups, tick), tick));
  }

  choose(index: number): void {
    this.#set(choose(this.#view.state, index, this.lookups));
  }

  /** Decides a line that was put off, from the list below the grid: the person chosen, or a new one. */
  settle(index: number, person: string | null): void {
    const at = pointAt(commit(this.#view.state), index, 'name', this.lookups);
    const picked = person === null ? null : { ...at, draft: { ...at.draft, decision: { state: 'linked' as const, person } } };
    const next = picked === null ? pressKey(at, { key: '+' }, this.lookups) : commit(picked);
    if (next !== null) this.#set(next);
  }

  /** The cursor left the grid: what stands on the line is kept. */
  leave(): void {
    this.#set(commit(this.#view.state));
  }

  /** The sheet's record changed, here or elsewhere. */
  follow(sheet: Sheet): void {
    const state = recordChanged(this.#view.state, sheet, this.#writer.pending());
    this.#writer.follow(sheet.rows, state.rows);
    this.#show({ ...this.#view, state });
  }

  #set(state: TypingState): void {
    const changed = state.rows !== this.#view.state.rows;
    this.#show({ ...this.#view, state });
    if (changed) this.#writer.push(state.rows);
  }

  #show(view: SessionView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
