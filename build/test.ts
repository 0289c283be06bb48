import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureTestPrograms } from './needs.ts';
import { runTool } from './run-step.ts';

/**
 * `npm test`: unit tests, then the journeys in a real browser against the real hosts and hub, and how many ran.
 * `npm run test:long` adds the proofs that take longer than a developer waits (journeys marked @long).
 */
const UNIT = 'build/out/unit-results.json';
const JOURNEYS = 'build/out/journey-results.json';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function readUnit(): Count {
  const found = readJson(UNIT) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number; success?: boolean } | null;
  const failed = found?.numFailedTests ?? 1;
  return { passed: found?.numPassedTests ?? 0, failed: found?.success === false && failed === 0 ? 1 : failed, skipped: found?.numPendingTests ?? 0 };
}

function readJourneys(): Count {
  const found = readJson(JOURNEYS) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } } | null;
  if (!found?.stats) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = found.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string; readonly annotations: readonly { readonly type: string; readonly description?: string }[] }[] }[];
}

/** Journeys that did not run, with the reason they give: nothing is passed over silently. */
function notRun(suite: Suite): string[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => `${title}: ${annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'}`),
  );
  return [...own, ...(suite.suites ?? []).flatMap(notRun)];
}

async function main(): Promise<number> {
  if (!(await ensureTestPrograms())) return 1;
  mkdirSync('build/out', { recursive: true });
  for (const file of [UNIT, JOURNEYS]) rmSync(file, { force: true });
  const isLong = process.argv.includes('--long');
  const began = Date.now();
  const [unitCode, buildCode] = await Promise.all([
    runTool('vitest', ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`]),
    runTool('tsx', ['build/build.ts']),
  ]);
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: JOURNEYS };
  const filter = isLong ? [] : ['--grep-invert', '@long'];
  const journeyCode =
    buildCode === 0 ? await runTool('playwright', ['test', '--config', 'build/playwright.config.ts', '--reporter=list,json', ...filter], env) : 1;
  const counts = [readUnit(), readJourneys()] as const;
  const sum = (of: keyof Count): number => counts[0][of] + counts[1][of];
  console.log(`\nunit tests: ${String(counts[0].passed)} passed, ${String(counts[0].failed)} failed`);
  console.log(`journeys: ${String(counts[1].passed)} passed, ${String(counts[1].failed)} failed`);
  for (const line of notRun((readJson(JOURNEYS) ?? {}))) console.log(`did not run: ${line}`);
  console.log(`in ${String(Math.round((Date.now() - began) / 1000))} s`);
  const skipped = sum('skipped') > 0 ? `, ${String(sum('skipped'))} skipped` : '';
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed${skipped}`);
  return unitCode === 0 && journeyCode === 0 && sum('failed') === 0 ? 0 : 1;
}

process.exitCode = await main();
