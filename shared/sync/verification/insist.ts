import type { SyncClock } from '../clock.ts';
import { SyncTrouble, type SyncProblem } from '../problems.ts';

/** What a bad line does to one request and spares the next. */
const PASSING: ReadonlySet<SyncProblem> = new Set(['no-network', 'stalled', 'damaged-answer', 'server-trouble', 'busy']);
/** So many failures of one request in a row, and the line is not bad but broken. */
const TRIES = 6;
const FIRST_PAUSE = 250;

/** Whether asking once more may help. */
export function mayPass(problem: unknown): problem is SyncTrouble {
  return problem instanceof SyncTrouble && PASSING.has(problem.problem);
}

/** Asks again where a request failed for something that may pass, up to six times; rejects with the last failure. */
export async function insist<T>(clock: SyncClock, ask: () => Promise<T>): Promise<T> {
  for (let failed = 0; ; ) {
    try {
      return await ask();
    } catch (problem) {
      failed += 1;
      if (failed === TRIES || !mayPass(problem)) throw problem;
      await pause(clock, Math.max(FIRST_PAUSE * 2 ** failed, problem.waitMs ?? 0));
    }
  }
}

function pause(clock: SyncClock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
