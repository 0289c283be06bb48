import { afterEach, describe, expect, test } from 'vitest';
import { newWorld } from './simulation/world.ts';
import type { Replica } from './simulation/replica.ts';
import { erasureReview, keepReviews, reviewOf, type NewReview } from './review-records.ts';
import type { Disagreement } from './merge.ts';

const RECORD = 'person:abcdefghijkmnpqrstuv';
const FOUND: Disagreement = {
  field: 'called',
  values: ['Ani', undefined, 'made of both'],
  variants: [{ dot: ['pc0', 2], value: 'Ani' }, { dot: ['pc1', 1], value: undefined }],
};

describe('the review of a disagreement', () => {
  test('tells the values as JSON and who wrote each; of a value that the rule made, nobody', () => {
    expect(reviewOf(RECORD, FOUND, 'chapter', 1, 2)).toMatchObject({
      chapter: { kind: 'review', record: RECORD, field: 'called', values: ['"Ani"', 'null', '"made of both"'], devices: ['pc0', 'pc1', ''] },
      key: 1,
    });
    expect(reviewOf(RECORD, FOUND, 'chapter', 1, 2).chapter).not.toHaveProperty('item');
    expect(reviewOf(RECORD, { ...FOUND, item: 'p' }, 'chapter', 1, 2).chapter).toHaveProperty('item', 'p');
  });

  test('keeps values of a part that not everybody reads in that part, under its key', () => {
    const review = reviewOf(RECORD, FOUND, 'organizers', 1, 2);
    expect(review).toMatchObject({ chapter: { kind: 'review', record: RECORD, field: 'called' }, key: 1, inner: { part: 'organizers', key: 2, fields: { devices: ['pc0', 'pc1', ''] } } });
    expect(JSON.stringify(review.chapter)).not.toContain('Ani');
  });

  test('is another one for another record, part, field, item, value or change', () => {
    const others: readonly NewReview[] = [
      reviewOf(RECORD, FOUND, 'chapter', 1, 1),
      reviewOf('person:b', FOUND, 'chapter', 1, 1),
      reviewOf(RECORD, FOUND, 'organizers', 1, 1),
      reviewOf(RECORD, { ...FOUND, field: 'area' }, 'chapter', 1, 1),
      reviewOf(RECORD, { ...FOUND, item: 'p' }, 'chapter', 1, 1),
      reviewOf(RECORD, { ...FOUND, item: 'q' }, 'chapter', 1, 1),
      reviewOf(RECORD, { ...FOUND, variants: [{ dot: ['pc0', 3], value: 'Ani' }] }, 'chapter', 1, 1),
      reviewOf(RECORD, { ...FOUND, variants: [{ dot: ['pc0', 3], value: 'Ana' }] }, 'chapter', 1, 1),
      erasureReview(RECORD, { kind: 'erased', seen: null }, 1),
      erasureReview(RECORD, { kind: 'erased', seen: { chapter: { a: 1 } } }, 1),
    ];
    expect(new Set(others.map(({ natural }) => natural)).size).toBe(others.length);
    expect(reviewOf(RECORD, FOUND, 'chapter', 7, 8).natural).toBe(others[0]?.natural);
    expect(others.at(-1)).toMatchObject({ chapter: { kind: 'review', record: RECORD, field: 'erased', values: ['"keep"', '"delete"'] }, key: 1 });
  });
});

let pcs: readonly Replica[] = [];
afterEach(async () => {
  for (const { pouch } of pcs) await pouch.close();
});

describe('keeping reviews', () => {
  const REVIEW = reviewOf(RECORD, FOUND, 'organizers', undefined, undefined);

  async function kept(pc: Replica) {
    const { rows } = await pc.pouch.allDocs({ startkey: 'review:', endkey: 'review:\uffff', include_docs: true });
    return rows.map(({ id, doc }) => ({ id, doc, fields: pc.codec.open(id, doc)?.fields }));
  }

  test('writes the same bytes on every PC, and the values only for who reads the part', async () => {
    pcs = await newWorld();
    const [here, there, volunteer] = pcs as [Replica, Replica, Replica];
    for (const pc of [here, there]) await keepReviews(pc.pouch, pc.codec, [REVIEW]);
    const [[mine], [theirs]] = [await kept(here), await kept(there)];
    expect(mine).toEqual(theirs);
    expect(mine?.fields).toMatchObject({ kind: 'review', record: RECORD, field: 'called', values: ['"Ani"', 'null', '"made of both"'] });
    expect(volunteer.codec.open(mine?.id ?? '', mine?.doc)?.fields).toEqual({ kind: 'review', record: RECORD, field: 'called' });
    expect(volunteer.codec.open(mine?.id ?? '', mine?.doc)?.backing.stamps.chapter).toEqual({ seen: { merge: 1 }, base: [['merge', 1]], fields: {} });
  });

  test('leaves one that is there as it is, settled or not, and writes the others', async () => {
    pcs = await newWorld();
    const pc = pcs[0] as Replica;
    await keepReviews(pc.pouch, pc.codec, [REVIEW]);
    const [before] = await kept(pc);
    await keepReviews(pc.pouch, pc.codec, [REVIEW, erasureReview(RECORD, { kind: 'erased', seen: null }, 1)]);
    const after = await kept(pc);
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(before);
  });

  test('takes one that came in the same moment for kept, and nothing else that was refused', async () => {
    pcs = await newWorld();
    const pc = pcs[0] as Replica;
    const answering = (answers: readonly object[]) => void (pc.pouch.bulkDocs = (() => Promise.resolve(answers)) as unknown as typeof pc.pouch.bulkDocs);
    answering([{ error: true, status: 409 }]);
    await keepReviews(pc.pouch, pc.codec, [REVIEW]);
    answering([{ error: true, status: 500 }]);
    await expect(keepReviews(pc.pouch, pc.codec, [REVIEW])).rejects.toThrow('damaged');
    answering([]);
    await expect(keepReviews(pc.pouch, pc.codec, [REVIEW])).rejects.toThrow('damaged');
  });
});
