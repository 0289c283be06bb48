import { compare } from './figures.ts';
import { alternate, type Run } from './store-parts.ts';

/**
 * RxDB's own performance suite (its defaults: four collections, 3,000 documents) over our storage for any collection,
 * which seals nothing, and over Dexie; one run of it is one round. RxDB's published figures of other storages are of other
 * computers and stand in no line of this.
 */
export async function measureSuite({ browser, rounds }: Run): Promise<void> {
  const run = (side: 'convoca' | 'dexie', round: number): Promise<Readonly<Record<string, number>>> =>
    browser.visit(`${side}-suite`, (visit) => visit.ask('suite', [side], `suite-${String(round)}`));
  // The first run of each is not counted: it makes the databases' folders.
  await run('convoca', -1);
  await run('dexie', -1);
  const answers = await alternate(rounds, (round) => run('convoca', round), (round) => run('dexie', round));
  for (const name of Object.keys(answers[0]?.convoca ?? {})) {
    compare(`RxDB's suite: ${name}`, answers.map(({ convoca, dexie }) => ({ convoca: convoca[name] ?? Number.NaN, dexie: dexie[name] ?? Number.NaN })), null);
  }
}
