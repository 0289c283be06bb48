import { useEffect } from 'react';

/** Begins a page at its top, when it was opened from far down another one: the part that scrolls is the shell's. */
export function useTopOfPage(): void {
  useEffect(() => {
    document.getElementById('page')?.scrollTo(0, 0);
  }, []);
}
