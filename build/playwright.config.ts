import { defineConfig } from '@playwright/test';

/** Begun first: begun last, one of them alone would keep the other processors waiting. */
const LONGEST = ['kill', 'sync-schedules', 'office', 'history', 'sync-restored-hub'].map((name) => `**/${name}.journey.ts`);

/**
 * Journeys of the whole program in a real browser: each starts hosts, a hub and browsers of its own, with folders and ports
 * of its own. Offices that share find each other on the network; only one file has such offices, and a file's journeys run
 * one after the other.
 */
export default defineConfig({
  testDir: '../e2e/journeys',
  outputDir: '../e2e/results',
  projects: [
    { name: 'longest', testMatch: LONGEST },
    { name: 'others', testMatch: '**/*.journey.ts', testIgnore: LONGEST },
  ],
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
});
