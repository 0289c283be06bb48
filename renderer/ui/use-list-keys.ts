import { useRef, type KeyboardEvent } from 'react';

/** Letters typed within this time make one word, in ms. */
const WORD_PAUSE = 2_000;

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The row that typed letters jump to: the next one after `at` that begins with them (accents ignored), around the end.
 * A single letter typed again goes on to the next row with it. Null when no row begins so.
 */
export function rowBeginningWith(texts: readonly string[], letters: string, at: number): number | null {
  const first = letters[0] ?? '';
  const sought = folded([...letters].every((letter) => letter === first) ? first : letters);
  const from = sought.length === 1 ? at + 1 : at;
  for (let step = 0; step < texts.length; step += 1) {
    const index = (from + step) % texts.length;
    if (folded(texts[index] ?? '').startsWith(sought)) return index;
  }
  return null;
}

/** The keys of a list (domain §6.2): arrows, Page Up/Down, Home, End, letters, Enter. */
export function useListKeys<T>(list: {
  at: number;
  items: readonly T[];
  textOf: (item: T) => string;
  /** Rows that one page has. */
  page: number;
  goTo: (index: number) => void;
  onOpen: (item: T) => void;
}): (event: KeyboardEvent) => void {
  const typed = useRef({ letters: '', when: 0 });
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { at, items, textOf, page, goTo, onOpen } = list;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: items.length - 1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      goTo(move);
      return;
    }
    const item = items[at];
    if (event.key === 'Enter' && item !== undefined) {
      event.preventDefault();
      onOpen(item);
      return;
    }
    if (event.key.length !== 1 || (event.key === ' ' && typed.current.letters === '')) return;
    event.preventDefault();
    const now = event.timeStamp;
    const letters = now - typed.current.when < WORD_PAUSE ? typed.current.letters + event.key : event.key;
    typed.current = { letters, when: now };
    const index = rowBeginningWith(items.map(textOf), letters, at);
    if (index !== null) goTo(index);
  };
}
