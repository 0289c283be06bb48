import { defineConfig } from 'vitest/config';

/** The store's own tests, for mutation testing: property tests from one seed, so that a mutant's fate is the same in each run. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['shared/store/**/*.test.ts'],
    exclude: ['shared/store/simulation/**', 'shared/store/open-close.test.ts', 'shared/store/growth.test.ts'],
    setupFiles: ['build/fixed-seed.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
