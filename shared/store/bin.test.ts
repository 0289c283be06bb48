import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { daysLeft, eraseWithReviews, isLookDue, lookIntoBin, type BinLook } from './bin.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { exchange, newTestPc, openTestChapter } from './test-chapter.ts';

const DAY = 24 * 3600 * 1000;
const open: OpenedChapter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((chapter) => chapter.close()));
});

async function office(count: number): Promise<OpenedChapter[]> {
  const [id, keys] = [randomToken(20), await newChapterKeys()];
  for (let at = 0; at < count; at += 1) open.push(await openTestChapter(id, keys, newTestPc()));
  return [...open];
}

const inDays = (days: number, more: Partial<BinLook> = {}): BinLook => ({
  now: new Date(Date.now() + days * DAY + 1000),
  builtAt: '2020-01-01',
  isClockDoubted: false,
  ...more,
});

async function binned(chapter: OpenedChapter, deletedAt = new Date().toISOString()): Promise<string> {
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana Ruiz', contacts: [], affiliations: [] });
  await chapter.change('people', id, { deletedAt });
  return id;
}

test('after 30 days the record is gone everywhere, and its tombstone says nothing of it', async () => {
  const [left, right] = (await office(2)) as [OpenedChapter, OpenedChapter];
  const id = await binned(left);
  const kept = await left.create('people', { nameAsWritten: 'Luz', contacts: [], affiliations: [] });
  await exchange(left, right);
  expect(await lookIntoBin(left, inDays(29))).toEqual([]);
  expect(await lookIntoBin(left, inDays(30))).toEqual([id]);
  await exchange(left, right);
  for (const chapter of [left, right]) {
    expect(await chapter.collections.people.findOne(id).exec()).toBeNull();
    expect(await chapter.collections.people.findOne(kept.id).exec()).not.toBeNull();
    const [stone] = (await chapter.pouch.get(id, { open_revs: 'all' })) as unknown as { ok: Record<string, unknown> }[];
    expect(stone?.ok).toMatchObject({ _deleted: true, kind: 'erased' });
    expect(Object.keys(stone?.ok ?? {}).sort()).toEqual(['_deleted', '_id', '_rev', 'chapter', 'kind', 'mac', 'schema', 'seen']);
  }
});

test('never while the clock is in doubt: before the build, gone back, leapt far ahead, or a server disagrees', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const id = await binned(chapter);
  expect(await lookIntoBin(chapter, inDays(40, { builtAt: '2999-01-01' }))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(40, { builtAt: 'nonsense' }))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(40, { isClockDoubted: true }))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(0))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(365))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(364))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(366))).toEqual([id]);
});

test('what another PC binned with a clock that is behind has its 30 days here too', async () => {
  const [left, right] = (await office(2)) as [OpenedChapter, OpenedChapter];
  const id = await binned(left, new Date(Date.now() - 400 * DAY).toISOString());
  const document = await left.collections.people.findOne(id).exec();
  await document?.incrementalModify((record) => ({ ...record, createdAt: new Date(Date.now() - 500 * DAY).toISOString() }));
  await exchange(left, right);
  expect(await lookIntoBin(right, inDays(0))).toEqual([]);
  expect(await lookIntoBin(right, inDays(29))).toEqual([]);
  expect(await lookIntoBin(right, inDays(31))).toEqual([id]);
});

test('a record about which a person has to decide stays; settled reviews go with it', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const id = await binned(chapter);
  const review = await chapter.create('office', { kind: 'review', record: id, field: 'called', values: ['"Ani"', '"Anita"'] });
  expect(await lookIntoBin(chapter, inDays(31))).toEqual([]);
  await chapter.change('office', review.id, { settledAt: new Date().toISOString() });
  expect(await lookIntoBin(chapter, inDays(32))).toEqual([id]);
  expect(await chapter.collections.office.findOne(review.id).exec()).toBeNull();
});

test('put back in time, it stays; and one look a day is due', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const id = await binned(chapter);
  expect(await isLookDue(chapter.pouch, new Date())).toBe(true);
  await lookIntoBin(chapter, inDays(0));
  expect(await isLookDue(chapter.pouch, inDays(0).now)).toBe(false);
  expect(await isLookDue(chapter.pouch, inDays(1).now)).toBe(true);
  await chapter.change('people', id, { deletedAt: undefined });
  expect(await lookIntoBin(chapter, inDays(31))).toEqual([]);
});

test('delete now, also of many at once', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const ids = [await binned(chapter), await binned(chapter)];
  await eraseWithReviews(chapter, 'people', [...ids, 'person:nobody']);
  expect(await chapter.heldIds('people').then((all) => chapter.held('people', all))).toEqual([]);
});

test('days left', () => {
  const now = new Date('2025-03-31T12:00:00Z');
  expect(daysLeft('2025-03-31T11:00:00Z', now)).toBe(30);
  expect(daysLeft('2025-03-02T11:00:00Z', now)).toBe(1);
  expect(daysLeft('2024-03-02T11:00:00Z', now)).toBe(0);
  expect(daysLeft('2026-03-02T11:00:00Z', now)).toBe(30);
  expect(daysLeft('nonsense', now)).toBe(30);
});

test('of the office a team leaves the bin for good; a device never does', async () => {
  const [chapter] = (await office(1)) as [OpenedChapter];
  const deletedAt = new Date().toISOString();
  const team = await chapter.create('office', { kind: 'team', title: { es: '', en: '' }, seats: [] });
  const device = await chapter.create('office', { kind: 'device', name: 'PC 2', letter: 'B', codesGiven: 0 });
  for (const { id } of [team, device]) await chapter.change('office', id, { deletedAt });
  expect(await lookIntoBin(chapter, inDays(29))).toEqual([]);
  expect(await lookIntoBin(chapter, inDays(30))).toEqual([team.id]);
  expect(await chapter.collections.office.findOne(device.id).exec()).not.toBeNull();
});
