/**
 * Measures matching on real lists: `npx tsx e2e/bench/names.ts LIST.csv [TRUE-PAIRS.csv]`. Prints how many of the true
 * duplicates are offered, how many wrong ones come with them, and how long reading, searching and comparing take.
 */
import { readFileSync } from 'node:fs';
import { planImport } from '../../shared/import/plan.ts';
import { decodeList } from '../../shared/import/decode.ts';
import { guessColumns } from '../../shared/import/columns.ts';
import { readList } from '../../shared/import/read-list.ts';
import { MatchIndex } from '../../shared/names/candidates.ts';
import { Directory, directoryEntry } from '../../shared/names/directory.ts';

const [listPath, pairsPath] = process.argv.slice(2);
if (!listPath) throw new Error('Say which list: npx tsx e2e/bench/names.ts LIST.csv [TRUE-PAIRS.csv]');

/** Runs once and prints how long it took. */
async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await work();
  console.log(`${what}: ${(performance.now() - start).toFixed(1)} ms`);
  return answer;
}

const list = await timed('decode and read the list', () => readList(decodeList(new Uint8Array(readFileSync(listPath)))));
const columns = guessColumns(list);
console.log(`${list.rows.length} rows; columns: ${columns.join(', ')}`);
const plan = await timed('plan the import', () =>
  planImport({ list, columns, institutions: [], known: [], areaCode: '919' }),
);
console.log(`${plan.people.length} people, ${plan.institutions.length} institutions, ${plan.problems.length} refused rows`);

const offered = new Map<string, { band: string; words: string }>();
for (const person of plan.people) {
  for (const { row, band, reasons, score } of person.sameAs) {
    if (row !== undefined) offered.set([row, person.row].sort((a, b) => a - b).join(' '), { band, words: `${score} ${reasons.join(' ')}` });
  }
}

if (pairsPath) {
  const lines = readFileSync(pairsPath, 'utf8').trim().split(/\r?\n/).slice(1);
  // The pairs count data rows from 1; a row's number in the file counts the heading too.
  const direct = lines.map((line) => line.split(',').map((row) => Number(row) + 1));
  const groups = new Map<number, Set<number>>();
  for (const [one = 0, other = 0] of direct) {
    const group = new Set([...(groups.get(one) ?? [one]), ...(groups.get(other) ?? [other])]);
    for (const row of group) groups.set(row, group);
  }
  const isTrue = (pair: string): boolean => {
    const [one = 0, other = 0] = pair.split(' ').map(Number);
    return groups.get(one)?.has(other) ?? false;
  };
  const pairs = direct.map((rows) => rows.sort((a, b) => a - b).join(' '));
  const found = pairs.filter((pair) => offered.has(pair));
  const wrong = [...offered.keys()].filter((pair) => !isTrue(pair));
  const probable = [...offered].filter(([, match]) => match.band === 'probably');
  console.log(`true pairs offered: ${found.length} of ${pairs.length} (${((100 * found.length) / pairs.length).toFixed(1)} %)`);
  console.log(`wrong pairs offered: ${wrong.length} (${(wrong.length / found.length).toFixed(2)} for each right one)`);
  console.log(`"probably": ${probable.length}, wrong among them: ${probable.filter(([pair]) => !isTrue(pair)).length}`);
  if (process.env['SHOW']) {
    const name = (row: number): string => JSON.stringify(list.rows.find((there) => there.number === row)?.cells.slice(0, 3));
    for (const pair of pairs.filter((there) => !offered.has(there))) console.log('missed', pair.split(' ').map(Number).map(name).join(' '));
    for (const pair of wrong) console.log('wrong', offered.get(pair)?.band, offered.get(pair)?.words, pair.split(' ').map(Number).map(name).join(' '));
  }
} else {
  console.log(`pairs offered: ${offered.size}`);
}

const entries = await timed('entries for the directory', () =>
  plan.people.map((person, at) => directoryEntry({ ...person.fields, id: `person:${at}` })),
);
const directory = new Directory();
await timed('enter them in the directory', () => directory.putMany(entries));
await timed('sort them by surname', () => directory.sorted());
for (const query of ['m', 'her', 'hernandez lupita', '555 01', 'vasques']) {
  directory.search(query, { limit: 50 });
  await timed(`search "${query}"`, () => directory.search(query, { limit: 50 }));
}
const index = new MatchIndex();
await timed('enter them in the matching index', () => entries.forEach((entry) => index.put(entry)));
const typed = { id: 'typed', nameAsWritten: 'María Guadalupe Hernández', phones: [], institutions: [] };
await timed('candidates for one typed name', () => index.candidatesOf(typed, 4));
