import { expect, test } from 'vitest';
import type { StoredDocument } from '../store/pouch.ts';
import type { WriteRows } from './answers.ts';
import { SyncTrouble } from './problems.ts';
import { sendDocuments } from './sending.ts';

const documents = Array.from({ length: 7 }, (_one, at): StoredDocument => ({ _id: `person:${String(at)}`, _rev: `1-${String(at)}` }));
const rows = (more: Partial<WriteRows> = {}): Promise<WriteRows> => Promise.resolve({ refused: [], failed: [], ...more });
const name = ({ _id, _rev }: StoredDocument): { id: string; rev: string } => ({ id: _id, rev: _rev });

test('what goes through at once is sent at once', async () => {
  const sizes: number[] = [];
  expect(await sendDocuments(documents, (some) => (sizes.push(some.length), rows()))).toEqual([]);
  expect(sizes).toEqual([7]);
});

test('one that is too large is found by halves, and all others arrive', async () => {
  const there: string[] = [];
  const refused = await sendDocuments(documents, (some) => {
    if (some.some(({ _id }) => _id === 'person:4')) return Promise.reject(new SyncTrouble('too-large'));
    there.push(...some.map(({ _id }) => _id));
    return rows();
  });
  expect(refused).toEqual([{ id: 'person:4', rev: '1-4', reason: 'too-large' }]);
  expect(there.sort()).toEqual(['person:0', 'person:1', 'person:2', 'person:3', 'person:5', 'person:6']);
});

test('another trouble is no record\'s fault and ends it', async () => {
  await expect(sendDocuments(documents, () => Promise.reject(new SyncTrouble('no-network')))).rejects.toMatchObject({ problem: 'no-network' });
});

test('refusals in both halves are told', async () => {
  const bad = new Set(['person:0', 'person:6']);
  const refused = await sendDocuments(documents, (some) => {
    if (some.length > 4) return Promise.reject(new SyncTrouble('too-large'));
    return rows({ refused: some.filter(({ _id }) => bad.has(_id)).map((one) => ({ ...name(one), reason: 'forbidden' })) });
  });
  expect(refused.map(({ id }) => id)).toEqual(['person:0', 'person:6']);
});

test('one that the peer fails with is tried alone, and listed when it fails again', async () => {
  const tries: string[][] = [];
  const failing = (some: readonly StoredDocument[]): Promise<WriteRows> => {
    tries.push(some.map(({ _id }) => _id));
    return rows({ failed: some.filter(({ _id }) => _id === 'person:2').map(name) });
  };
  expect(await sendDocuments(documents, failing)).toEqual([{ id: 'person:2', rev: '1-2', reason: 'unknown' }]);
  expect(tries[1]).toEqual(['person:2']);
  let times = 0;
  const once = (some: readonly StoredDocument[]): Promise<WriteRows> => rows({ failed: ++times === 1 ? some.slice(0, 1).map(name) : [] });
  expect(await sendDocuments(documents, once)).toEqual([]);
  expect(await sendDocuments(documents.slice(0, 1), failing)).toEqual([]);
});

test('a peer that fails with all of several is in trouble itself; a single one is that record\'s', async () => {
  const all = (some: readonly StoredDocument[]): Promise<WriteRows> => rows({ failed: some.map(name) });
  await expect(sendDocuments(documents, all)).rejects.toMatchObject({ problem: 'server-trouble' });
  expect(await sendDocuments(documents.slice(0, 1), all)).toEqual([{ id: 'person:0', rev: '1-0', reason: 'unknown' }]);
});

test('what is refused when tried alone is told with its reason', async () => {
  const alone = (some: readonly StoredDocument[]): Promise<WriteRows> =>
    some.length === 1 ? rows({ refused: [{ ...name(some[0] ?? { _id: '', _rev: '' }), reason: 'erased' }] }) : rows({ failed: some.slice(3, 4).map(name) });
  expect(await sendDocuments(documents, alone)).toEqual([{ id: 'person:3', rev: '1-3', reason: 'erased' }]);
});

test('some of many that the peer fails with are each tried alone, by their own id and revision', async () => {
  const leaves: StoredDocument[] = [{ _id: 'person:a', _rev: '2-x' }, { _id: 'person:a', _rev: '2-y' }, { _id: 'person:b', _rev: '2-x' }, { _id: 'person:c', _rev: '1-c' }];
  const bad = new Set(['person:a 2-y', 'person:c 1-c']);
  const tries: string[][] = [];
  const refused = await sendDocuments(leaves, (some) => {
    tries.push(some.map(({ _id, _rev }) => `${_id} ${_rev}`));
    return rows({ failed: some.filter(({ _id, _rev }) => bad.has(`${_id} ${_rev}`)).map(name) });
  });
  expect(tries.slice(1)).toEqual([['person:a 2-y'], ['person:c 1-c']]);
  expect(refused.map(({ id, rev, reason }) => [id, rev, reason])).toEqual([['person:a', '2-y', 'unknown'], ['person:c', '1-c', 'unknown']]);
});

test('what the peer fails with in either half is tried alone', async () => {
  const failedOnce = new Set(['person:1', 'person:5']);
  const alone: string[] = [];
  const refused = await sendDocuments(documents, (some) => {
    if (some.length > 4) return Promise.reject(new SyncTrouble('too-large'));
    if (some.length === 1) alone.push(...some.map(({ _id }) => _id));
    return rows({ failed: some.filter(({ _id }) => failedOnce.delete(_id)).map(name) });
  });
  expect([refused, alone]).toEqual([[], ['person:1', 'person:5']]);
});
