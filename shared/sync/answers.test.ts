import { expect, test } from 'vitest';
import { readBulkDocs, readBulkGet, readRevsDiff } from './answers.ts';
import type { SyncTrouble } from './problems.ts';

const damaged = (read: () => unknown): void => {
  expect(read).toThrow(expect.objectContaining({ problem: 'damaged-answer' }) as SyncTrouble);
};
const ok = (id: string, rev: string): object => ({ id, docs: [{ ok: { _id: id, _rev: rev } }] });

test('what a peer lacks is a part of what it was asked about', () => {
  const asked = { a: ['1-a', '2-b'], b: ['1-c'] };
  expect(readRevsDiff(asked, {})).toEqual({});
  expect(readRevsDiff(asked, { a: { missing: ['2-b'], possible_ancestors: ['1-a'] } })).toEqual({ a: { missing: ['2-b'] } });
  for (const wrong of [null, [], { a: {} }, { a: ['2-b'] }, { c: { missing: ['1-c'] } }, { a: { missing: ['1-c'] } }, { a: { missing: ['1-a', '9-z'] } }]) damaged(() => readRevsDiff(asked, wrong));
});

test('documents that were asked for come once each, in any order, however often they were sent', () => {
  const asked = [{ id: 'a', rev: '1-a' }, { id: 'b', rev: '1-b' }];
  const answer = { results: [ok('b', '1-b'), ok('a', '1-a'), ok('b', '1-b'), ok('stranger', '1-x')] };
  const { documents, missing } = readBulkGet(asked, answer);
  expect(documents.map(({ _id }) => _id).sort()).toEqual(['a', 'b']);
  expect(missing).toEqual([]);
});

test('several leaves of one record are several documents; a newer one may come in the place of the asked', () => {
  const asked = [{ id: 'a', rev: '2-a' }, { id: 'a', rev: '2-b' }];
  const { documents } = readBulkGet(asked, { results: [ok('a', '2-a'), { id: 'a', docs: [{ ok: { _id: 'a', _rev: '3-c' } }] }] });
  expect(documents.map(({ _rev }) => _rev)).toEqual(['2-a', '3-c']);
});

test('what the peer cannot give is told, and is not what it gave', () => {
  const asked = [{ id: 'a', rev: '1-a' }, { id: 'b', rev: '1-b' }];
  const read = readBulkGet(asked, { results: [{ id: 'a', docs: [{ error: { id: 'a', rev: '1-a', error: 'not_found', reason: 'missing' } }] }, ok('b', '1-b')] });
  expect(read.missing).toEqual([{ id: 'a', rev: '1-a' }]);
  expect(read.documents).toHaveLength(1);
});

test('of several leaves only the one that cannot be given is missing, in whatever order they come', () => {
  const asked = [{ id: 'a', rev: '2-a' }, { id: 'a', rev: '2-b' }];
  const lost = (error: object): object => ({ id: 'a', docs: [{ error }] });
  expect(readBulkGet(asked, { results: [lost({ rev: '2-b' }), ok('a', '2-a')] }).missing).toEqual([{ id: 'a', rev: '2-b' }]);
  expect(readBulkGet(asked, { results: [lost({}), ok('a', '2-a')] }).missing).toEqual([{ id: 'a', rev: '2-b' }]);
});

test('what could not be given is nothing but that: newer revisions in the place of the asked, and empty rows, lack nothing', () => {
  const lost = (id: string, rev: string): object => ({ id, docs: [{ error: { rev } }] });
  const two = [{ id: 'a', rev: '1-a' }, { id: 'b', rev: '1-b' }];
  expect(readBulkGet(two, { results: [lost('a', '1-a'), ok('b', '2-b')] }).missing).toEqual([{ id: 'a', rev: '1-a' }]);
  expect(readBulkGet(two, { results: [lost('a', '1-a'), lost('b', '1-b')] }).missing).toEqual(two);
  const leaves = [{ id: 'a', rev: '2-a' }, { id: 'a', rev: '2-b' }];
  expect(readBulkGet(leaves, { results: [lost('a', '2-b'), ok('a', '3-c')] }).missing).toEqual([{ id: 'a', rev: '2-b' }]);
  const one = [{ id: 'a', rev: '1-a' }];
  expect(readBulkGet(one, { results: [{ id: 'a', docs: [] }, ok('a', '2-a')] }).missing).toEqual([]);
  expect(readBulkGet(one, { results: [{ id: 'a', docs: [{ error: { rev: '1-a' } }, { ok: { _id: 'a', _rev: '2-a' } }] }] }).missing).toEqual([]);
  expect(readBulkGet(one, { results: [{ id: 'a', docs: [{}] }] }).missing).toEqual(one);
});

test('rows that are not what they should be are damaged, whatever they say', () => {
  damaged(() => readBulkGet([{ id: 'a', rev: '1-a' }], { results: [{ id: 'a', docs: [{ ok: { _id: 'a' } }] }] }));
  damaged(() => readBulkDocs([{ _id: 'a', _rev: '1-a' }], [{ id: 'a', error: 500 }]));
  damaged(() => readBulkDocs([{ _id: 'a', _rev: '1-a' }], [{ id: 'a', ok: 'yes' }]));
});

test('an answer that says nothing of one that was asked for is damaged', () => {
  const asked = [{ id: 'a', rev: '1-a' }, { id: 'a', rev: '1-z' }, { id: 'b', rev: '1-b' }];
  damaged(() => readBulkGet(asked, { results: [ok('a', '1-a'), ok('a', '1-z')] }));
  damaged(() => readBulkGet(asked, { results: [ok('a', '1-a'), ok('b', '1-b')] }));
  damaged(() => readBulkGet(asked, { results: [ok('a', '1-a'), { id: 'a', docs: [] }, ok('b', '1-b')] }));
  damaged(() => readBulkGet(asked, { results: [] }));
  damaged(() => readBulkGet(asked, {}));
  damaged(() => readBulkGet([{ id: 'a', rev: '1-a' }], { results: [{ id: 'a', docs: [{ ok: { _id: 'b', _rev: '1-a' } }] }] }));
});

test('rows of a write are told apart: refused with a reason, failed, and none of what was sent', () => {
  const sent = [{ _id: 'a', _rev: '1-a' }, { _id: 'a', _rev: '1-b' }, { _id: 'b', _rev: '1-c' }];
  expect(readBulkDocs(sent, [])).toEqual({ refused: [], failed: [] });
  expect(readBulkDocs(sent, [{ ok: true, id: 'a', rev: '1-a' }])).toEqual({ refused: [], failed: [] });
  expect(readBulkDocs(sent, [{ id: 'a', rev: '1-b', error: 'forbidden', reason: 'erased: gone' }])).toEqual({ refused: [{ id: 'a', rev: '1-b', reason: 'erased' }], failed: [] });
  expect(readBulkDocs(sent, [{ id: 'a', error: 'unauthorized' }]).refused.map(({ rev }) => rev)).toEqual(['1-a', '1-b']);
  expect(readBulkDocs(sent, [{ id: 'b', rev: '1-c', error: 'internal_server_error' }])).toEqual({ refused: [], failed: [{ id: 'b', rev: '1-c' }] });
  damaged(() => readBulkDocs(sent, [{ id: 'z', error: 'forbidden' }]));
  damaged(() => readBulkDocs(sent, [{ id: 'a', rev: '9-z', error: 'forbidden' }]));
  damaged(() => readBulkDocs(sent, { ok: true }));
});
