import { create, happen, typeIn } from './happen.ts';
import { endWell, failWhereWrong } from './ending.ts';
import type { SyncSchedule } from './schedule.ts';
import type { Door } from './simulated-hub.ts';
import { newWorld, type World } from './world.ts';

/** What happened in one schedule. */
export interface Ran {
  readonly failure: string | null;
  readonly trace: readonly string[];
  readonly requests: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly writes: number;
  readonly kills: number;
  readonly asked: number;
  readonly statuses: number;
  readonly rounds: number;
}

/** Runs a schedule to its end, or to the first thing that must not be. */
export async function runSchedule(schedule: SyncSchedule, door: Door, isTracing = false): Promise<Ran> {
  const world = await newWorld(schedule, door, isTracing);
  let failure: string | null = null;
  let rounds = 0;
  try {
    await begin(world, schedule);
    for (const event of schedule.events) {
      await happen(world, event);
      await world.time.quiet();
      failWhereWrong(world);
    }
    rounds = await endWell(world);
  } catch (problem) {
    failure = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  } finally {
    await world.close();
  }
  const requests = [...world.hubs.values()].reduce((sum, hub) => sum + hub.requests, 0);
  const { trace, faults, writes, kills, asked, statuses } = world;
  return { failure, trace, requests, faults, writes, kills, asked, statuses, rounds };
}

/** Some records are at every PC from the first day, as after an invitation. */
async function begin(world: World, { known, crowd }: SyncSchedule): Promise<void> {
  const [first, ...others] = world.offices;
  if (!first) return;
  for (const tracked of world.tracked.slice(0, known)) {
    await create(world, tracked, 0);
    const leaves = await first.replica.leaves(tracked.id);
    for (const { replica } of others) await replica.receive(leaves);
  }
  if (crowd > 0) {
    await typeIn(world, first, crowd, world.chance);
    const leaves = (await Promise.all(world.typed.map(({ id }) => first.replica.leaves(id)))).flat();
    for (const { replica } of others) await replica.receive(leaves);
  }
  for (const office of world.offices) {
    await office.settle();
    await office.begin();
  }
}
