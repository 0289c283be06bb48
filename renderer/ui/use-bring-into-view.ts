import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings a part that was opened by hand into sight, so that its fields do not stay below the edge of a low screen. Not
 * what is open from the beginning: a page begins at its top. `pressed` is called when somebody presses the part's button.
 */
export function useBringIntoView(open: boolean): { readonly part: RefObject<HTMLElement | null>; readonly pressed: () => void } {
  const part = useRef<HTMLElement | null>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    if (!open || !isPressed.current) return;
    isPressed.current = false;
    const { height, bottom } = part.current?.getBoundingClientRect() ?? { height: 0, bottom: 0 };
    if (bottom <= window.innerHeight) return;
    // A part that is taller than its place begins at the top, where its title says what it is.
    part.current?.scrollIntoView({ block: height > window.innerHeight / 2 ? 'start' : 'nearest' });
  }, [open]);
  return {
    part,
    pressed: () => {
      isPressed.current = true;
    },
  };
}
