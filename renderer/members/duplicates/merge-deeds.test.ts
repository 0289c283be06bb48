import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MergeRecord } from '../../../shared/domain/merged-people.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { randomToken } from '../../../shared/domain/record.ts';
import { Directory, directoryEntry } from '../../../shared/names/directory.ts';
import { comeSince } from '../../../shared/names/merging/come-since.ts';
import { mergeRows } from '../../../shared/names/merging/merge-rows.ts';
import { putTogether } from '../../../shared/names/merging/put-together.ts';
import { eraseWithReviews } from '../../../shared/store/bin.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { exchange, openTestChapter } from '../../../shared/store/test-chapter.ts';
import { attendanceOf } from '../../../shared/reports/attendance.ts';
import { noteRead, putPeopleTogether, standingMerges, takePeopleApart } from './merge-deeds.ts';

let one: OpenedChapter;
let two: OpenedChapter;
let a: Person;
let b: Person;
const phone = (key: string, value: string) => ({ key, kind: 'phone' as const, value, asWritten: value });

beforeEach(async () => {
  const [id, keys] = [randomToken(20), await newChapterKeys()];
  [one, two] = [await openTestChapter(id, keys), await openTestChapter(id, keys)];
  // Each office enters the same new member, and neither knows of the other.
  a = await one.create('people', { nameAsWritten: 'Guadalupe Hernández Ríos', area: 'Durham', notes: 'Canta.', contacts: [phone('k1', '+19195550101')], affiliations: [] });
  b = await two.create('people', { nameAsWritten: 'Lupita Hernández', contacts: [phone('k2', '+19195550102')], affiliations: [], notes: 'Trae gente.' });
  await exchange(one, two);
});
afterEach(async () => {
  await one.close();
  await two.close();
});

async function read(chapter: OpenedChapter, id: string): Promise<Person> {
  return ((await chapter.collections.people.findOne(id).exec())?.toMutableJSON() ?? {}) as Person;
}

async function merge(chapter: OpenedChapter, survivor: string, absorbed: string): Promise<MergeRecord> {
  const [left, right] = [await read(chapter, survivor), await read(chapter, absorbed)];
  const choices = { sides: {}, without: new Set<string>() };
  return putPeopleTogether(chapter, left, right, putTogether(left, right, mergeRows(left, right, choices), choices));
}

async function directoryOf(chapter: OpenedChapter): Promise<Directory> {
  const directory = new Directory();
  const all = (await chapter.collections.people.find().exec()).map((document) => document.toMutableJSON());
  directory.putMany(all.filter(({ deletedAt }) => deletedAt === undefined).map(directoryEntry));
  for (const { id, deletedAt, mergedInto } of all) if (deletedAt !== undefined) directory.remove(id, mergedInto);
  return directory;
}

test('a merge and its undo reach the other office, where attendance counts people rightly in each step', async () => {
  const rows = [a, b].map(({ id }, at) => ({ n: at + 1, asWritten: 'x', state: 'linked' as const, person: id }));
  await two.create('sheets', { meeting: 'meeting:x', code: 'AK7QX-2', pageNo: 1, pages: 1, variant: 'blank', printedRows: 13, preprinted: [], firstRow: 1, rows, state: 'typed' });
  const present = async (chapter: OpenedChapter): Promise<readonly number[]> => {
    const { survivorOf } = await directoryOf(chapter);
    const [sheet] = (await chapter.collections.sheets.find().exec()).map((document) => document.toMutableJSON());
    return [sheet?.rows.length ?? 0, attendanceOf(sheet ? [sheet] : [], survivorOf).present];
  };
  await exchange(one, two);
  expect(await present(one)).toEqual([2, 2]);
  await merge(one, a.id, b.id);
  await exchange(one, two);
  for (const chapter of [one, two]) expect(await present(chapter)).toEqual([2, 1]);
  expect((await read(two, a.id)).contacts.map(({ key }) => key).sort()).toEqual(['k1', 'k2']);
  expect(await takePeopleApart(two, a.id, b.id)).toEqual([]);
  await exchange(one, two);
  for (const chapter of [one, two]) {
    expect(await present(chapter)).toEqual([2, 2]);
    expect(await read(chapter, a.id)).toMatchObject({ nameAsWritten: a.nameAsWritten, notes: 'Canta.', contacts: a.contacts });
    expect((await read(chapter, b.id)).mergedInto).toBeUndefined();
  }
});

