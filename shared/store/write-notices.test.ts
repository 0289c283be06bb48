import memoryAdapter from 'pouchdb-adapter-memory';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { PouchDB } from './replicating-pouch.ts';
import { onWrites, type WriteNotice } from './write-notices.ts';

PouchDB.plugin(memoryAdapter);

/** PouchDB's own way of asking, which its types leave out. */
type BulkDocs = (request: unknown, options?: unknown, callback?: (problem: unknown, answers?: unknown) => void) => Promise<unknown>;

let pouch: RecordPouch;
let told: WriteNotice[];
let end: () => void;

beforeEach(() => {
  pouch = openPouch(`notices-${randomToken(10)}`, 'memory');
  told = [];
  end = onWrites(pouch, (notice) => told.push(notice));
});
afterEach(() => pouch.close());

const bulkDocs: BulkDocs = (request, ...rest) => (pouch.bulkDocs as unknown as BulkDocs)(request, ...rest);
const nextTimer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('a write is told with its revisions, after its writer knows the answer', async () => {
  const answers = await pouch.bulkDocs([{ _id: 'a' }, { _id: 'b' }]);
  expect(told).toEqual([]);
  await nextTimer();
  const changes = answers.map((answer) => ({ id: answer.id, rev: 'rev' in answer ? answer.rev : '' }));
  expect(told).toEqual([{ changes, received: false }]);
  end();
  await pouch.put({ _id: 'c' });
  await nextTimer();
  expect(told).toHaveLength(1);
});

test('every follower is told, and one that ended does not end the others', async () => {
  const others: string[] = [];
  const endOther = onWrites(pouch, ({ changes }) => others.push(...changes.map(({ id }) => id)));
  await pouch.put({ _id: 'a' });
  await nextTimer();
  end();
  await pouch.put({ _id: 'b' });
  await nextTimer();
  endOther();
  expect([told.length, others]).toEqual([1, ['a', 'b']]);
});

test('what comes with its revision from elsewhere is told as received, in whichever way it is asked', async () => {
  const rev = (letter: string): string => `1-${letter.repeat(32)}`;
  await bulkDocs([{ _id: 'a', _rev: rev('a') }], { new_edits: false });
  await bulkDocs({ docs: [{ _id: 'b', _rev: rev('b') }], new_edits: false });
  await bulkDocs({ docs: [{ _id: 'c', _rev: rev('c') }] }, { new_edits: false });
  await nextTimer();
  expect(told).toEqual(['a', 'b', 'c'].map((id) => ({ changes: [{ id, rev: rev(id) }], received: true })));
});

test('PouchDB’s replication is told as received', async () => {
  const other = openPouch(`notices-${randomToken(10)}`, 'memory');
  const { rev } = await other.put({ _id: 'a', word: 'hola' });
  await PouchDB.replicate(other, pouch);
  await nextTimer();
  expect(told).toEqual([{ changes: [{ id: 'a', rev }], received: true }]);
  await other.close();
});

test('refused rows and local documents are not told, and a refused write tells nothing', async () => {
  await pouch.put({ _id: 'a' });
  await nextTimer();
  told.length = 0;
  const answers = await pouch.bulkDocs([{ _id: 'a' }, { _id: '_local/x' }, { _id: 'b' }]);
  await nextTimer();
  expect(answers.map((answer) => 'rev' in answer)).toEqual([false, true, true]);
  expect(told.map(({ changes }) => changes.map(({ id }) => id))).toEqual([['b']]);
  await pouch.bulkDocs([{ _id: 'a' }]);
  await expect(bulkDocs([{ _id: '_underscore' }])).rejects.toMatchObject({ status: 400 });
  await nextTimer();
  expect(told).toHaveLength(1);
});

test('who asks with a callback is answered, with options or without', async () => {
  const written = [null, [expect.objectContaining({ ok: true })]];
  expect(await new Promise((resolve) => void bulkDocs([{ _id: 'a' }], (...answer: unknown[]) => resolve(answer)))).toEqual(written);
  for (const options of [{}, undefined, null]) {
    expect(await new Promise((resolve) => void bulkDocs([{ _id: randomToken(5) }], options, (...answer) => resolve(answer)))).toEqual(written);
  }
  const [problem] = await new Promise<unknown[]>((resolve) => void bulkDocs([{ _id: '_no' }], (...answer: unknown[]) => resolve(answer)).catch(() => undefined));
  expect(problem).toMatchObject({ status: 400 });
});

test('a database that was opened otherwise cannot be followed', async () => {
  const bare = new PouchDB(`notices-${randomToken(10)}`, { adapter: 'memory' }) as unknown as RecordPouch;
  expect(() => onWrites(bare, () => undefined)).toThrow('tells nothing');
  await bare.close();
});
