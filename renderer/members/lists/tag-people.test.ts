import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter } from '../in-chapter.tsx';
import { tagPeople } from './tag-people.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  await chapter.close();
});

async function people(tags: readonly (readonly string[] | undefined)[]): Promise<string[]> {
  const made = await chapter.createMany('people', tags.map((own, at) => ({ nameAsWritten: `P ${String(at)}`, contacts: [], affiliations: [], ...(own && { tags: [...own] }) })));
  return made.map(({ id }) => id);
}

async function tagsOf(ids: readonly string[]): Promise<unknown[]> {
  const found = await chapter.collections.people.findByIds([...ids]).exec();
  return ids.map((id) => found.get(id)?.tags);
}

test('a tag is added to those who lack it, whatever its capitals, and undoing takes it only from those', async () => {
  const ids = await people([undefined, ['Coro'], ['cocina']]);
  const changed = await tagPeople(chapter, ids, { tag: 'coro', gives: true });
  expect(changed).toEqual([ids[0], ids[2]]);
  expect(await tagsOf(ids)).toEqual([['coro'], ['Coro'], ['cocina', 'coro']]);
  await tagPeople(chapter, changed, { tag: 'coro', gives: false });
  expect(await tagsOf(ids)).toEqual([[], ['Coro'], ['cocina']]);
});

test('several hundred are written in batches, with what came meanwhile', async () => {
  const ids = await people(Array.from({ length: 700 }, () => undefined));
  const told: number[] = [];
  const tagging = tagPeople(chapter, ids, { tag: 'coro', gives: true }, (done) => told.push(done));
  await Promise.all([tagging, chapter.change('people', ids[699] ?? '', (now) => ({ tags: [...(now.tags ?? []), 'cocina'] }))]);
  expect(told).toEqual([300, 600, 700]);
  expect(new Set((await tagsOf(ids))[699] as string[])).toEqual(new Set(['cocina', 'coro']));
});

test('who is so already is not written again', async () => {
  const [id = ''] = await people([['coro']]);
  const before = (await chapter.collections.people.findOne(id).exec())?.updatedAt;
  expect(await tagPeople(chapter, [id], { tag: 'coro', gives: true })).toEqual([]);
  expect((await chapter.collections.people.findOne(id).exec())?.updatedAt).toBe(before);
});
