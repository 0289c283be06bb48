import { afterEach, describe, expect, test } from 'vitest';
import type { Review } from '../domain/office.ts';
import { randomToken } from '../domain/record.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { settleReview } from './reviews.ts';
import { exchange, newTestPc, openTestChapter } from './test-chapter.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

async function twoOffices(): Promise<[OpenedChapter, OpenedChapter]> {
  const keys = await newChapterKeys();
  const id = randomToken(20);
  const pair: [OpenedChapter, OpenedChapter] = [await openTestChapter(id, keys), await openTestChapter(id, keys)];
  open.push(...pair);
  return pair;
}

const PHONE = { key: 'k1', kind: 'phone' as const, value: '+19195550100', asWritten: '555-0100' };
const LUPITA = { nameAsWritten: 'Lupita', called: 'Lu', contacts: [PHONE], affiliations: [] };

async function personAt(chapter: OpenedChapter, id: string): Promise<Record<string, unknown> | undefined> {
  return (await chapter.collections.people.findOne(id).exec())?.toJSON();
}

async function openReviews(chapter: OpenedChapter): Promise<readonly Review[]> {
  const found = (await chapter.collections.office.find().exec()).map((record) => record.toJSON() as Review);
  return found.filter((record) => record.kind === 'review' && record.settledAt === undefined);
}

/** A person changed to two names at two PCs, and both have heard of it. */
async function disagreed(): Promise<{ first: OpenedChapter; second: OpenedChapter; id: string }> {
  const [first, second] = await twoOffices();
  const { id } = await first.create('people', LUPITA);
  await exchange(first, second);
  await first.change('people', id, { called: 'Lupe' });
  await second.change('people', id, { called: 'Lupita' });
  await exchange(first, second);
  return { first, second, id };
}

const choiceOf = (review: Review | undefined, text: string): number => review?.values.indexOf(text) ?? -1;

describe('settling a review', () => {
  test('puts the chosen value into the record and closes the review, in one write', async () => {
    const { first, second, id } = await disagreed();
    const [review] = await openReviews(first);
    let writes = 0;
    const bulkDocs = first.pouch.bulkDocs.bind(first.pouch) as (...given: readonly unknown[]) => Promise<never>;
    first.pouch.bulkDocs = ((...given: readonly unknown[]) => ((writes += 1), bulkDocs(...given)));
    await settleReview(first, review as Review, choiceOf(review, '"Lupe"'));
    expect(writes).toBe(1);
    expect(await openReviews(first)).toEqual([]);
    await exchange(first, second);
    for (const chapter of [first, second]) {
      expect(await personAt(chapter, id)).toMatchObject({ called: 'Lupe' });
      expect(await openReviews(chapter)).toEqual([]);
    }
  });

  test('differently at two PCs asks again, whichever of them kept what stood there', async () => {
    const { first, second, id } = await disagreed();
    const [here, there] = [await openReviews(first), await openReviews(second)];
    await settleReview(first, here[0] as Review, 0);
    await settleReview(second, there[0] as Review, 1);
    await exchange(first, second);
    const [again] = await openReviews(first);
    expect(again).toMatchObject({ record: id, field: 'called' });
    expect(again?.id).not.toBe(here[0]?.id);
    expect([...(again?.values ?? [])].sort()).toEqual(['"Lupe"', '"Lupita"']);
    expect(await openReviews(second)).toEqual([again]);
  });

  test('the same two values disagreeing a second time are a new question', async () => {
    const { first, second, id } = await disagreed();
    const [review] = await openReviews(first);
    await settleReview(first, review as Review, 0);
    await first.change('people', id, { called: 'Lu' });
    await exchange(first, second);
    await first.change('people', id, { called: 'Lupe' });
    await second.change('people', id, { called: 'Lupita' });
    await exchange(first, second);
    expect(await openReviews(second)).toHaveLength(1);
  });

  test('of a list’s item only the item is put in', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await exchange(first, second);
    await first.change('people', id, { contacts: [{ ...PHONE, value: '+19195550111' }] });
    await second.change('people', id, { contacts: [{ ...PHONE, doNotCall: true }, { ...PHONE, key: 'k2' }] });
    await exchange(first, second);
    expect(await personAt(first, id)).toMatchObject({ contacts: [{ key: 'k1', doNotCall: true }, { key: 'k2' }] });
    const [review] = await openReviews(first);
    const choice = review?.values.findIndex((text) => text.includes('0111') && !text.includes('doNotCall')) ?? -1;
    await settleReview(first, review as Review, choice);
    await exchange(first, second);
    expect(await personAt(second, id)).toMatchObject({ contacts: [{ key: 'k1', value: '+19195550111' }, { key: 'k2' }] });
  });
});

