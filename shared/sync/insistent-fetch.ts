import type { SyncClock } from './clock.ts';
import { SyncTrouble, type SyncProblem } from './problems.ts';

const FIRST_PAUSE = 500;
/** A peer that wants to be left alone for longer than this is left alone with the whole exchange. */
const LONGEST_PAUSE = 10_000;
const TRIES = 3;
/** What carries records: where it fails again it must become smaller, not be repeated. */
const CARRIES_RECORDS = /\/_bulk_(docs|get)(\?|$)/;
const TRIES_WITH_RECORDS = 2;
/** What hung for a minute is asked once more: a connection that died in silence is not the line's end, but minutes are long. */
const TRIES_WHERE_IT_HUNG = 2;

/**
 * Asks again what a bad line lost: one request in five that fails must not end an exchange of fifty. Every request of
 * replication may be repeated: revisions that are there are not written twice, and a checkpoint that was is a conflict
 * that PouchDB resolves. Rejects with the last {@link SyncTrouble}.
 */
export function insistentFetch(ask: typeof fetch, clock: SyncClock, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const carriesRecords = CARRIES_RECORDS.test(input as string);
    for (let failed = 1; ; failed += 1) {
      try {
        return await ask(input, init);
      } catch (problem) {
        const pause = problem instanceof SyncTrouble ? pauseBeforeAgain(problem, failed, carriesRecords) : null;
        if (pause === null || signal.aborted || init?.signal?.aborted === true) throw problem;
        await pauseOrEnd(clock, pause, signal);
      }
    }
  };
}

/** Ms until the same request, which failed so many times, may go through; null where it will not for the asking. */
export function pauseBeforeAgain({ problem, waitMs }: Pick<SyncTrouble, 'problem' | 'waitMs'>, failed: number, carriesRecords: boolean): number | null {
  if (failed >= triesOf(problem, carriesRecords)) return null;
  if (problem === 'busy') return waitMs !== null && waitMs <= LONGEST_PAUSE ? waitMs : null;
  return FIRST_PAUSE * failed;
}

function triesOf(problem: SyncProblem, carriesRecords: boolean): number {
  switch (problem) {
    case 'stalled':
      return carriesRecords ? 1 : TRIES_WHERE_IT_HUNG;
    case 'busy':
    case 'no-network':
    case 'damaged-answer':
    case 'server-trouble':
      return carriesRecords ? TRIES_WITH_RECORDS : TRIES;
    default:
      return 1;
  }
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
