import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { PERSON_MERGE_RULES } from '../domain/person.ts';
import { entriesOf, readHistory, type HeldRecord } from './history.ts';
import type { HistoryLine } from './history-lines.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { exchange, openTestChapter } from './test-chapter.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((chapter) => chapter.close()));
});

async function office(count: 1 | 2): Promise<OpenedChapter[]> {
  const [id, keys] = [randomToken(20), await newChapterKeys()];
  for (let at = 0; at < count; at += 1) open.push(await openTestChapter(id, keys));
  return [...open];
}

const phone = (key: string, value: string) => ({ key, kind: 'phone' as const, value, asWritten: value });

test('each edit is told with what stood there before and after it, list items one by one, newest first', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana', contacts: [phone('a', '1'), phone('b', '2')], affiliations: [] });
  await chapter.change('people', id, { called: 'Ani', notes: 'sings' });
  await chapter.change('people', id, { called: 'Anita', contacts: [phone('a', '9'), phone('c', '3')] });
  await chapter.change('people', id, { called: undefined });
  const history = await readHistory(chapter, 'people', id);
  expect(history.map(({ changes }) => changes.map(({ field, item, before, after, isAfterKnown }) => [field, item, before, after, isAfterKnown]))).toEqual([
    [['called', undefined, 'Anita', null, true]],
    [
      ['contacts', 'a', phone('a', '1'), phone('a', '9'), true],
      ['contacts', 'b', phone('b', '2'), null, true],
      ['contacts', 'c', null, phone('c', '3'), true],
      ['called', undefined, 'Ani', 'Anita', true],
    ],
    // Notes are sealed in another part; it is one edit all the same.
    [
      ['called', undefined, null, 'Ani', true],
      ['notes', undefined, null, 'sings', true],
    ],
  ]);
  expect(history[0]).toMatchObject({ user: 'user:test', device: expect.stringMatching(/^[a-z0-9]{8}$/) as string });
  expect(Date.parse(history[0]?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
});

test('a record that was only created has no history, and neither has one that is not here', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana', contacts: [], affiliations: [] });
  expect(await readHistory(chapter, 'people', id)).toEqual([]);
  expect(await readHistory(chapter, 'people', 'person:nobody')).toEqual([]);
});

test('two PCs that changed one field apart: both edits are told, each with its own value', async () => {
  const [left, right] = (await office(2)) as [OpenedChapter, OpenedChapter];
  const { id } = await left.create('people', { nameAsWritten: 'Ana', called: 'Ani', contacts: [], affiliations: [] });
  await exchange(left, right);
  await left.change('people', id, { called: 'Anita' });
  await right.change('people', id, { called: 'Nana' });
  await exchange(left, right);
  const [here, there] = [await readHistory(left, 'people', id), await readHistory(right, 'people', id)];
  expect(here).toEqual(there);
  expect(here).toHaveLength(2);
  const byDevice = new Map(here.map(({ device, changes }) => [device, changes[0]]));
  expect(byDevice.get(left.device.slice('device:'.length, 'device:'.length + 8))).toMatchObject({ before: 'Ani', after: 'Anita', isAfterKnown: true });
  expect(byDevice.get(right.device.slice('device:'.length, 'device:'.length + 8))).toMatchObject({ before: 'Ani', after: 'Nana', isAfterKnown: true });
});

const line = (t: number, d: string, before: unknown): HistoryLine => ({ t, d, a: '', u: d, c: [['called', before]] });

function held(called: string, writer: string, lines: readonly HistoryLine[]): HeldRecord {
  return {
    fields: { called },
    backing: { stamps: { chapter: { seen: {}, base: [], fields: { called: [[writer, 1]] } } }, history: { chapter: JSON.stringify(lines) } },
  };
}

test('after a settled fork the value that stands is told of who wrote it, and the other one is not made up', () => {
  const lines = [line(2, 'bbb', 'old'), line(2, 'aaa', 'old')];
  for (const writer of ['aaa', 'bbb']) {
    const told = entriesOf(held('new', writer, lines), PERSON_MERGE_RULES).map(({ device, changes: [change] }) => [device, change?.isAfterKnown, change?.after]);
    expect(told.find(([device]) => device === writer)).toEqual([writer, true, 'new']);
    expect(told.find(([device]) => device !== writer)?.[1]).toBe(false);
  }
});
