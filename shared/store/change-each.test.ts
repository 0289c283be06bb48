import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { openTestChapter } from './test-chapter.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
});
afterEach(async () => {
  await chapter.close();
});

test('each record is changed by what it says itself; one that needs nothing is left as it is', async () => {
  const made = await chapter.createMany('people', ['Durham', undefined, 'Apex'].map((area) => ({ nameAsWritten: 'x', contacts: [], affiliations: [], ...(area && { area }) })));
  const ids = made.map(({ id }) => id);
  const changed = await chapter.changeEach('people', [...ids, 'person:gone'], ({ area }) => (area === undefined ? null : { area: `${area} NC` }));
  expect(changed).toEqual([ids[0], ids[2]]);
  const now = await chapter.collections.people.findByIds(ids).exec();
  expect(ids.map((id) => now.get(id)?.area)).toEqual(['Durham NC', undefined, 'Apex NC']);
  expect(now.get(ids[1] ?? '')?.updatedAt).toBe(made[1]?.updatedAt);
});

test('it may take a field away', async () => {
  const { id } = await chapter.create('people', { nameAsWritten: 'x', contacts: [], affiliations: [], area: 'Durham' });
  await chapter.changeEach('people', [id], () => ({ area: undefined }));
  expect((await chapter.collections.people.findOne(id).exec())?.toJSON()).not.toHaveProperty('area');
});
