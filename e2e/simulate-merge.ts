import { parseArgs } from 'node:util';
import { simulate } from '../shared/store/simulation/simulate.ts';

/**
 * Runs the simulation of merging by hand: `npm run simulate:merge -- --seed N --runs 20000`. Prints how far it is and at
 * the end the totals; of a failure the seed and the smallest schedule that fails. Ends with 1 when anything failed.
 */
const { values } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string', default: '20000' } } });
const runs = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) throw new Error('--seed and --runs take whole numbers.');

const began = Date.now();
const seconds = (): number => Math.round((Date.now() - began) / 1000);
console.info(`Seed ${String(seed)}: ${String(runs)} schedules of three to five PCs.`);
const { runs: done, failure } = await simulate(seed, runs, (run) => {
  if (run % 500 === 0) console.info(`${String(run)} of ${String(runs)} after ${String(seconds())} s`);
});
if (failure !== null) {
  console.error(failure);
  console.error(`Failed in run ${String(done)} of seed ${String(seed)}, after ${String(seconds())} s.`);
  process.exit(1);
}
console.info(`${String(done)} schedules in ${String(seconds())} s: all PCs ended equal, merging ended, and nothing acknowledged was lost.`);
process.exit(0);
