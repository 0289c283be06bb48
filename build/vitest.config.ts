import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** Unit and property tests beside the code. Files that need a DOM say so with `// @vitest-environment happy-dom`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    include: ['{main,renderer,shared}/**/*.test.{ts,tsx}', 'build/**/*.test.{ts,js}', 'e2e/{support,sync-simulation}/*.test.ts'],
    // Mutation testing copies the tests there while it runs.
    exclude: ['**/node_modules/**', 'build/out/**'],
    environment: 'node',
    testTimeout: 30_000,
    // More than there are processors: many tests wait for a server, a line or a disk.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
  },
});
