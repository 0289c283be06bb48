import { useEffect, useRef } from 'react';

/** Does something at a key wherever the cursor stands, unless a field has taken the key for itself. */
export function useWindowKey(isMeant: (event: KeyboardEvent) => boolean, act: () => void): void {
  const now = useRef({ isMeant, act });
  useEffect(() => {
    now.current = { isMeant, act };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !now.current.isMeant(event)) return;
      event.preventDefault();
      now.current.act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
