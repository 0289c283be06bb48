/** A hold on a chapter by this window; letting go allows another window to open it. */
export interface WindowHold {
  release(): void;
}

/** A window that is just closing lets go within this time; longer than people notice after a press, it is not waited. */
const PATIENCE_MS = 1_500;

/**
 * Holds a chapter for this window, so that two windows never write one database (design §4 opens one at a time).
 * Null when another window on this PC holds it and goes on holding it. The browser lets go by itself when the window
 * closes or crashes.
 */
export function holdChapter(database: string, locks: LockManager = navigator.locks, patience = PATIENCE_MS): Promise<WindowHold | null> {
  return new Promise((resolve, reject) => {
    const tired = AbortSignal.timeout(patience);
    locks
      .request(`convoca-${database}`, { signal: tired }, () => new Promise<void>((release) => resolve({ release })))
      .catch((problem: unknown) => (tired.aborted ? resolve(null) : reject(problem instanceof Error ? problem : new Error('no lock'))));
  });
}
