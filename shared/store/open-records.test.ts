import { afterEach, describe, expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
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

const LUPITA = { nameAsWritten: 'Lupita Hernández Ríos', contacts: [], affiliations: [] };

async function personAt(chapter: OpenedChapter, id: string): Promise<Record<string, unknown> | undefined> {
  return (await chapter.collections.people.findOne(id).exec())?.toJSON();
}

describe('an opened chapter', () => {
  test('keeps what was written and opens it again', async () => {
    const keys = await newChapterKeys();
    const id = randomToken(20);
    const pc = newTestPc();
    const chapter = await openTestChapter(id, keys, pc);
    const saved = await chapter.create('people', { ...LUPITA, notes: 'canta' });
    await chapter.change('people', saved.id, { called: 'Lupe' });
    await chapter.close();
    const again = await openTestChapter(id, keys, pc);
    open.push(again);
    expect(await personAt(again, saved.id)).toMatchObject({ nameAsWritten: 'Lupita Hernández Ríos', called: 'Lupe', notes: 'canta' });
  });

  test('keeps nothing readable in its database', async () => {
    const [chapter] = await twoOffices();
    await chapter.create('people', { ...LUPITA, notes: 'canta en el coro' });
    const everything = JSON.stringify((await chapter.pouch.allDocs({ include_docs: true })).rows);
    expect(everything).not.toMatch(/Lupita|Hern|canta|nameAsWritten/);
  });

  test('shows a record of another PC in an open query', async () => {
    const [first, second] = await twoOffices();
    const seen: string[][] = [];
    const following = second.collections.people.find().$.subscribe((people) => seen.push(people.map((person) => person.nameAsWritten)));
    await first.create('people', LUPITA);
    await exchange(first, second);
    following.unsubscribe();
    expect(seen.at(-1)).toEqual(['Lupita Hernández Ríos']);
  });

  test('brings edits of different fields together without asking', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await exchange(first, second);
    await first.change('people', id, { called: 'Lupe' });
    await second.change('people', id, { area: 'Durham' });
    await exchange(first, second);
    for (const chapter of [first, second]) {
      expect(await personAt(chapter, id)).toMatchObject({ called: 'Lupe', area: 'Durham' });
      expect(await chapter.collections.office.find().exec()).toEqual([]);
    }
    expect((await first.pouch.get(id))._rev).toBe((await second.pouch.get(id))._rev);
  });

  test('keeps both values in a review when one field was changed at both PCs', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', LUPITA);
    await exchange(first, second);
    await first.change('people', id, { called: 'Lupe' });
    await second.change('people', id, { called: 'Lupita' });
    await exchange(first, second);
    const kept = (await personAt(first, id))?.['called'];
    expect((await personAt(second, id))?.['called']).toBe(kept);
    for (const chapter of [first, second]) {
      const [review, ...more] = (await chapter.collections.office.find().exec()).map((found) => found.toJSON());
      expect(more).toEqual([]);
      expect(review).toMatchObject({ kind: 'review', record: id, field: 'called' });
      expect([...(review as unknown as { values: string[] }).values].sort()).toEqual(['"Lupe"', '"Lupita"']);
    }
  });

  test('lets "do not contact" win over an edit elsewhere', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('people', { ...LUPITA, doNotContact: false });
    await exchange(first, second);
    await first.change('people', id, { doNotContact: true });
    await second.change('people', id, { doNotContact: undefined, area: 'Raleigh' });
    await exchange(first, second);
    for (const chapter of [first, second]) expect(await personAt(chapter, id)).toMatchObject({ doNotContact: true, area: 'Raleigh' });
  });

  test('unites the rows of one sheet page typed at two PCs', async () => {
    const [first, second] = await twoOffices();
    const { id } = await first.create('sheets', {
      meeting: 'meeting:x', code: 'A1', pageNo: 1, pages: 1, variant: 'blank', printedRows: 13, preprinted: [], firstRow: 1, rows: [], state: 'typing',
    });
    await exchange(first, second);
    await first.change('sheets', id, { rows: [{ n: 1, asWritten: 'Ana', state: 'later' }] });
    await second.change('sheets', id, { rows: [{ n: 2, asWritten: 'Eva', state: 'later' }] });
    await exchange(first, second);
    const sheet = (await second.collections.sheets.findOne(id).exec())?.toJSON();
    expect(sheet?.rows.map((row) => row.asWritten)).toEqual(['Ana', 'Eva']);
  });

  test('does not open with another chapter key', async () => {
    const keys = await newChapterKeys();
    const id = randomToken(20);
    const pc = newTestPc();
    const chapter = await openTestChapter(id, keys, pc);
    const { id: person } = await chapter.create('people', LUPITA);
    await chapter.close();
    const stranger = await openTestChapter(id, await newChapterKeys(), pc);
    open.push(stranger);
    expect(await personAt(stranger, person)).toBeUndefined();
  });
});

test('two quick changes of one list keep both items when they are given as functions', async () => {
  const [chapter] = await twoOffices();
  const { id } = await chapter.create('gatherings', { title: { es: 'Asamblea', en: '' }, expected: [] });
  await Promise.all(
    ['person:a', 'person:b', 'person:c'].map((person) => chapter.change('gatherings', id, (now) => ({ expected: [...now.expected, person] }))),
  );
  const meeting = (await chapter.collections.gatherings.findOne(id).exec())?.toJSON();
  expect([...(meeting?.expected ?? [])].sort()).toEqual(['person:a', 'person:b', 'person:c']);
});
