import { defineConfig } from '@playwright/test';

/** Journeys of the whole program in a real browser. One at a time: each starts hosts, a hub and browsers of its own. */
export default defineConfig({
  testDir: '../e2e/journeys',
  outputDir: '../e2e/results',
  testMatch: '**/*.journey.ts',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
});
