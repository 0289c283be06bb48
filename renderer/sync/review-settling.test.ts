import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Review } from '../../shared/domain/office.ts';
import { readHistory } from '../../shared/store/history.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { exchange, openTestChapter } from '../../shared/store/test-chapter.ts';
import { reviewValue, settleUndoably, writerOf } from './review-settling.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((chapter) => chapter.close()));
});

const phone = (value: string) => ({ key: 'a', kind: 'phone' as const, value, asWritten: value });

/** Two PCs that changed one person apart, met, and look at the question from the first. */
async function disagreement(left: Partial<Person>, right: Partial<Person>): Promise<{ readonly chapter: OpenedChapter; readonly other: OpenedChapter; readonly review: Review; readonly id: string }> {
  const [chapterId, keys] = [randomToken(20), await newChapterKeys()];
  const [chapter, other] = [await openTestChapter(chapterId, keys), await openTestChapter(chapterId, keys)];
  open.push(chapter, other);
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana', called: 'A', contacts: [phone('1')], affiliations: [] });
  await exchange(chapter, other);
  await chapter.change('people', id, left);
  await other.change('people', id, right);
  await exchange(chapter, other);
  const [review] = await reviewsOf(chapter);
  if (!review) throw new Error('nobody disagrees');
  return { chapter, other, review, id };
}

async function reviewsOf(chapter: OpenedChapter): Promise<readonly Review[]> {
  const found = await chapter.collections.office.find({ selector: { kind: 'review', settledAt: { $exists: false } } }).exec();
  return found.map((document) => document.toJSON() as Review);
}

async function personOf(chapter: OpenedChapter, id: string): Promise<Person | undefined> {
  return (await chapter.collections.people.findOne(id).exec())?.toJSON() as Person | undefined;
}

test('each side is told with who wrote it when', async () => {
  const { chapter, other, review, id } = await disagreement({ called: 'Ani' }, { called: 'Anita' });
  const history = await readHistory(chapter, 'people', id);
  const writers = review.values.map((text, at) => [reviewValue(text), writerOf(review, at, history)] as const);
  expect(writers).toHaveLength(2);
  for (const [value, writer] of writers) {
    const pc = value === 'Ani' ? chapter : other;
    expect(writer).toMatchObject({ user: 'user:test', device: pc.device.slice('device:'.length, 'device:'.length + 8) });
    expect(Date.parse(writer.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
  }
  // A PC that counts on under another name is the same PC to whoever reads it.
  const renamed = { ...review, devices: review.devices?.map((device) => `${device}~2`) ?? [] };
  expect(review.values.map((_text, at) => writerOf(renamed, at, history))).toEqual(writers.map(([, writer]) => writer));
  expect(writerOf(review, 0, [])).toEqual({ device: review.devices?.[0] });
});

test('choosing the other value and taking that back: the question is open again as it was', async () => {
  const { chapter, review, id } = await disagreement({ called: 'Ani' }, { called: 'Anita' });
  const [now, other] = review.values.map(reviewValue);
  const undo = await settleUndoably(chapter, review, 1);
  expect(await personOf(chapter, id)).toMatchObject({ called: other });
  expect(await reviewsOf(chapter)).toEqual([]);
  expect(await undo()).toBe('undone');
  expect(await personOf(chapter, id)).toMatchObject({ called: now });
  expect((await reviewsOf(chapter)).map((one) => one.id)).toEqual([review.id]);
});

test('keeping the value that stands can be taken back too', async () => {
  const { chapter, review, id } = await disagreement({ called: 'Ani' }, { called: 'Anita' });
  const undo = await settleUndoably(chapter, review, 0);
  expect(await reviewsOf(chapter)).toEqual([]);
  expect(await undo()).toBe('undone');
  expect(await personOf(chapter, id)).toMatchObject({ called: reviewValue(review.values[0]) });
  expect(await reviewsOf(chapter)).toHaveLength(1);
});

test('what was changed after the decision is not taken back', async () => {
  const { chapter, review, id } = await disagreement({ called: 'Ani' }, { called: 'Anita' });
  const undo = await settleUndoably(chapter, review, 1);
  await chapter.change('people', id, { called: 'Nana' });
  expect(await undo()).toBe('changed-since');
  expect(await personOf(chapter, id)).toMatchObject({ called: 'Nana' });
  expect(await reviewsOf(chapter)).toEqual([]);
});

test('of a list only the item in question is put in, and taken back', async () => {
  const { chapter, review, id } = await disagreement({ contacts: [phone('2')] }, { contacts: [phone('3')] });
  expect(review).toMatchObject({ field: 'contacts', item: 'a' });
  const undo = await settleUndoably(chapter, review, 1);
  expect((await personOf(chapter, id))?.contacts).toEqual([reviewValue(review.values[1])]);
  expect(await undo()).toBe('undone');
  expect((await personOf(chapter, id))?.contacts).toEqual([reviewValue(review.values[0])]);
});

test('bin against edit: into the bin, and out again', async () => {
  const { chapter, review, id } = await disagreement({ deletedAt: new Date().toISOString() }, { called: 'Anita' });
  expect(review.field).toBe('deletedAt');
  const intoBin = review.values.findIndex((text) => reviewValue(text) !== null);
  const undo = await settleUndoably(chapter, review, intoBin);
  expect((await personOf(chapter, id))?.deletedAt).toBeDefined();
  expect(await undo()).toBe('undone');
  expect((await personOf(chapter, id))?.deletedAt).toBeUndefined();
});

test('deletion against edit: keeping the record settles it', async () => {
  const [chapterId, keys] = [randomToken(20), await newChapterKeys()];
  const [chapter, other] = [await openTestChapter(chapterId, keys), await openTestChapter(chapterId, keys)];
  open.push(chapter, other);
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana', contacts: [], affiliations: [] });
  await exchange(chapter, other);
  await chapter.erase('people', [id]);
  await other.change('people', id, { called: 'Anita' });
  await exchange(chapter, other);
  const [review] = await reviewsOf(other);
  expect(review).toMatchObject({ record: id, field: 'erased' });
  expect(writerOf(review as Review, 0, await readHistory(other, 'people', id))).toEqual({ device: '' });
  await settleUndoably(other, review as Review, 0);
  await exchange(chapter, other);
  for (const pc of [chapter, other]) {
    expect(await personOf(pc, id)).toMatchObject({ called: 'Anita' });
    expect(await reviewsOf(pc)).toEqual([]);
  }
});
