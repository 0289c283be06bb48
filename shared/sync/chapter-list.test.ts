import { describe, expect, test } from 'vitest';
import { chapterRows, isOlder, networkFigures, type NetworkFigures } from './chapter-list.ts';
import { contactOf, type Contact } from './contact.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

function contact(chapter: string, device: string, said: object): Contact {
  const read = contactOf({ _id: `contact:${chapter}-${device.padEnd(16, '0')}`, chapter, version: '0.2.0', at: '2026-11-22T11:00:00Z', ...said });
  if (read === null) throw new Error('no contact');
  return read;
}

const figures = (contacts: readonly Contact[], titles: NetworkFigures['titles'] = []): NetworkFigures => ({ contacts, titles, readAt: '2026-11-22T12:00:00Z' });

describe('chapterRows', () => {
  test('the longest silent chapter is first, one without any contact before it', () => {
    const rows = chapterRows(
      figures(
        [contact('durham0001', 'a', {}), contact('raleigh001', 'b', { at: '2026-11-10T11:00:00Z' })],
        [{ chapter: 'boston0001', title: 'Boston' }],
      ),
      {},
      NOW,
    );
    expect(rows.map(({ chapter, silentFor }) => [chapter, silentFor])).toEqual([['boston0001', null], ['raleigh001', 12], ['durham0001', 0]]);
  });

  test('a chapter is as silent as the PC that spoke last, and its totals are that PC’s', () => {
    const [row] = chapterRows(
      figures([
        contact('durham0001', 'old', { at: '2026-10-01T00:00:00Z', waiting: 3, denied: 1, totals: { people: 10 } }),
        contact('durham0001', 'new', { at: '2026-11-21T13:00:00Z', waiting: 2, totals: { people: 12 } }),
      ]),
      {},
      NOW,
    );
    expect(row).toMatchObject({ silentFor: 0, lastAt: '2026-11-21T13:00:00Z', waiting: 5, denied: 1, totals: { people: 12 } });
    expect(row?.devices.map(({ device, silentFor }) => [device.slice(0, 3), silentFor])).toEqual([['new', 0], ['old', 52]]);
  });

  test('a day of silence is 24 hours, and a contact in the future is today', () => {
    const silence = (at: string): unknown => chapterRows(figures([contact('durham0001', 'a', { at })]), {}, NOW)[0]?.silentFor;
    expect(silence('2026-11-21T12:00:00Z')).toBe(1);
    expect(silence('2026-11-21T12:00:01Z')).toBe(0);
    expect(silence('2027-11-21T12:00:00Z')).toBe(0);
  });

  test('versions older than the newest of the network are marked', () => {
    const rows = chapterRows(
      figures([
        contact('durham0001', 'a', { version: '0.9.0' }),
        contact('durham0001', 'b', { version: '0.10.0' }),
        contact('raleigh001', 'c', { version: '0.9.0' }),
        contact('raleigh001', 'd', { version: null }),
      ]),
      {},
      NOW,
    );
    expect(rows.map(({ versions }) => versions)).toEqual([
      [{ version: '0.10.0', isOld: false }, { version: '0.9.0', isOld: true }],
      [{ version: '0.9.0', isOld: true }],
    ]);
    expect(rows[0]?.devices.map(({ isOldVersion }) => isOldVersion).sort()).toEqual([false, true]);
    expect(rows[1]?.devices.find(({ version }) => version === null)?.isOldVersion).toBe(false);
  });

  test('the name is headquarters’ own, else the coordinator’s, else what its accounts begin with', () => {
    const of = (contacts: readonly Contact[], titles: NetworkFigures['titles'], names: Record<string, string>): unknown => {
      const [row] = chapterRows(figures(contacts, titles), names, NOW);
      return [row?.name, row?.isNamed];
    };
    const both = [contact('durham0001', 'a', { account: 'durham-south-1' }), contact('durham0001', 'b', { account: 'durham-south-2' })];
    expect(of(both, [{ chapter: 'durham0001', title: 'Durham' }], { durham0001: 'D' })).toEqual(['Durham', true]);
    expect(of(both, [], { durham0001: 'Los de Durham' })).toEqual(['Los de Durham', false]);
    expect(of(both, [], {})).toEqual(['Durham south', false]);
    expect(of([...both, contact('durham0001', 'c', { account: 'raleigh-1' })], [], {})).toEqual([null, false]);
    expect(of([contact('durham0001', 'c', {})], [], {})).toEqual([null, false]);
  });
});

test('networkFigures reads contacts and titles, and passes over the rest', () => {
  const doc = { _id: 'contact:durham0001-0123456789abcdef', chapter: 'durham0001', at: '2026-11-22T11:00:00Z' };
  const read = networkFigures({ rows: [{ doc }, { doc: { _id: 'chapter:durham', chapter: 'durham0001', title: 'Durham' } }, { doc: null }, { doc: { _id: 'network:about', title: 'X' } }, {}] }, 'now');
  expect(read?.contacts.map(({ device }) => device)).toEqual(['0123456789abcdef']);
  expect(read?.titles).toEqual([{ chapter: 'durham0001', title: 'Durham' }]);
  for (const other of [null, { error: 'unauthorized' }, { rows: 3 }]) expect(networkFigures(other, 'now')).toBeNull();
});

test.each([
  ['0.9.0', '0.10.0', true],
  ['0.10.0', '0.9.0', false],
  ['1.0', '1.0.0', false],
  ['1.0', '1.0.1', true],
  ['1.0.0-beta.1', '1.0.0', true],
  ['1.0.0', '1.0.0-beta.1', false],
  ['1.0.0-beta.1', '1.0.0-beta.2', true],
  ['1.0.0', '1.0.0', false],
])('%s is older than %s: %s', (version, than, older) => {
  expect(isOlder(version, than)).toBe(older);
});
