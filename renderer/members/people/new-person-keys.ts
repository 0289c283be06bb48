import { useEffect, useRef } from 'react';

/** F10 and Ctrl+Enter begin a new person (domain §6.2). */
export function useNewPersonKeys(begin: () => void): void {
  const now = useRef(begin);
  useEffect(() => {
    now.current = begin;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const asked = event.key === 'F10' || (event.key === 'Enter' && event.ctrlKey);
      if (!asked || event.defaultPrevented) return;
      event.preventDefault();
      now.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
