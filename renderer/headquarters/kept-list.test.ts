import { expect, test } from 'vitest';
import { newTestHost } from '../../shared/store/test-host.ts';
import { networkFigures } from '../../shared/sync/chapter-list.ts';
import { forgetList, keepList, keepNames, readKeptList, readNames } from './kept-list.ts';

const FIGURES = networkFigures(
  {
    rows: [
      { doc: { _id: 'contact:durham0001-0123456789abcdef', chapter: 'durham0001', at: '2026-11-22T11:00:00Z', waiting: 3, totals: { people: 5 }, version: '0.1.0' } },
      { doc: { _id: 'chapter:durham', chapter: 'durham0001', title: 'Durham' } },
    ],
  },
  '2026-11-22T12:00:00.000Z',
);
if (FIGURES === null) throw new Error('no figures');

test('the list comes back as it was fetched, and goes with the account', async () => {
  const host = newTestHost();
  expect(await readKeptList(host)).toBeNull();
  await keepList(host, FIGURES);
  expect(await readKeptList(host)).toEqual(FIGURES);
  await keepNames(host, { durham0001: 'Durham de Rosa' });
  expect(await readNames(host)).toEqual({ durham0001: 'Durham de Rosa' });
  await forgetList(host);
  expect([await readKeptList(host), await readNames(host)]).toEqual([null, {}]);
});

test.each(['', '{', '{"rows":3}', 'null', '{"readAt":"x","rows":5}'])('what is spoiled (%j) is none', async (text) => {
  const host = newTestHost();
  await host.keep.write('network-list', text);
  await host.keep.write('network-names', text);
  expect(await readKeptList(host)).toBeNull();
  expect(await readNames(host)).toEqual({});
});
