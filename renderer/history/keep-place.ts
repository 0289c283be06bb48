import { useCallback, useRef, type RefObject } from 'react';

const ACTS = '[data-act]';

/**
 * Keeps the cursor in a list whose rows disappear when their button is pressed: it goes to the button that comes next,
 * or, when none is left, to the page's heading. What stands around the buttons that count carries `data-act`.
 */
export function useKeepPlace<E extends HTMLElement>(): { readonly list: RefObject<E | null>; readonly keepPlace: (work: () => Promise<unknown>) => Promise<void> } {
  const list = useRef<E>(null);
  const keepPlace = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    const acts = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(ACTS) ?? [])];
    const from = document.activeElement;
    const at = acts().findIndex((act) => act === from || act.contains(from));
    await work();
    if (at < 0) return;
    // The row is gone once the live query has answered and the screen is drawn.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const left = acts();
    if (document.activeElement !== document.body && document.activeElement?.isConnected === true) return;
    const next = left[Math.min(at, left.length - 1)]?.querySelector<HTMLElement>('button, a');
    (next ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }, []);
  return { list, keepPlace };
}
