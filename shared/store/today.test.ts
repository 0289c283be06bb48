import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import type { Person } from '../domain/person.ts';
import { FAMILIES } from './families.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { openTestChapter } from './test-chapter.ts';
import { backOf, startOfDay, todayOf, type TodayLine, type TodayRecord } from './today.ts';

const { rules } = FAMILIES.people;
const ME = 'user:test';
let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
});
afterEach(() => chapter.close());

const phone = (key: string, value: string) => ({ key, kind: 'phone' as const, value, asWritten: value });

function person(fields: Partial<Person> = {}): Promise<Person> {
  return chapter.create('people', { nameAsWritten: 'Ana', contacts: [], affiliations: [], ...fields });
}

async function today(id: string, since = startOfDay(new Date()), user = ME): Promise<TodayRecord | null> {
  const [held] = await chapter.held('people', [id]);
  return held ? todayOf(held, rules, user, since) : null;
}

/** A moment after everything so far and before what comes. */
async function later(): Promise<Date> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  return new Date();
}

async function takeBack(id: string, line: TodayLine): Promise<Person> {
  return chapter.change('people', id, (now) => (backOf(now as unknown as Record<string, unknown>, line, rules, new Date().toISOString()) ?? { nameAsWritten: 'REFUSED' }) as Partial<Person>);
}

test('a record of today goes to the bin, with all that was filled into it', async () => {
  const { id } = await person();
  await chapter.change('people', id, { called: 'Ani', contacts: [phone('a', '1')] });
  const found = await today(id);
  expect(found?.lines).toMatchObject([{ kind: 'created', state: 'open' }]);
  const after = await takeBack(id, found?.lines[0] as TodayLine);
  expect(after.deletedAt).toBeDefined();
  expect((await today(id))?.lines.map(({ kind, state }) => [kind, state])).toEqual([
    ['binned', 'open'],
    ['created', 'since'],
  ]);
});

test('several changes of one field are one line, back to the first value of today', async () => {
  const { id } = await person({ called: 'A' });
  const since = await later();
  await chapter.change('people', id, { called: 'B' });
  await chapter.change('people', id, { called: 'C' });
  const found = await today(id, since);
  expect(found?.lines).toMatchObject([{ kind: 'changed', state: 'open', change: { field: 'called', before: 'A', after: 'C' } }]);
  expect(await takeBack(id, found?.lines[0] as TodayLine)).toMatchObject({ called: 'A' });
  expect(await today(id, since)).toBeNull();
});

test('of a list only the item concerned goes back: changed, added and removed', async () => {
  const { id } = await person({ contacts: [phone('a', '1'), phone('b', '2')] });
  const since = await later();
  await chapter.change('people', id, { contacts: [phone('a', '9'), phone('c', '3')] });
  for (const item of ['a', 'b', 'c']) {
    const line = (await today(id, since))?.lines.find(({ change }) => change?.item === item);
    await takeBack(id, line as TodayLine);
  }
  const [held] = await chapter.held('people', [id]);
  expect(held?.fields['contacts']).toEqual([phone('a', '1'), phone('b', '2')]);
});

test('the bin and back', async () => {
  const { id } = await person();
  const since = await later();
  await chapter.change('people', id, { deletedAt: new Date().toISOString() });
  const found = await today(id, since);
  expect(found?.lines).toMatchObject([{ kind: 'binned', state: 'open' }]);
  expect((await takeBack(id, found?.lines[0] as TodayLine)).deletedAt).toBeUndefined();
  expect(await today(id, since)).toBeNull();
});

test('what somebody else has changed since is not taken back', async () => {
  const { id } = await person({ called: 'A' });
  const since = await later();
  const mine = await chapter.change('people', id, { called: 'B' });
  const line = (await today(id, since))?.lines[0] as TodayLine;
  const document = await chapter.collections.people.findOne(id).exec();
  await document?.incrementalModify((record) => ({ ...record, called: 'C', updatedBy: 'user:other', updatedAt: new Date().toISOString() }));
  expect((await today(id, since))?.lines).toMatchObject([{ kind: 'changed', state: 'since', change: { before: 'A', after: 'B' } }]);
  expect(backOf({ ...mine, called: 'C' }, line, rules, '')).toBeNull();
  expect((await today(id, since, 'user:other'))?.lines).toMatchObject([{ state: 'open', change: { before: 'B', after: 'C' } }]);
});

test('what is older than today, or of nobody here, is not listed', async () => {
  const { id } = await person();
  await chapter.change('people', id, { called: 'A' });
  expect(await today(id, await later())).toBeNull();
  expect(await today(id, new Date(0), 'user:other')).toBeNull();
});
