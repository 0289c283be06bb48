import type { SyncClock } from './clock.ts';
import { SyncTrouble } from './problems.ts';

const FIRST_PAUSE = 500;
/** A peer that wants to be left alone for longer than this is left alone with the whole exchange. */
const LONGEST_PAUSE = 10_000;
const TRIES = 3;
/** What carries records: where it fails again it must become smaller, not be repeated. */
const CARRIES_RECORDS = /\/_bulk_(docs|get)(\?|$)/;
const TRIES_WITH_RECORDS = 2;

/**
 * Asks again what a bad line lost: one request in five that fails must not end an exchange of fifty. Every request of
 * replication may be repeated: revisions that are there are not written twice, and a checkpoint that was is a conflict
 * that PouchDB resolves. Rejects with the last {@link SyncTrouble}.
 */
export function insistentFetch(ask: typeof fetch, clock: SyncClock, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const tries = CARRIES_RECORDS.test(input as string) ? TRIES_WITH_RECORDS : TRIES;
    for (let failed = 1; ; failed += 1) {
      try {
        return await ask(input, init);
      } catch (problem) {
        const pause = problem instanceof SyncTrouble ? pauseBeforeAgain(problem, failed) : null;
        if (pause === null || failed >= tries || signal.aborted || init?.signal?.aborted === true) throw problem;
        await pauseOrEnd(clock, pause, signal);
      }
    }
  };
}

/** Ms until the same request may go through; null where it will not for the asking. */
export function pauseBeforeAgain({ problem, waitMs }: Pick<SyncTrouble, 'problem' | 'waitMs'>, failed: number): number | null {
  if (problem === 'busy') return waitMs !== null && waitMs <= LONGEST_PAUSE ? waitMs : null;
  return problem === 'no-network' || problem === 'damaged-answer' || problem === 'server-trouble' ? FIRST_PAUSE * failed : null;
}

function pauseOrEnd(clock: SyncClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = clock.after(ms, done);
    signal.addEventListener('abort', done);
  });
}