test('both offices merge the same two, each the other way round: one person on both, and one undo makes two again', async () => {
  await merge(one, a.id, b.id);
  await merge(two, b.id, a.id);
  await exchange(one, two);
  for (const chapter of [one, two]) {
    const directory = await directoryOf(chapter);
    expect(directory.sorted().map(({ id }) => id)).toEqual([a.id < b.id ? a.id : b.id]);
    expect(await standingMerges(chapter, b.id, a.id)).toHaveLength(2);
  }
  await takePeopleApart(two, b.id, a.id);
  await exchange(one, two);
  for (const chapter of [one, two]) {
    expect((await directoryOf(chapter)).size).toBe(2);
    for (const before of [a, b]) expect(await read(chapter, before.id)).toMatchObject({ nameAsWritten: before.nameAsWritten, contacts: before.contacts, notes: before.notes });
    expect(await standingMerges(chapter, a.id, b.id)).toEqual([]);
  }
});

test('both offices merge the same two the same way: nothing stands twice, and one undo is enough', async () => {
  await merge(one, a.id, b.id);
  await merge(two, a.id, b.id);
  await exchange(one, two);
  expect((await read(one, a.id)).contacts.map(({ key }) => key).sort()).toEqual(['k1', 'k2']);
  expect(await one.collections.office.find({ selector: { kind: 'review' } }).exec()).toEqual([]);
  expect(await takePeopleApart(one, a.id, b.id)).toEqual([]);
  await exchange(one, two);
  for (const chapter of [one, two]) expect(await read(chapter, a.id)).toMatchObject({ contacts: a.contacts, notes: 'Canta.' });
});

test('what the other office writes in the absorbed record meanwhile is not lost: it is offered, until somebody decides', async () => {
  const made = await merge(one, a.id, b.id);
  await two.change('people', b.id, (now) => ({ contacts: [...now.contacts, phone('k3', '+19195550103')] }));
  await exchange(one, two);
  for (const chapter of [one, two]) {
    const news = comeSince(await read(chapter, a.id), await read(chapter, b.id), [...made.absorbedFields, ...made.organizersAbsorbedFields]);
    expect(Object.keys(news)).toEqual(['contacts']);
  }
  await noteRead(one, made, await read(one, b.id), ['contacts']);
  await exchange(one, two);
  const [noted] = await standingMerges(two, a.id, b.id);
  expect(comeSince(await read(two, a.id), await read(two, b.id), [...(noted?.absorbedFields ?? []), ...(noted?.organizersAbsorbedFields ?? [])])).toEqual({});
});

test('one office merges while the other puts the survivor in the bin: the absorbed one is not lost with it', async () => {
  await merge(one, a.id, b.id);
  await two.change('people', a.id, { deletedAt: new Date().toISOString() });
  await exchange(one, two);
  for (const chapter of [one, two]) {
    const { deletedAt } = await read(chapter, a.id);
    // An edit that had not seen the bin keeps the record out of it; were it in, the other one stands.
    expect((await directoryOf(chapter)).sorted().map(({ id }) => id)).toEqual([deletedAt === undefined ? a.id : b.id]);
  }
  await one.change('people', a.id, { deletedAt: new Date().toISOString() });
  await exchange(one, two);
  for (const chapter of [one, two]) expect((await directoryOf(chapter)).sorted().map(({ id }) => id)).toEqual([b.id]);
});

test('what organizers read is kept with the organizers, and who is erased leaves no merge behind that tells of them', async () => {
  const made = await merge(one, a.id, b.id);
  expect(made.organizersMergedFields.map(({ field }) => field)).toEqual(['notes']);
  expect(JSON.stringify([made.mergedFields, made.absorbedFields])).not.toContain('Trae gente');
  await eraseWithReviews(one, 'people', [b.id]);
  expect(await one.collections.office.find({ selector: { kind: 'merge' } }).exec()).toEqual([]);
});
