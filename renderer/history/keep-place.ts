import { useCallback, useRef, type RefObject } from 'react';

const ACTS = '[data-act]';

/** How long a row may take to disappear, in ms: the live query answers and the screen is drawn. */
const LONGEST = 1_500;

async function gone(row: Element | undefined): Promise<void> {
  for (let waited = 0; waited < LONGEST && row?.isConnected === true; waited += 30) await new Promise((resolve) => setTimeout(resolve, 30));
}

/**
 * Keeps the cursor in a list whose rows disappear when their button is pressed: it goes to the button that comes next,
 * or, when none is left, to the page's heading. What stands around the buttons of a row carries `data-act`.
 */
export function useKeepPlace<E extends HTMLElement>(): { readonly list: RefObject<E | null>; readonly keepPlace: (work: () => Promise<unknown>) => Promise<void> } {
  const list = useRef<E>(null);
  const keepPlace = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    const acts = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(ACTS) ?? [])];
    const from = document.activeElement;
    const at = acts().findIndex((act) => act.contains(from));
    const acted = acts()[at];
    await work();
    if (at < 0) return;
    await gone(acted);
    // Somebody went on with something else meanwhile.
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const left = acts();
    const next = acted?.isConnected === true ? acted : left[Math.min(at, left.length - 1)];
    (next?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }, []);
  return { list, keepPlace };
}
