import { accountTable, bothLanguages } from '../hub/account-table.ts';
import type { FreshAccount } from '../hub/account-making.ts';
import { CouchAdmin } from './admin-client.ts';
import { passwordFor } from './ask-password.ts';
import { readCommandLine } from './command-line.ts';
import { CouchProblem } from './couch-problem.ts';
import { provision, type Provisioned } from './provision.ts';
import type { Mode, StepOutcome } from './step.ts';
import { ALL_RIGHT, ASK_PASSWORD, CHAPTER_CODE, DRIFTED, NOTHING_DONE, PROBLEM_SENTENCES, SLIPS, STANDING_WORDS, USAGE, VISIBLE_PASSWORD } from './words.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** One line a step, both languages. */
function stepLine({ about, standing }: StepOutcome, mode: Mode): string {
  const words = STANDING_WORDS[mode][standing];
  return `  ${words.en} | ${words.es}: ${about.en === about.es ? about.en : `${about.en} | ${about.es}`}`;
}

function summary(mode: Mode, { steps }: Provisioned): void {
  const isRight = steps.every(({ standing }) => standing === 'right');
  if (mode === 'make' || (isRight && mode === 'check')) return say(bothLanguages(ALL_RIGHT));
  if (mode === 'dry-run') return say(bothLanguages(NOTHING_DONE));
  say(bothLanguages(DRIFTED));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { server, told, wish } = readCommandLine(process.argv.slice(2));
  if (server.password !== null) process.stderr.write(bothLanguages(VISIBLE_PASSWORD));
  const password = await passwordFor(server.password, process.env, ASK_PASSWORD, { input: process.stdin, output: process.stderr });
  const couch = new CouchAdmin({ address: server.address, name: server.name, password });
  const slips: FreshAccount[] = [];
  try {
    const done = await provision(couch, wish, (outcome) => say(stepLine(outcome, wish.mode)), (account) => slips.push(account));
    // A dry run's new code is made anew by the run that means it.
    if (wish.mode !== 'dry-run') for (const { title, chapter } of done.chapters) say(`\n${title}\n  ${CHAPTER_CODE}: ${inGroups(chapter)}`);
    summary(wish.mode, done);
  } finally {
    // Also when a later step failed: the accounts are made, and these are their only passwords.
    if (slips.length > 0) say(bothLanguages(SLIPS) + accountTable([told], slips));
  }
}

/** `k3j4 9x2m …`: as people read it out. */
function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

try {
  await run();
} catch (problem) {
  if (!(problem instanceof CouchProblem)) throw problem;
  const { en, es } = PROBLEM_SENTENCES[problem.code];
  const filled = (text: string): string => text.replace('{}', problem.detail).trim();
  process.stderr.write(bothLanguages({ en: filled(en), es: filled(es) }));
  if (problem.code === 'wrong-option') process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
}
