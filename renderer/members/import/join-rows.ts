import type { MergeRecord } from '../../../shared/domain/merged-people.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { onlyAdded } from '../../../shared/names/merging/only-added.ts';
import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { putPeopleTogether, takePeopleApart } from '../duplicates/merge-deeds.ts';

async function standing(chapter: Chapter, id: string): Promise<Person | null> {
  const person = (await chapter.collections.people.findOne(id).exec())?.toMutableJSON();
  return person === undefined || person.deletedAt !== undefined || person.mergedInto !== undefined ? null : person;
}

/**
 * Puts the record of an imported row together with the person whom somebody said it is: what it adds goes to that person, nothing
 * that stands there is replaced, and it can be undone like every merge (ADR 20). One who is not here any more is left alone, and the
 * row stays as it was imported. Done once, however often it is asked.
 */
export async function joinRow(chapter: Chapter, row: string, here: string): Promise<void> {
  const [added, person] = await Promise.all([standing(chapter, row), standing(chapter, here)]);
  if (added !== null && person !== null) await putPeopleTogether(chapter, person, added, onlyAdded(person, added));
}

/** Takes imported rows out of the people they were put together with; what somebody changed there since stays. */
export async function takeRowsApart(chapter: Chapter, rows: readonly string[]): Promise<void> {
  const imported = new Set(rows);
  const found = await chapter.collections.office.find({ selector: { kind: 'merge', undoneAt: { $exists: false } } }).exec();
  const merges = found.map((document) => document.toMutableJSON()).filter((record): record is MergeRecord => record.kind === 'merge' && imported.has(record.absorbed));
  for (const { survivor, absorbed } of merges) await takePeopleApart(chapter, survivor, absorbed);
}
