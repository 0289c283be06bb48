import { useSyncExternalStore } from 'react';
import { useChapter } from './chapter.tsx';

/**
 * Texts that wait for a decision (domain §5.2: remove or keep), by the field they were typed in. They are kept in memory
 * only, so that leaving a page loses none, and are forgotten with the chapter's keys: nothing undecided is ever written.
 */
export class HeldTexts {
  readonly #texts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  /** What was typed into a field and is not decided; `field` is a record's id and the field's name with a slash between. */
  readonly get = (field: string | undefined): string | undefined => (field === undefined ? undefined : this.#texts.get(field));

  readonly hold = (field: string | undefined, text: string): void => {
    if (field === undefined || this.#texts.get(field) === text) return;
    this.#texts.set(field, text);
    this.#tell();
  };

  readonly release = (field: string | undefined): void => {
    if (field !== undefined && this.#texts.delete(field)) this.#tell();
  };

  /** The first field of a record that waits, without the record's id. */
  readonly firstOf = (record: string): string | undefined => {
    const field = [...this.#texts.keys()].find((key) => key.startsWith(`${record}/`));
    return field?.slice(record.length + 1);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const byChapter = new WeakMap<object, HeldTexts>();

/** The undecided texts of the opened chapter. */
export function useHeldTexts(): HeldTexts {
  const chapter = useChapter();
  const known = byChapter.get(chapter);
  if (known !== undefined) return known;
  const made = new HeldTexts();
  byChapter.set(chapter, made);
  return made;
}

/** The first field of a record whose text waits for a decision, live; undefined when none does. */
export function useHeldField(record: string): string | undefined {
  const held = useHeldTexts();
  return useSyncExternalStore(held.subscribe, () => held.firstOf(record));
}
