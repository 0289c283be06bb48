import { expect, test } from 'vitest';
import { newChapterKeys } from '../../shared/store/keys.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { fillPracticeChapter, inventedPeople } from './practice-chapter.ts';

test('invented people are the same each time and have fictional phones only', () => {
  const people = inventedPeople(['institution:a', 'institution:b'], 7);
  expect(people).toEqual(inventedPeople(['institution:a', 'institution:b'], 7));
  expect(people).not.toEqual(inventedPeople(['institution:a', 'institution:b'], 8));
  const phones = people.flatMap(({ contacts }) => contacts.map(({ value }) => value));
  expect(phones.length).toBeGreaterThan(100);
  for (const phone of phones) expect(phone).toMatch(/^\+191955501\d\d$/);
});

test('a practice chapter has people, institutions and a meeting to come with guests', async () => {
  const chapter = await openTestChapter('practice', await newChapterKeys());
  const steps: number[] = [];
  await fillPracticeChapter(chapter, (done) => steps.push(done), new Date(2025, 2, 4));
  const { people, institutions, gatherings } = chapter.collections;
  expect(await people.count().exec()).toBe(200);
  expect(await institutions.count().exec()).toBe(8);
  const meeting = (await gatherings.find().exec())[0]?.toMutableJSON();
  expect(meeting?.date).toEqual({ y: 2025, m: 3, d: 9 });
  expect(meeting?.expected.length).toBeGreaterThan(5);
  expect(steps).toEqual([...steps].sort((one, other) => one - other));
  expect(steps.at(-1)).toBe(209);
  await chapter.close();
});
