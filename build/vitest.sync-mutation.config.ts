import { defineConfig } from 'vitest/config';

/** For mutation testing of the session's rules: their own tests and those of the session over a peer in memory. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['shared/sync/*.test.ts', 'shared/sync/verification/schedule.test.ts'],
    setupFiles: ['build/fixed-seed.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
