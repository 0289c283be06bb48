import { useEffect } from 'react';

/** True where Ctrl+Z belongs to the text that is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}

/** The keys that work everywhere (domain §6.2): F3 search, F12 lock, Ctrl+Z undo outside of a text. */
export function useShellKeys(keys: { readonly search: () => void; readonly lock: () => void; readonly undo: () => void }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action =
        event.key === 'F3'
          ? keys.search
          : event.key === 'F12'
            ? keys.lock
            : event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isTyping(event.target)
              ? keys.undo
              : null;
      if (action === null || event.defaultPrevented) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}
