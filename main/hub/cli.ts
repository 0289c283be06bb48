import { endWithNpm } from '../machine/end-with-npm.ts';
import { accountTable, addressHints, bothLanguages } from './account-table.ts';
import { addCoordinator, addSlot } from './account-making.ts';
import { readCommandLine, type Wish } from './command-line.ts';
import { eraseIds } from './erased.ts';
import { HubProblem } from './hub-problem.ts';
import { startHub } from './server.ts';
import { ERASED, LOCAL_ONLY, ONE_EACH, PROBLEM_SENTENCES, READS_ALL, RUNNING, SHOWN_ONCE, STOPPED, USAGE } from './words.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run({ host, port, data }: Extract<Wish, { kind: 'run' }>): Promise<void> {
  const hub = await startHub({ host, port, data, log: say });
  const addresses = addressHints(host, hub.port);
  if (hub.firstAdmin !== null) say(bothLanguages(SHOWN_ONCE) + accountTable(addresses, [hub.firstAdmin]));
  say(`${bothLanguages(RUNNING)}${addresses.join('\n')}`);
  if (host === '127.0.0.1') say(bothLanguages(LOCAL_ONLY));
  const stop = (): void => {
    void hub.stop().then(() => {
      say(bothLanguages(STOPPED));
      process.exit(0);
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  endWithNpm();
}

async function addChapter({ title, devices, host, port, data }: Extract<Wish, { kind: 'add-chapter' }>): Promise<void> {
  const accounts = await addSlot(data, title, devices);
  say(bothLanguages(SHOWN_ONCE) + bothLanguages(ONE_EACH) + accountTable(addressHints(host, port), accounts));
}

async function addReader({ title, host, port, data }: Extract<Wish, { kind: 'add-coordinator' }>): Promise<void> {
  const account = await addCoordinator(data, title);
  say(bothLanguages(SHOWN_ONCE) + bothLanguages(READS_ALL) + accountTable(addressHints(host, port), [account]));
}

async function erase({ ids, data }: Extract<Wish, { kind: 'erase' }>): Promise<void> {
  await eraseIds(data, ids);
  say(bothLanguages(ERASED));
}

async function fulfil(wish: Wish): Promise<void> {
  if (wish.kind === 'run') return run(wish);
  if (wish.kind === 'add-chapter') return addChapter(wish);
  return wish.kind === 'erase' ? erase(wish) : addReader(wish);
}

try {
  await fulfil(readCommandLine(process.argv.slice(2)));
} catch (problem) {
  if (!(problem instanceof HubProblem)) throw problem;
  process.stderr.write(`${bothLanguages(PROBLEM_SENTENCES[problem.code])}${problem.code === 'wrong-option' ? `${USAGE}\n` : ''}`);
  process.exitCode = 1;
}
