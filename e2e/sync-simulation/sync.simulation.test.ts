import { expect, test } from 'vitest';
import { runSchedule } from './run.ts';
import { openDoor } from './simulated-hub.ts';
import { scheduleNumber, simulateSync } from './simulate.ts';

const SCHEDULES = 200;

test(`${String(SCHEDULES)} random schedules of ten offices and headquarters: nothing is lost, all end equal, no status says safe of what is not`, { timeout: 900_000 }, async () => {
  const seed = Number(process.env['SIMULATION_SEED'] ?? Date.now() % 1_000_000_000);
  process.stdout.write(`sync simulation: seed ${String(seed)}, ${String(SCHEDULES)} schedules; again with npm run simulate:sync -- --seed ${String(seed)} --schedules ${String(SCHEDULES)}\n`);
  const { totals, failed } = await simulateSync({ seed, schedules: SCHEDULES });
  expect(failed.map(({ number, failure, smallest }) => `${String(number)}: ${failure}\n${JSON.stringify(smallest.events)}`)).toEqual([]);
  expect(totals.schedules).toBe(SCHEDULES);
  // A simulation in which nothing goes wrong shows nothing.
  expect(totals.statuses).toBeGreaterThan(100 * SCHEDULES);
  for (const fault of ['down', 'half-open', 'deaf', 'portal', 'slow', 'lost', 'answer-lost', 'truncated', 'reordered', 'repeated', 'twice', 'late-again', 'hub down'] as const) {
    expect(totals.faults.get(fault) ?? 0, fault).toBeGreaterThan(0);
  }
});

test('a seed makes the same schedule and the same happenings again', { timeout: 120_000 }, async () => {
  const door = await openDoor();
  const [first, second] = [await runSchedule(scheduleNumber(4, 2), door, true), await runSchedule(scheduleNumber(4, 2), door, true)];
  await door.close();
  expect(first.trace.length).toBeGreaterThan(20);
  expect(second.trace).toEqual(first.trace);
});
