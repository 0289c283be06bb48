/**
 * Measures matching on real lists: `npm run bench:names -- LIST.csv [TRUE-PAIRS.csv]`. Prints how many of the true pairs are
 * offered, how many wrong ones come with them, whether a father and son or a family's phone were ever "probably", and how
 * long reading, searching and comparing take. The list is any that the import reads; the pairs are the numbers of its rows,
 * the first below the heading being 1.
 */
import { readFileSync } from 'node:fs';
import { NO_FACTS, passing } from '../../shared/domain/people-filter.ts';
import { planImport } from '../../shared/import/plan.ts';
import { decodeList } from '../../shared/import/decode.ts';
import { guessColumns } from '../../shared/import/columns.ts';
import { readList } from '../../shared/import/read-list.ts';
import { MatchIndex } from '../../shared/names/candidates.ts';
import { Directory, directoryEntry } from '../../shared/names/directory.ts';
import { todayHere } from '../../shared/words/date.ts';
import type { MatchReason } from '../../shared/names/score.ts';

/** People whose names are typed letter by letter. */
const TYPED = 200;

const [listPath, pairsPath] = process.argv.slice(2);
if (!listPath) throw new Error('Say which list: npm run bench:names -- LIST.csv [TRUE-PAIRS.csv]');

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

const entries = await timed('entries for the directory', () =>
  plan.people.map(({ fields, row, institution }) => ({
    ...directoryEntry({ ...fields, id: String(row) }),
    institutions: institution === null ? [] : ['id' in institution ? institution.id : institution.key],
  })),
);
const index = new MatchIndex();
await timed('enter them in the matching index', () => entries.forEach((entry) => index.put(entry)));
const duplicates = await timed('all possible duplicates among them', () => index.duplicates());
const offered = new Map(duplicates.map((pair) => [[Number(pair.one), Number(pair.other)].sort((a, b) => a - b).join(' '), pair]));
console.log(`${String(offered.size)} pairs offered, ${String(duplicates.filter(({ band }) => band === 'probably').length)} of them "probably"`);

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
  const has = (reason: MatchReason): number => probable.filter(([, { reasons }]) => reasons.includes(reason)).length;
  console.log(`"probably" of two generations: ${has('other-generation')}; of two given names at one phone: ${has('other-given-name')}`);
  if (process.env['SHOW']) {
    const name = (row: number): string => JSON.stringify(list.rows.find((there) => there.number === row)?.cells.slice(0, 3));
    for (const pair of pairs.filter((there) => !offered.has(there))) console.log('missed', pair.split(' ').map(Number).map(name).join(' '));
    for (const pair of wrong) console.log('wrong', offered.get(pair)?.band, offered.get(pair)?.score, offered.get(pair)?.reasons.join(' '), pair.split(' ').map(Number).map(name).join(' '));
  }
}

const directory = new Directory();
await timed('enter them in the directory', () => directory.putMany(entries));
await timed('sort them by surname', () => directory.sorted());
for (const query of ['m', 'her', 'hernandez lupita', '555 01', 'vasques']) {
  directory.search(query, { limit: 50 });
  await timed(`search "${query}"`, () => directory.search(query, { limit: 50 }));
}
// Narrowing by three things against only going through everybody, as the list of people does.
const passes = passing({ language: ['es', 'both'], phone: ['yes'], noContact: ['60'] }, todayHere());
const once = (work: () => void): number => {
  const start = performance.now();
  for (let turn = 0; turn < 20; turn += 1) work();
  return (performance.now() - start) / 20;
};
const listing = once(() => directory.sorted().filter((entry) => entry.id !== ''));
const narrowing = once(() => directory.sorted().filter((entry, at) => passes(entry, { ...NO_FACTS, lastContact: { y: 2020 + (at % 7), m: 1 + (at % 12) } })));
console.log(`narrow ${String(entries.length)} people by three things: ${narrowing.toFixed(2)} ms, ${(narrowing / listing).toFixed(1)} times going through all`);
// As typing goes: each name letter by letter, for people from all over the list.
const waits: number[] = [];
for (const entry of entries.filter((_entry, at) => at % Math.ceil(entries.length / TYPED) === 0)) {
  for (let letters = 3; letters <= entry.nameAsWritten.length; letters += 1) {
    const start = performance.now();
    index.candidatesOf({ id: 'typed', nameAsWritten: entry.nameAsWritten.slice(0, letters), phones: entry.phones, institutions: entry.institutions }, 4);
    waits.push(performance.now() - start);
  }
}
waits.sort((one, other) => one - other);
const share = (part: number): string => (waits[Math.floor(part * (waits.length - 1))] ?? 0).toFixed(2);
console.log(`candidates while typing among ${String(entries.length)} people: median ${share(0.5)} ms, 99 of 100 within ${share(0.99)} ms, at most ${share(1)} ms (${String(waits.length)} keys)`);
