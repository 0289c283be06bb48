import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import type { CollectionName } from './chapter-types.ts';
import { ChangeFeed } from './feed.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import type { ChapterInstance } from './rx-storage.ts';

PouchDB.plugin(memoryAdapter);

interface Refreshed {
  readonly name: CollectionName;
  readonly ids: readonly string[];
  readonly suspects: readonly string[];
}

let pouch: RecordPouch;
let refreshed: Refreshed[];
let failures: unknown[];
/** What is in memory already, as `id revision`. */
let known: Set<string>;
let answer: () => Promise<void>;
let feed: ChangeFeed;

/** What the feed asks of a collection, written down. */
function collection(name: CollectionName): [CollectionName, ChapterInstance] {
  const instance: Pick<ChapterInstance, 'isNews' | 'refresh'> = {
    isNews: (id, revs) => revs.some((rev) => !known.has(`${id} ${rev}`)),
    refresh: (ids, suspects = new Set()) => {
      refreshed.push({ name, ids, suspects: [...suspects] });
      return answer();
    },
  };
  return [name, instance as ChapterInstance];
}

beforeEach(() => {
  pouch = openPouch(`feed-${randomToken(10)}`, 'memory');
  refreshed = [];
  failures = [];
  known = new Set();
  answer = () => Promise.resolve();
  feed = new ChangeFeed(pouch, new Map([collection('people'), collection('sheets')]), (problem) => failures.push(problem));
});
afterEach(async () => {
  await feed.stop();
  await pouch.close();
});

test('what came from elsewhere is read again in its own collection, what is known or of no collection is not', async () => {
  known.add(`person:b 1-${'b'.repeat(32)}`);
  const ids = ['person:a', 'person:b', 'sheet:a', 'meeting:a', 'poem:a'];
  await pouch.bulkDocs(ids.map((_id) => ({ _id, _rev: `1-${_id.slice(-1).repeat(32)}` })), { new_edits: false });
  await feed.settled();
  expect(refreshed).toEqual([
    { name: 'people', ids: ['person:a'], suspects: [] },
    { name: 'sheets', ids: ['sheet:a'], suspects: [] },
  ]);
});

test('a record of which several revisions came before it was read is suspected to have leaves beside each other, once', async () => {
  const leaf = (id: string, letter: string) => ({ _id: `person:${id}`, _rev: `1-${letter.repeat(32)}` });
  await pouch.bulkDocs([leaf('a', 'a'), leaf('a', 'b'), leaf('b', 'a'), leaf('b', 'a')], { new_edits: false });
  feed.mark('people', ['person:c']);
  await feed.settled();
  expect(refreshed.flatMap(({ suspects }) => suspects)).toEqual(['person:a']);
  expect(refreshed.flatMap(({ ids }) => ids).sort()).toEqual(['person:a', 'person:b', 'person:c']);
  refreshed = [];
  feed.mark('people', ['person:a']);
  await feed.settled();
  expect(refreshed).toEqual([{ name: 'people', ids: ['person:a'], suspects: [] }]);
});

test('many are read some hundred at a time, and each once', async () => {
  const ids = Array.from({ length: 1_001 }, (_, at) => `person:${String(at)}`);
  feed.mark('people', ids);
  feed.mark('people', ids.slice(0, 3));
  await feed.settled();
  expect(refreshed.map((one) => one.ids.length)).toEqual([500, 500, 1]);
  expect(refreshed.flatMap((one) => one.ids)).toEqual(ids);
});

test('a failure is told and the rest is read all the same, as is what comes after', async () => {
  answer = () => (refreshed.length === 1 ? Promise.reject(new Error('torn')) : Promise.resolve());
  feed.mark('people', ['person:a']);
  feed.mark('sheets', ['sheet:a']);
  feed.mark('gatherings', ['meeting:a']);
  await feed.settled();
  expect(failures).toEqual([new Error('torn')]);
  expect(refreshed.map(({ name }) => name)).toEqual(['people', 'sheets']);
  feed.mark('people', ['person:b']);
  await feed.settled();
  expect(refreshed).toHaveLength(3);
});

test('settled waits for a write that has just ended and for what is being read', async () => {
  let read = false;
  answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    read = true;
  };
  await pouch.put({ _id: 'person:a' });
  await feed.settled();
  expect(read).toBe(true);
});

test('stopped, it follows nothing more, and what is being read still ends', async () => {
  let read = false;
  answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    read = true;
  };
  feed.mark('people', ['person:a']);
  await feed.stop();
  expect(read).toBe(true);
  await pouch.put({ _id: 'person:b' });
  await feed.settled();
  expect(refreshed).toHaveLength(1);
});
