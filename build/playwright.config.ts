import { defineConfig } from '@playwright/test';

/** About half of the work, in files that share with nobody on the network; each has pages, ports and databases of its own. */
const ASIDE = ['kill', 'sync-schedules', 'office', 'lists', 'structure', 'institution-pipeline', 'members-access'].map((name) => `**/${name}.journey.ts`);

/**
 * Journeys of the whole program in a real browser: each starts hosts, a hub and browsers of its own. One at a time, since
 * offices that share find each other on the network; beside them those that share with nobody.
 */
export default defineConfig({
  testDir: '../e2e/journeys',
  outputDir: '../e2e/results',
  projects: [
    { name: 'journeys', testMatch: '**/*.journey.ts', testIgnore: ASIDE, workers: 1 },
    { name: 'aside', testMatch: ASIDE, workers: 1 },
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
