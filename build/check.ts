import { checkWords } from './check-words.ts';
import { runTool } from './run-step.ts';

/**
 * The one gate, `npm run check`: types, lint with the layer rule, equal words in both languages, dead exports and unit
 * tests, with zero warnings. `--without-unit` leaves the unit tests to `npm test`.
 */
const steps: readonly { readonly name: string; readonly run: () => Promise<number> }[] = [
  { name: 'types', run: () => runTool('tsc', ['--noEmit']) },
  { name: 'lint', run: () => runTool('eslint', ['--config', 'build/eslint.config.js', '--max-warnings', '0', '.']) },
  { name: 'words', run: () => Promise.resolve(words()) },
  { name: 'dead exports', run: () => runTool('knip', ['--config', 'build/knip.json']) },
  { name: 'unit tests', run: () => runTool('vitest', ['run', '--config', 'build/vitest.config.ts']) },
];

function words(): number {
  const { problems, texts } = checkWords('shared/words/locales');
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`${String(texts)} texts, the same keys in English and Spanish`);
  return problems.length === 0 ? 0 : 1;
}

const failed: string[] = [];
for (const { name, run } of steps) {
  if (name === 'unit tests' && process.argv.includes('--without-unit')) continue;
  console.log(`\n── ${name}`);
  if ((await run()) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nCheck passed.' : `\nCheck failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
