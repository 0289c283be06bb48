import type { SyncClock } from './clock.ts';
import type { Pace } from './pace.ts';
import { SyncTrouble, type SyncProblem } from './problems.ts';

/** What smaller batches help against: too much at once, and a line that breaks before it has carried it. */
const OF_SIZE: ReadonlySet<SyncProblem> = new Set(['too-large', 'stalled', 'no-network', 'damaged-answer']);

/** Does what carries a batch, and tells the pace how it went. `records`: how many it carries; null where it carries none. */
export async function timed<T>(pace: Pace, clock: SyncClock, records: number | null, work: () => Promise<T>): Promise<T> {
  const began = clock.now();
  try {
    const done = await work();
    if (records !== null) pace.done(Math.max(0, clock.now() - began), records);
    return done;
  } catch (problem) {
    if (problem instanceof SyncTrouble && OF_SIZE.has(problem.problem)) pace.failed();
    throw problem;
  }
}