describe('the bin against an edit that had not seen it', () => {
  test.each([0, 1])('leaves the record out and asks; choice %i stands at both PCs', async (choice) => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await exchange(first, second);
    await first.change('people', id, { deletedAt: '2026-03-04T10:00:00.000Z' });
    await second.change('people', id, { area: 'Durham' });
    await exchange(first, second);
    for (const chapter of [first, second]) {
      expect(await personAt(chapter, id)).not.toHaveProperty('deletedAt');
      expect(await openReviews(chapter)).toMatchObject([{ record: id, field: 'deletedAt', values: ['null', '"2026-03-04T10:00:00.000Z"'] }]);
    }
    const [review] = await openReviews(second);
    await settleReview(second, review as Review, choice);
    await exchange(first, second);
    for (const chapter of [first, second]) {
      expect((await personAt(chapter, id))?.['deletedAt']).toBe(choice === 0 ? undefined : '2026-03-04T10:00:00.000Z');
      expect(await openReviews(chapter)).toEqual([]);
    }
  });

  test('asks nobody when the edit was known', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await first.change('people', id, { area: 'Durham' });
    await exchange(first, second);
    await second.change('people', id, { deletedAt: '2026-03-04T10:00:00.000Z' });
    await exchange(first, second);
    expect(await personAt(first, id)).toHaveProperty('deletedAt');
    expect(await openReviews(first)).toEqual([]);
  });
});

describe('an erasure against an edit that had not seen it', () => {
  test.each([0, 1])('leaves the record and asks; choice %i stands at both PCs', async (choice) => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await exchange(first, second);
    await first.erase('people', [id]);
    await second.change('people', id, { area: 'Durham' });
    await exchange(first, second);
    for (const chapter of [first, second]) {
      expect(await personAt(chapter, id)).toMatchObject({ area: 'Durham' });
      expect(await openReviews(chapter)).toMatchObject([{ record: id, field: 'erased', values: ['"keep"', '"delete"'] }]);
    }
    const [review] = await openReviews(second);
    await settleReview(second, review as Review, choice);
    await exchange(first, second);
    for (const chapter of [first, second]) {
      expect((await personAt(chapter, id))?.['area']).toBe(choice === 0 ? 'Durham' : undefined);
      expect(await openReviews(chapter)).toEqual([]);
    }
  });

  test('is obeyed where everything was known', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await exchange(first, second);
    await first.erase('people', [id]);
    await exchange(first, second);
    expect(await personAt(second, id)).toBeUndefined();
  });
});

test('values of a field that only organizers read are in the review only for them', async () => {
  const [keys, id, pc] = [await newChapterKeys(), randomToken(20), newTestPc()];
  const first = await openTestChapter(id, keys, pc);
  const second = await openTestChapter(id, keys);
  const person = await first.create('people', { ...LUPITA, notes: 'canta' });
  await exchange(first, second);
  await first.change('people', person.id, { notes: undefined });
  await second.change('people', person.id, { notes: 'canta y maneja' });
  await exchange(first, second);
  const [review] = await openReviews(first);
  expect(review).toMatchObject({ field: 'notes', values: ['"canta y maneja"', 'null'] });
  await first.close();
  await second.close();
  const volunteer = await openTestChapter(id, { chapter: keys.chapter }, pc);
  open.push(volunteer);
  const [closed] = await openReviews(volunteer);
  expect(closed).toMatchObject({ field: 'notes' });
  expect(closed).not.toHaveProperty('values');
  await expect(settleReview(volunteer, closed as Review, 0)).rejects.toThrow('not-yours');
});
