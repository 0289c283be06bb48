import memoryAdapter from 'pouchdb-adapter-memory';
import { expect, test } from 'vitest';
import { openPouch, type RecordPouch, type StoredDocument } from '../store/pouch.ts';
import { PouchDB } from '../store/replicating-pouch.ts';
import { Arriving, type ArrivingWork } from './arriving.ts';
import type { Refusal } from './denied.ts';
import { many, record } from './testing/little-office.ts';

PouchDB.plugin(memoryAdapter);

const REV = '1-0123456789abcdef0123456789abcdef';
const GONE = 'fedcba9876543210fedcba9876543210';
const living = (id: string, more: object = {}): StoredDocument => ({ ...record(id, more), _rev: REV });
let databases = 0;

interface Tried {
  readonly pouch: RecordPouch;
  readonly arriving: Arriving;
  readonly refused: Refusal[];
  readonly received: string[];
  /** How often was asked what is still to come. */
  looked: () => number;
}

/** Arriving at a PC with these records; `ahead`: what the peer has as deleted in all that is to come. */
async function tried(here: readonly string[], ahead: readonly string[] = [], more: Partial<ArrivingWork> = {}): Promise<Tried & { gone: (...ids: readonly string[]) => StoredDocument[] }> {
  databases += 1;
  const pouch = openPouch(`arriving-${String(databases)}`, 'memory');
  await pouch.bulkDocs(here.map((id) => living(id)), { new_edits: false });
  const [refused, received]: [Refusal[], string[]] = [[], []];
  let looked = 0;
  const arriving = new Arriving({
    pouch,
    chapter: 'abcdefgh12',
    here: here.length,
    mayVanish: false,
    deletedAhead: () => Promise.resolve(((looked += 1), ahead.map((id) => `person:${id}`))),
    onRefused: (some) => Promise.resolve(void refused.push(...some)),
    onReceived: (documents) => void received.push(...documents.map(({ _id }) => _id)),
    ...more,
  });
  const gone = (...ids: readonly string[]): StoredDocument[] =>
    ids.map((id) => ({ ...record(id), _rev: `2-${GONE}`, _deleted: true, kind: 'erased', _revisions: { start: 2, ids: [GONE, REV.slice('1-'.length)] } }));
  return { pouch, arriving, refused, received, looked: () => looked, gone };
}
const countOf = async (pouch: RecordPouch): Promise<number> => (await pouch.info()).doc_count;

test('records are written as they are; design documents are not, and are no refusal', async () => {
  const { pouch, arriving, refused, received } = await tried([]);
  expect(await arriving.take([living('rosa'), { _id: '_design/rule', _rev: REV }])).toEqual([]);
  expect([(await pouch.get('person:rosa'))._rev, await countOf(pouch)]).toEqual([REV, 1]);
  expect([refused, received]).toEqual([[], ['person:rosa']]);
});

test("another chapter's are refused by name, and all others taken", async () => {
  const { pouch, arriving, refused, received } = await tried([]);
  expect(await arriving.take([living('rosa'), living('stray', { chapter: 'zzzzzzzz99' })])).toEqual(['person:stray']);
  expect(refused).toEqual([{ id: 'person:stray', rev: REV, reason: 'other-chapter' }]);
  expect([received, await countOf(pouch)]).toEqual([['person:rosa'], 1]);
  expect(await arriving.take([living('other', { chapter: 'zzzzzzzz99' })])).toEqual(['person:other']);
  expect(received).toEqual(['person:rosa']);
});

test('what the database does not take is refused by name and counts as nothing received', async () => {
  const { pouch, arriving, refused, received } = await tried([]);
  const write = pouch.bulkDocs.bind(pouch);
  pouch.bulkDocs = (async (...given: Parameters<typeof write>) => [...(await write(...given)), { error: true, status: 400, id: 'person:bad' }]) as unknown as typeof pouch.bulkDocs;
  expect(await arriving.take([living('rosa'), living('bad')])).toEqual(['person:bad']);
  expect(refused).toEqual([{ id: 'person:bad', rev: REV, reason: 'unknown' }]);
  expect(received).toEqual(['person:rosa']);
});

test('when nine of ten would go with one batch, nothing of it is written', async () => {
  const here = many(20);
  const { pouch, arriving, received, gone } = await tried(here);
  await expect(arriving.take([living('new'), ...gone(...here.slice(2))])).rejects.toMatchObject({ kind: 'mass-deletion', count: 18, of: 20 });
  expect([await countOf(pouch), received]).toEqual([20, []]);
});

test('a person is told of all that would go, also where the first batch is enough to ask', async () => {
  const here = many(40);
  const { arriving, gone, looked } = await tried(here, here.slice(1));
  await expect(arriving.take(gone(...here.slice(4)))).rejects.toMatchObject({ count: 39, of: 40 });
  expect(looked()).toBe(1);
});

test('what a person let go, goes', async () => {
  const here = many(20);
  const { pouch, arriving, gone, looked } = await tried(here, here, { mayVanish: true });
  await arriving.take(gone(...here));
  expect([await countOf(pouch), looked()]).toEqual([0, 0]);
});

test('deletions of what is not here, or is gone already, take nothing away', async () => {
  const here = many(20);
  const { pouch, arriving, gone, looked } = await tried(here);
  await arriving.take(gone(...many(30, 'never')));
  await arriving.take(gone(...here.slice(0, 10)));
  await arriving.take(gone(...here.slice(0, 10)));
  expect([await countOf(pouch), looked()]).toEqual([10, 0]);
});

test('a batch that may be the beginning of everything is looked ahead of, once, before anything is written', async () => {
  const here = many(40);
  const all = await tried(here, here);
  await expect(all.arriving.take(all.gone(...here.slice(0, 11)))).rejects.toMatchObject({ count: 40, of: 40 });
  expect([await countOf(all.pouch), all.looked()]).toEqual([40, 1]);
  const some = await tried(here, here.slice(0, 15));
  await some.arriving.take(some.gone(...here.slice(0, 11)));
  await some.arriving.take(some.gone(...here.slice(11, 15)));
  expect([await countOf(some.pouch), some.looked()]).toEqual([25, 1]);
});

test('batches add up, also where nobody said what was to come', async () => {
  const here = many(40);
  const { pouch, arriving, gone } = await tried(here);
  for (const from of [0, 12, 24]) await arriving.take(gone(...here.slice(from, from + 11)));
  await expect(arriving.take(gone(...here.slice(35, 38)))).rejects.toMatchObject({ count: 36, of: 40 });
  expect(await countOf(pouch)).toBe(7);
});

test('more than a thousand are counted to the last', async () => {
  const here = many(1_200);
  const { arriving, gone } = await tried(here);
  await expect(arriving.take(gone(...here))).rejects.toMatchObject({ count: 1_200, of: 1_200 });
});
