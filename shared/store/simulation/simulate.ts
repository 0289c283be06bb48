import fc from 'fast-check';
import { aSchedule } from './events.ts';
import { runSchedule } from './run.ts';
import { newWorld } from './world.ts';

/** One run of so many ends with PouchDB's own replication. */
const REPLICATED_EVERY = 25;

/** What came of a simulation. `failure`: null, or what failed, with its seed and the smallest schedule that fails. */
export interface Simulated {
  readonly runs: number;
  readonly failure: string | null;
}

/**
 * Runs so many random schedules from a seed, which makes them again. `onRun` is told the number of each before it
 * begins; after a failure more runs follow, that look for a smaller schedule.
 */
export async function simulate(seed: number, runs: number, onRun: (run: number) => void = () => undefined): Promise<Simulated> {
  const world = await newWorld();
  let run = 0;
  const details = await fc.check(
    fc.asyncProperty(aSchedule, async (schedule) => {
      run += 1;
      onRun(run);
      await runSchedule(world, schedule, run % REPLICATED_EVERY === 0);
    }),
    { numRuns: runs, seed },
  );
  const cause = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? details.errorInstance.message) : '';
  return { runs: details.numRuns, failure: details.failed ? `${fc.defaultReportMessage(details) ?? ''}\n${cause}` : null };
}
