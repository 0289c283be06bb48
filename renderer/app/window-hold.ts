/** A hold on a chapter by this window; letting go allows another window to open it. */
export interface WindowHold {
  release(): void;
}

/**
 * Holds a chapter for this window, so that two windows never write one database (design §4 opens one at a time).
 * Null when another window on this PC holds it. The browser lets go by itself when the window closes or crashes.
 */
export function holdChapter(database: string, locks: LockManager = navigator.locks): Promise<WindowHold | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(`convoca-${database}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => resolve({ release }));
      })
      .catch(reject);
  });
}
