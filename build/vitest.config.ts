import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

// Mutation testing copies the tests to build/out while it runs.
const NEVER = ['**/node_modules/**', 'build/out/**'];
const EVERYTHING = ['{main,renderer,shared}/**/*.test.{ts,tsx}', 'build/**/*.test.{ts,js}', 'e2e/{support,sync-simulation}/*.test.ts'];
/**
 * All but those that look at what a process remembers in its modules, such as how full the disk was, that count its timers
 * or its memory, or that take long by themselves.
 */
const LEAVE_NOTHING = [
  'renderer/**/*.test.{ts,tsx}',
  'main/{couchdb,machine,proxy,web}/**/*.test.ts',
  'main/hub/!(flood).test.ts',
  'shared/!(store)/**/*.test.ts',
  'shared/store/!(canary|disk-room|open-close).test.ts',
];

/** Unit and property tests beside the code. Files that need a DOM say so with `// @vitest-environment happy-dom`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    projects: [
      // Files that leave nothing behind share a process: reading all modules anew for each took half of their time.
      { extends: true, test: { name: 'together', include: LEAVE_NOTHING, isolate: false } },
      { extends: true, test: { name: 'apart', include: EVERYTHING, exclude: [...NEVER, ...LEAVE_NOTHING] } },
    ],
    exclude: NEVER,
    environment: 'node',
    setupFiles: ['build/patience.ts'],
    // Only what hangs is ended; a busy computer is no fault of what is tested.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // More than there are processors: many tests wait for a server, a line or a disk.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
  },
});
