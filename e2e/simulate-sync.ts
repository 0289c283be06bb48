import { parseArgs } from 'node:util';
import { runSchedule } from './sync-simulation/run.ts';
import { openDoor } from './sync-simulation/simulated-hub.ts';
import { scheduleNumber, simulateSync, type Failed, type Totals } from './sync-simulation/simulate.ts';

/**
 * Runs the simulation of synchronizing by hand: `npm run simulate:sync -- --seed N --schedules 10000`. Prints how far it
 * is, and at the end the totals; of a failure the seed, the fewest events that fail, and what happened then.
 * `--only K` runs one schedule of that seed, `--trace` prints what happens in it. Ends with 1 when anything failed.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    schedules: { type: 'string', default: '1000' },
    first: { type: 'string', default: '0' },
    failures: { type: 'string', default: '1' },
    only: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});
const seed = whole('seed', values.seed ?? String(Date.now() % 1_000_000_000));
const schedules = whole('schedules', values.schedules);
const began = Date.now();
const seconds = (): string => `${String(Math.round((Date.now() - began) / 1000))} s`;

process.exit(values.only === undefined ? await all() : await one(whole('only', values.only)));

async function all(): Promise<number> {
  console.info(`Seed ${String(seed)}: ${String(schedules)} schedules of ten offices and headquarters.`);
  const { totals, failed } = await simulateSync({
    seed,
    schedules,
    first: whole('first', values.first),
    mostFailures: whole('failures', values.failures),
    onRan: (number, { failure }) => {
      if (failure !== null) console.error(`Schedule ${String(number)} failed: ${failure.split('\n')[0] ?? ''}`);
      if ((number + 1) % 100 === 0) console.info(`${String(number + 1)} schedules after ${seconds()}`);
    },
  });
  print(totals);
  for (const one of failed) tell(one);
  if (failed.length > 0) return 1;
  console.info(`${String(totals.schedules)} schedules in ${seconds()}: nothing acknowledged was lost, all ended equal, every queue ran empty, and no status said safe of what was not.`);
  return 0;
}

async function one(number: number): Promise<number> {
  const door = await openDoor();
  const { failure, trace } = await runSchedule(scheduleNumber(seed, number), door, values.trace);
  await door.close();
  for (const line of trace) console.info(line);
  if (failure === null) console.info(`Schedule ${String(number)} of seed ${String(seed)} ended well.`);
  else console.error(failure);
  return failure === null ? 0 : 1;
}

function print({ faults, ...totals }: Totals): void {
  for (const [name, total] of Object.entries(totals)) console.info(`${name}: ${String(total)}`);
  console.info(`faults: ${[...faults].sort(([, a], [, b]) => b - a).map(([fault, times]) => `${fault} ${String(times)}`).join(', ')}`);
}

function tell({ number, failure, smallest, trace }: Failed): void {
  console.error(`\nSchedule ${String(number)} of seed ${String(seed)}; run it again with --seed ${String(seed)} --only ${String(number)} --trace`);
  console.error(`The ${String(smallest.events.length)} events that suffice:\n${smallest.events.map((event) => `  ${JSON.stringify(event)}`).join('\n')}`);
  console.error(trace.join('\n'));
  console.error(failure);
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number.`);
  return number;
}
