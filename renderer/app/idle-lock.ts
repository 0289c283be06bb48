import { useEffect } from 'react';

/** An unattended PC is locked after this time without input, in ms. */
export const LOCK_AFTER = 5 * 60_000;
const LOOK_EVERY = 5_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls `onIdle` once after {@link LOCK_AFTER} without a key or the pointer; also after the PC has slept that long. */
export function useIdleLock(onIdle: () => void): void {
  useEffect(() => {
    let last = Date.now();
    const alive = (): void => {
      last = Date.now();
    };
    for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true, capture: true });
    const looking = setInterval(() => {
      if (Date.now() - last < LOCK_AFTER) return;
      alive();
      onIdle();
    }, LOOK_EVERY);
    return () => {
      clearInterval(looking);
      for (const sign of SIGNS) window.removeEventListener(sign, alive, { capture: true });
    };
  }, [onIdle]);
}
