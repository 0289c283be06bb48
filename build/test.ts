import { mkdirSync, rmSync } from 'node:fs';
import { ensureTestPrograms } from './needs.ts';
import { runTool } from './run-step.ts';
import { readJourneyReport, readUnitReport, type Count } from './test-results.ts';

/**
 * `npm test`: unit tests, then the journeys in a real browser against the real hosts and hub, and how many ran.
 * `npm run test:long` adds the proofs that take longer than a developer waits (journeys marked @long).
 */
const UNIT = 'build/out/unit-results.json';
const JOURNEYS = 'build/out/journey-results.json';

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
  const [units, journeys] = [readUnitReport(UNIT), readJourneyReport(JOURNEYS)];
  const sum = (of: keyof Count): number => units.count[of] + journeys.count[of];
  console.log(`\nunit tests: ${String(units.count.passed)} passed, ${String(units.count.failed)} failed`);
  console.log(`journeys: ${String(journeys.count.passed)} passed, ${String(journeys.count.failed)} failed`);
  // Thousands of lines lie between a failure and the end, and who reads only the end must see which it was.
  for (const line of [...units.failed, ...journeys.failed]) console.log(`failed: ${line}`);
  for (const line of journeys.notRun) console.log(`did not run: ${line}`);
  console.log(`in ${String(Math.round((Date.now() - began) / 1000))} s`);
  const skipped = sum('skipped') > 0 ? `, ${String(sum('skipped'))} skipped` : '';
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed${skipped}`);
  return unitCode === 0 && journeyCode === 0 && sum('failed') === 0 ? 0 : 1;
}

process.exitCode = await main();
