import { runSchedule, type Ran } from './run.ts';
import { scheduleOf, type SyncSchedule } from './schedule.ts';
import { shrunk } from './shrink.ts';
import { openDoor } from './simulated-hub.ts';

/** What a simulation counted, over all its schedules. */
export interface Totals {
  schedules: number;
  events: number;
  requests: number;
  writes: number;
  kills: number;
  /** How often a person was asked. */
  asked: number;
  /** Statuses that were shown, each of which was compared with what the peers held at that moment. */
  statuses: number;
  /** Exchanges of everybody until the slowest schedule had ended. */
  mostRounds: number;
  readonly faults: Map<string, number>;
}

/** A schedule that failed. */
export interface Failed {
  /** Its number in the simulation, for `--only`. */
  readonly number: number;
  readonly failure: string;
  /** The fewest events that were found to fail. */
  readonly smallest: SyncSchedule;
  /** What happened with those, line by line. */
  readonly trace: readonly string[];
}

export interface Simulated {
  readonly totals: Totals;
  readonly failed: readonly Failed[];
}

export interface Wanted {
  readonly seed: number;
  readonly schedules: number;
  /** The number of the first of them. */
  readonly first?: number;
  /** Failures after which no more schedules are run. */
  readonly mostFailures?: number;
  /** Told of each schedule that has ended. */
  readonly onRan?: (number: number, ran: Ran) => void;
}

/** The schedule of that number in a simulation. */
export function scheduleNumber(seed: number, number: number): SyncSchedule {
  return scheduleOf((Math.imul(seed, 0x01000193) ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0);
}

/**
 * Runs so many schedules from a seed, which makes them again, and looks for the fewest events of one that fails.
 * What is not the same at a second run: nothing that is known. PouchDB's own random marks of databases and of
 * replications are different each time, and nothing is decided by them.
 */
export async function simulateSync({ seed, schedules, first = 0, mostFailures = 1, onRan }: Wanted): Promise<Simulated> {
  const door = await openDoor();
  const totals: Totals = { schedules: 0, events: 0, requests: 0, writes: 0, kills: 0, asked: 0, statuses: 0, mostRounds: 0, faults: new Map() };
  const failed: Failed[] = [];
  try {
    for (let number = first; number < first + schedules && failed.length < mostFailures; number += 1) {
      const schedule = scheduleNumber(seed, number);
      const ran = await runSchedule(schedule, door);
      count(totals, schedule, ran);
      onRan?.(number, ran);
      if (ran.failure === null) continue;
      const smallest = await shrunk(schedule, async (smaller) => (await runSchedule(smaller, door)).failure !== null);
      const again = await runSchedule(smallest, door, true);
      failed.push({ number, failure: again.failure ?? `${ran.failure}\n(It did not fail again.)`, smallest, trace: again.trace });
    }
  } finally {
    await door.close();
  }
  return { totals, failed };
}

function count(totals: Totals, { events }: SyncSchedule, ran: Ran): void {
  totals.schedules += 1;
  totals.events += events.length;
  totals.requests += ran.requests;
  totals.writes += ran.writes;
  totals.kills += ran.kills;
  totals.asked += ran.asked;
  totals.statuses += ran.statuses;
  totals.mostRounds = Math.max(totals.mostRounds, ran.rounds);
  for (const [fault, times] of ran.faults) totals.faults.set(fault, (totals.faults.get(fault) ?? 0) + times);
}
