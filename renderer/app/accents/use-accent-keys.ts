import { useEffect } from 'react';
import { composed } from './letters.ts';
import { replaceIn, textFieldOf, type TextField } from './text-field.ts';

/** A letter that was just made, as long as nothing else was done. */
interface Made {
  readonly field: TextField;
  readonly value: string;
  /** Where it stands. */
  readonly at: number;
  /** What was typed for it. */
  readonly typed: string;
}

/**
 * While `isOn`: an apostrophe and a vowel become the vowel with its accent, ~ and n become ñ, : and u become ü, wherever a
 * text is typed (domain §6.2). Backspace right afterwards gives back what was typed: D'Angelo is a name too.
 */
export function useAccentKeys(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    let made: Made | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      const before = made;
      const field = textFieldOf(event.target);
      if (!field || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key.length === 1 || event.key === 'Backspace') made = null;
      const at = field.selectionStart;
      if (at === null || at === 0 || at !== field.selectionEnd) return;
      if (event.key === 'Backspace') {
        if (before?.field !== field || before.value !== field.value || before.at !== at - 1) return;
        take(event);
        replaceIn(field, at - 1, at, before.typed);
        return;
      }
      const sign = field.value.charAt(at - 1);
      const letter = composed(sign, event.key);
      if (letter === null) return;
      take(event);
      replaceIn(field, at - 1, at, letter);
      made = { field, value: field.value, at: at - 1, typed: sign + event.key };
    };
    // Before the keys of any screen: a letter that is made of two is not typed.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [isOn]);
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
