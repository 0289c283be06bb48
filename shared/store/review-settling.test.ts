import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Review } from '../domain/office.ts';
import type { OpenedChapter } from './open-records.ts';
import { settleReview } from './reviews.ts';
import { openTestChapter } from './test-chapter.ts';
import { newChapterKeys } from './keys.ts';
import { newRecordId, randomToken } from '../domain/record.ts';

let chapter: OpenedChapter;
let person: string;
beforeEach(async () => {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  person = (await chapter.create('people', { nameAsWritten: 'Ana', called: 'Ani', contacts: [], affiliations: [] })).id;
});
afterEach(() => chapter.close());

const review = async (more: Partial<Review> = {}): Promise<Pick<Review, 'id'>> =>
  chapter.create('office', { kind: 'review', record: person, field: 'called', values: ['"Anita"', '"Ani"'], ...more });
const now = async (collection: 'office' | 'people', id: string): Promise<Record<string, unknown> | undefined> =>
  (await chapter.collections[collection].findOne(id).exec())?.toJSON();

/** The database refuses so many writes with this status. */
function refusing(times: number, status: number): () => number {
  const bulkDocs = chapter.pouch.bulkDocs.bind(chapter.pouch) as (...given: readonly unknown[]) => Promise<never>;
  let refused = 0;
  chapter.pouch.bulkDocs = ((...given: readonly unknown[]) =>
    refused < times ? ((refused += 1), Promise.resolve([{ status, error: true }])) : bulkDocs(...given));
  return () => refused;
}

describe('settling a review', () => {
  test('closes all open ones of the same question, and no other', async () => {
    const [one, same] = [await review(), await review({ values: ['"Nana"', '"Ani"'] })];
    const others = [await review({ item: 'p' }), await review({ field: 'area' }), await review({ record: newRecordId('person') })];
    const settled = await review({ settledAt: '2026-01-01T00:00:00.000Z', chosen: '"Nana"' });
    await settleReview(chapter, one, 0);
    for (const { id } of [one, same]) {
      const closed = await now('office', id);
      expect(closed).toMatchObject({ chosen: '"Anita"', settledAt: expect.stringMatching(/^\d{4}-.*Z$/) as string, updatedBy: chapter.user.id });
      expect(closed?.['updatedAt']).toBe(closed?.['settledAt']);
    }
    for (const { id } of others) expect(await now('office', id)).not.toHaveProperty('settledAt');
    expect(await now('office', settled.id)).toMatchObject({ settledAt: '2026-01-01T00:00:00.000Z', chosen: '"Nana"' });
    const { settledAt } = (await now('office', one.id)) ?? {};
    expect(await now('people', person)).toMatchObject({ called: 'Anita', updatedBy: chapter.user.id, updatedAt: settledAt });
  });

  test('about a record that is not here, or of a type from a newer Convoca, closes the review alone', async () => {
    for (const record of [newRecordId('person'), `agenda:${randomToken(20)}`]) {
      const { id } = await review({ record });
      await settleReview(chapter, { id }, 1);
      expect(await now('office', id)).toMatchObject({ chosen: '"Ani"' });
    }
    expect(await now('people', person)).toMatchObject({ called: 'Ani' });
  });

  test('rejects when there is no such review or choice, and writes nothing', async () => {
    const { id } = await review();
    await expect(settleReview(chapter, { id: `review:${randomToken(20)}` }, 0)).rejects.toThrow('gone');
    await expect(settleReview(chapter, { id }, 2)).rejects.toThrow('gone');
    expect(await now('office', id)).not.toHaveProperty('settledAt');
  });

  test('tries again when the record was changed in the same moment, but not for ever', async () => {
    const { id } = await review();
    const refused = refusing(10, 409);
    await expect(settleReview(chapter, { id }, 0)).rejects.toThrow('damaged');
    expect(refused()).toBe(10);
    const again = refusing(9, 409);
    await settleReview(chapter, { id }, 0);
    expect(again()).toBe(9);
    expect(await now('people', person)).toMatchObject({ called: 'Anita' });
  });

  test('does not try again after any other failure', async () => {
    const { id } = await review();
    const refused = refusing(3, 500);
    await expect(settleReview(chapter, { id }, 0)).rejects.toThrow('damaged');
    expect(refused()).toBe(1);
  });
});
