import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import type { Review } from '../../shared/domain/office.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { reviewText, reviewValue, settleReview } from './review-settling.ts';

let chapter: OpenedChapter;
afterEach(() => chapter.close());

async function reviewOf(fields: Omit<Review, 'id' | 'kind' | 'record'>): Promise<Review> {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  const contacts = [{ key: 'a', kind: 'phone' as const, value: '+19195550100', asWritten: '555-0100' }];
  const person = await chapter.create('people', { nameAsWritten: 'Ana', called: 'Ani', contacts, affiliations: [] });
  return (await chapter.create('office', { kind: 'review', record: person.id, ...fields })) as Review;
}

async function personAfter(review: Review, chosen: number): Promise<Record<string, unknown>> {
  await settleReview(chapter, review, chosen);
  const settled = (await chapter.collections.office.findOne(review.id).exec())?.toJSON() as Review;
  expect(settled.settledAt).toBeDefined();
  return (await chapter.collections.people.findOne(review.record).exec())?.toJSON() ?? {};
}

test('keeping the value changes nothing but closes the review', async () => {
  const review = await reviewOf({ field: 'called', values: ['"Ani"', '"Anita"'] });
  expect(await personAfter(review, 0)).toMatchObject({ called: 'Ani' });
});

test('the other value goes into the record', async () => {
  const review = await reviewOf({ field: 'called', values: ['"Ani"', '"Anita"'] });
  expect(await personAfter(review, 1)).toMatchObject({ called: 'Anita' });
});

test('"there was none" removes the field', async () => {
  const review = await reviewOf({ field: 'called', values: ['"Ani"', 'null'] });
  expect(await personAfter(review, 1)).not.toHaveProperty('called');
});

test('of a list only the item concerned is put in', async () => {
  const other = { key: 'a', kind: 'phone', value: '+19195550199', asWritten: '555-0199' };
  const review = await reviewOf({ field: 'contacts', item: 'a', values: ['{}', JSON.stringify(other)] });
  expect(await personAfter(review, 1)).toMatchObject({ contacts: [{ value: '+19195550199' }] });
});

test('people read texts, not records', async () => {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  expect(reviewText(reviewValue('"Lupe"'))).toBe('Lupe');
  expect(reviewText(reviewValue('{"key":"a","asWritten":"555-0100","value":"+1919"}'))).toBe('555-0100');
  expect(reviewText(reviewValue('{"es":"Asamblea","en":""}'))).toBe('Asamblea');
  expect(reviewText(reviewValue('{"y":2025,"m":3}'))).toBe('2025-3');
  expect(reviewText(reviewValue('null'))).toBe('');
});
