import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const RUNS = 2_000;

test(`${String(RUNS)} random schedules: all PCs end equal, and nothing acknowledged is lost`, { timeout: 600_000 }, async () => {
  const seed = Number(process.env['SIMULATION_SEED'] ?? Date.now() % 1_000_000_000);
  process.stdout.write(`merging simulation: seed ${String(seed)}, ${String(RUNS)} runs\n`);
  const { runs, failure } = await simulate(seed, RUNS);
  expect(failure).toBeNull();
  expect(runs).toBe(RUNS);
});
